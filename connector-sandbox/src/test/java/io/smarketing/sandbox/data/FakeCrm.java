package io.smarketing.sandbox.data;

import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.sandbox.kernel.SandboxCrm;
import io.smarketing.sandbox.kernel.Switch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A CRM of a few lines: tables of text, an echo over HTTP, and a list of the asks it carried out. */
public final class FakeCrm implements SandboxCrm, Insider {

    private static final List<String> ID = List.of("Id", "hs_object_id", "id");

    public final List<Ask> asks = new CopyOnWriteArrayList<>();
    public final List<Deed> deeds = new ArrayList<>();
    private final Map<String, Set<String>> objects = new TreeMap<>();
    private final Map<String, Map<String, String>> records = new LinkedHashMap<>();
    private final Map<String, Instant> stamps = new LinkedHashMap<>();
    private final String keyField;

    private FakeCrm(String keyField) {
        this.keyField = keyField;
    }

    public static FakeCrm hubspot() {
        FakeCrm crm = new FakeCrm("email");
        crm.object("contacts", "email", "lastname", "company", "hubspot_owner_id");
        crm.object("owners", "email", "firstName", "lastName");
        return crm;
    }

    public static FakeCrm salesforce() {
        FakeCrm crm = new FakeCrm("Email");
        crm.object("User", "Username", "Email", "FirstName", "LastName", "Title");
        crm.object("Account", "Name");
        crm.object("Contact", "Email", "LastName", "AccountId");
        crm.object("Lead", "Email", "LastName", "Company", "OwnerId", "ConvertedContactId");
        crm.object("Task", "Email", "Subject");
        return crm;
    }

    private void object(String name, String... fields) {
        objects.put(name, new LinkedHashSet<>(List.of(fields)));
    }

    @Override
    public Answer handle(Ask ask) {
        asks.add(ask);
        return Answer.json(ask.path().startsWith("/refused") ? 429 : 200, ask.toString());
    }

    @Override
    public Insider insider() {
        return this;
    }

    @Override
    public List<Switch> switches() {
        return List.of(
                new Switch("late-commit", Switch.Form.DURATION, "a row is seen later"),
                new Switch("index-lag", Switch.Form.DURATION, "search sees a change later"));
    }

    @Override
    public synchronized Set<String> fields(String object) {
        return Set.copyOf(objects.getOrDefault(object, Set.of()));
    }

    @Override
    public synchronized void addTextField(String object, String field) {
        objects.get(object).add(field);
    }

    @Override
    public synchronized String create(String object, Map<String, String> values, Instant at) throws BadRow {
        for (String field : values.keySet()) {
            if (!field.contains(".") && !ID.contains(field) && !fields(object).contains(field)) {
                throw new BadRow("there is no field " + field);
            }
        }
        if (values.containsValue("REFUSED")) {
            throw new BadRow("the value is not allowed");
        }
        String own = ID.stream()
                .map(values::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        String id = object + "-" + (own.isEmpty() ? records.size() + 1 : own);
        records.put(id, new TreeMap<>(values));
        stamps.put(id, at);
        return id;
    }

    @Override
    public List<String> about(String object) {
        return object.equals("Task") ? List.of("Contact", "Lead") : List.of();
    }

    @Override
    public synchronized List<String> find(String object, String key) {
        return records.keySet().stream()
                .filter(id -> id.startsWith(object + "-"))
                .filter(id -> key.equalsIgnoreCase(records.get(id).get(keyField)))
                .toList();
    }

    @Override
    public synchronized void act(Deed deed) throws BadRow {
        deeds.add(deed);
        stamps.put(deed.id(), deed.at());
        switch (deed.action()) {
            case "set" -> records.get(deed.id()).put(deed.field(), deed.value());
            case "convert" -> convert(deed);
            default -> records.remove(deed.id());
        }
        if (deed.value().equals("REFUSED")) {
            throw new BadRow("the value is not allowed");
        }
    }

    private void convert(Deed deed) throws BadRow {
        Map<String, String> lead = records.get(deed.id());
        if (lead.containsKey("ConvertedContactId")) {
            throw new BadRow("the lead has been converted already");
        }
        lead.put("ConvertedContactId", create("Contact", Map.of("Email", lead.get("Email")), deed.at()));
    }

    @Override
    public synchronized int count(String object) {
        return (int) records.keySet().stream()
                .filter(id -> id.startsWith(object + "-"))
                .count();
    }

    @Override
    public synchronized List<String> ids(String object) {
        return records.keySet().stream()
                .filter(id -> id.startsWith(object + "-"))
                .toList();
    }

    @Override
    public synchronized Optional<String> peek(String object, String id, String field) {
        return Optional.ofNullable(records.get(id)).map(values -> values.getOrDefault(field, ""));
    }

    public synchronized Instant stamp(String id) {
        return stamps.get(id);
    }
}
