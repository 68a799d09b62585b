package io.smarketing.hubspot.notice;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.notice.Notice;
import io.smarketing.core.crm.notice.Noticeboard;
import io.smarketing.core.crm.notice.Receipt;
import io.smarketing.core.lead.Email;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.ObjectType;
import io.smarketing.hubspot.api.Paths;
import io.smarketing.hubspot.link.Associations;
import io.smarketing.hubspot.read.BatchRead;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The timelines of a portal's contacts. A notice is known again by its mark at the end of its text; the timeline is read by its
 * links and records, for the search index lags behind.
 */
public final class Timelines implements Noticeboard {

    private static final String OWNER = "hubspot_owner_id";

    private final Api api;
    private final Schema schema;

    public Timelines(Api api, Schema schema) {
        this.api = api;
        this.schema = schema;
    }

    @Override
    public List<Receipt> post(List<Notice> notices) {
        Map<String, Receipt> receipts = new HashMap<>();
        try {
            Map<Notice, String> owners = owners(notices);
            byForm(notices).forEach((form, some) -> new PostCall(api, form, owners, receipts).send(some));
        } catch (CrmException e) {
            notices.forEach(n -> receipts.putIfAbsent(n.event(), Receipt.failed(e)));
        }
        return notices.stream().map(n -> receipts.get(n.event())).toList();
    }

    @Override
    public Set<String> standing(List<Notice> notices, Instant since) {
        Set<String> standing = new HashSet<>();
        byForm(notices).forEach((form, some) -> {
            List<JsonNode> records = onTimelines(form, contacts(some));
            some.stream()
                    .filter(n -> records.stream().anyMatch(r -> form.is(n, r)))
                    .forEach(n -> standing.add(n.event()));
        });
        return standing;
    }

    private List<JsonNode> onTimelines(Form form, Set<String> contacts) {
        Set<String> ids = new Associations(api)
                .read(Paths.CONTACT, form.type(), contacts)
                .from()
                .keySet();
        return new BatchRead(form.type(), Optional.empty(), List.of(form.body()), List.of()).read(api, ids);
    }

    private static Map<Form, List<Notice>> byForm(List<Notice> notices) {
        return notices.stream().collect(Collectors.groupingBy(Form::of));
    }

    private static Set<String> contacts(Collection<Notice> notices) {
        return notices.stream().map(n -> n.about().id()).collect(Collectors.toSet());
    }

    /** Whose each task is to be: the user's who is named, else the contact's owner's; nobody's if there is neither. */
    private Map<Notice, String> owners(List<Notice> notices) {
        Map<Notice, String> owners = new HashMap<>();
        List<Notice> tasks = notices.stream().filter(n -> n.task().isPresent()).toList();
        tasks.forEach(n -> named(n).ifPresent(owner -> owners.put(n, owner)));
        List<Notice> unnamed =
                tasks.stream().filter(n -> !owners.containsKey(n)).toList();
        Map<String, String> ofContacts = new HashMap<>();
        BatchRead.byId(ObjectType.CONTACT, List.of(OWNER))
                .read(api, contacts(unnamed))
                .forEach(c -> ofContacts.put(
                        c.path("id").asText(), c.path("properties").path(OWNER).asText("")));
        unnamed.forEach(n -> Optional.ofNullable(ofContacts.get(n.about().id()))
                .filter(this::isActive)
                .ifPresent(owner -> owners.put(n, owner)));
        return owners;
    }

    private Optional<String> named(Notice notice) {
        Optional<Email> whose = notice.task().flatMap(task -> task.whose());
        return whose.flatMap(schema::ownerId);
    }

    /** HubSpot gives nothing to somebody who has left. */
    private boolean isActive(String owner) {
        return schema.ownerEmail(owner).flatMap(schema::ownerId).isPresent();
    }
}
