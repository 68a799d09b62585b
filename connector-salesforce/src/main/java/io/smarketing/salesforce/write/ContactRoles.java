package io.smarketing.salesforce.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Refused;
import io.smarketing.core.crm.WriteOutcome.Unknown;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.lead.FieldName;
import io.smarketing.http.HttpAsk;
import io.smarketing.salesforce.error.OrgError;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.schema.Keys;
import io.smarketing.salesforce.schema.OrgTypes;
import io.smarketing.salesforce.soql.Batches;
import io.smarketing.salesforce.soql.Soql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The contacts that opportunities are to name. Salesforce keeps each as a record of its own, a role, which is made or
 * deleted once the opportunity is written; a contact without a key of ours is not kept in step and stays named.
 */
final class ContactRoles {

    private final Rest rest;
    private final FieldName place;
    private final String key;

    /** What each row wants, by its index. */
    private final Map<Integer, Set<String>> wanted = new TreeMap<>();

    private final Map<String, String> contacts = new HashMap<>();

    private ContactRoles(Rest rest, FieldName place, FieldName key) {
        this.rest = rest;
        this.place = place;
        this.key = key.text();
    }

    /** A role that is to be made or deleted. */
    private record Step(String opportunity, String id, String contact) {}

    /** What these rows want; nothing is called unless they want something. */
    static Optional<ContactRoles> in(Collection<Row> rows, Keys keys, Rest rest) {
        return keys.of(OrgTypes.CONTACT)
                .map(key -> new ContactRoles(rest, keys.toContacts().orElseThrow(), key))
                .filter(roles -> roles.read(rows));
    }

    private boolean read(Collection<Row> rows) {
        Set<String> all = new TreeSet<>();
        for (Row row : rows) {
            row.command().fields().get(place).ifPresent(value -> {
                Set<String> keys = value.isBlank()
                        ? Set.of()
                        : new TreeSet<>(List.of(value.text().split(";")));
                wanted.put(row.index(), keys);
                all.addAll(keys);
            });
        }
        for (List<String> batch : Batches.of(all)) {
            String soql = "SELECT Id, " + key + " FROM Contact WHERE " + Soql.in(key, batch);
            for (JsonNode contact : rest.query(soql).rows()) {
                contacts.put(contact.path(key).asText(), contact.path("Id").asText());
            }
        }
        return !wanted.isEmpty();
    }

    /** Refusals, by index, of rows that want a contact which is not there. */
    Map<Integer, Refused> unknown() {
        Map<Integer, Refused> refused = new HashMap<>();
        wanted.forEach((index, keys) -> {
            if (!contacts.keySet().containsAll(keys)) {
                String sentence = OrgError.unknownKey(place);
                refused.put(index, new Refused(FailureKind.LINK_MISSING, sentence, Optional.of(place)));
            }
        });
        return refused;
    }

    /**
     * Makes and deletes roles until each opportunity names whom its row wants.
     *
     * @param written the opportunities that are there now, by their row's index
     * @return what came of rows whose contacts could not be set, by index; all they want may be sent again
     */
    Map<Integer, WriteOutcome> settle(Map<Integer, String> written) {
        Map<String, Integer> rows = new TreeMap<>();
        written.forEach((index, id) -> rows.put(id, index));
        rows.values().retainAll(wanted.keySet());
        Map<Integer, WriteOutcome> failed = new HashMap<>();
        try {
            List<Step> fresh = new ArrayList<>();
            List<Step> dropped = new ArrayList<>();
            for (List<String> batch : Batches.of(rows.keySet())) {
                compare(batch, rows, fresh, dropped);
            }
            Map<String, Refused> refused = new HashMap<>();
            Batches.rows(fresh, Batches.ROWS).forEach(batch -> take(batch, creation(batch), refused));
            Batches.rows(dropped, Batches.ROWS).forEach(batch -> take(batch, deletion(batch), refused));
            refused.forEach((opportunity, why) -> failed.put(rows.get(opportunity), why));
        } catch (CrmException e) {
            rows.values().forEach(index -> failed.put(index, new Unknown(e.getMessage())));
        }
        return failed;
    }

    private void compare(List<String> batch, Map<String, Integer> rows, List<Step> fresh, List<Step> dropped) {
        Map<String, Set<String>> named = new HashMap<>();
        String soql = "SELECT Id, OpportunityId, ContactId, Contact." + key + " FROM " + Keys.ROLE + " WHERE "
                + Soql.in("OpportunityId", batch);
        for (JsonNode role : rest.query(soql).rows()) {
            String opportunity = role.path("OpportunityId").asText();
            String contact = role.path("ContactId").asText();
            String held = role.path("Contact").path(key).asText("");
            if (!held.isEmpty() && !wanted.get(rows.get(opportunity)).contains(held)) {
                dropped.add(new Step(opportunity, role.path("Id").asText(), contact));
            }
            named.computeIfAbsent(opportunity, o -> new HashSet<>()).add(contact);
        }
        for (String opportunity : batch) {
            wanted.get(rows.get(opportunity)).stream()
                    .map(contacts::get)
                    .filter(contact ->
                            !named.getOrDefault(opportunity, Set.of()).contains(contact))
                    .forEach(contact -> fresh.add(new Step(opportunity, "", contact)));
        }
    }

    private HttpAsk creation(List<Step> steps) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("allOrNone", false);
        for (Step step : steps) {
            ObjectNode role = body.withArray("records").addObject();
            role.putObject("attributes").put("type", Keys.ROLE);
            role.put("OpportunityId", step.opportunity()).put("ContactId", step.contact());
        }
        return HttpAsk.postJson(rest.path("/composite/sobjects"), body);
    }

    private HttpAsk deletion(List<Step> steps) {
        String ids = String.join(",", steps.stream().map(Step::id).toList());
        return HttpAsk.delete(rest.path("/composite/sobjects?allOrNone=false&ids=" + ids))
                .mayRepeat();
    }

    private void take(List<Step> steps, HttpAsk ask, Map<String, Refused> refused) {
        JsonNode results = rest.send(ask).body();
        for (int i = 0; i < steps.size(); i++) {
            List<OrgError> errors = OrgError.in(results.path(i).path("errors"));
            // what was to be dropped may be gone by itself
            boolean done = results.path(i).path("success").asBoolean()
                    || ask.method().equals("DELETE") && errors.stream().anyMatch(e -> e.kind() == FailureKind.GONE);
            if (!done) {
                FailureKind kind = errors.isEmpty() ? FailureKind.REFUSED_BY_RULE : OrgWriter.kind(errors.get(0));
                refused.put(
                        steps.get(i).opportunity(), new Refused(kind, OrgError.sentence(errors), Optional.of(place)));
            }
        }
    }
}
