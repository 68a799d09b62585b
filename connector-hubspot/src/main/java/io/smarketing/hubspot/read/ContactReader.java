package io.smarketing.hubspot.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.RecordReader;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.HistoryEntry;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.hubspot.api.Api;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads contacts from the record store, never from the search index. */
public final class ContactReader implements RecordReader {

    private final Api api;
    private final ContactShape shape;
    private final MergedIds merged;
    private final OwnApps ownApps;

    public ContactReader(Api api, ContactShape shape, OwnApps ownApps) {
        this.api = api;
        this.shape = shape;
        this.merged = new MergedIds(api);
        this.ownApps = ownApps;
    }

    @Override
    public Map<RecordRef, CrmRecord> byRefs(Collection<RecordRef> refs) {
        Map<String, RecordRef> refById =
                refs.stream().collect(Collectors.toMap(RecordRef::id, ref -> ref, (a, same) -> a));
        Map<String, CrmRecord> found = byIds(refById.keySet());
        Map<String, String> nowByOld = merged.idsNow(
                refById.keySet().stream().filter(id -> !found.containsKey(id)).toList());
        found.putAll(byIds(new LinkedHashSet<>(nowByOld.values())));
        Map<RecordRef, CrmRecord> records = new HashMap<>();
        refById.forEach((id, ref) -> Optional.ofNullable(found.get(nowByOld.getOrDefault(id, id)))
                .ifPresent(record -> records.put(ref, record)));
        return records;
    }

    @Override
    public List<CrmRecord> byKeys(Collection<String> keys) {
        if (!keys.isEmpty() && shape.spec(shape.key()).isEmpty()) {
            throw new CrmException(
                    FailureKind.SCHEMA_MISMATCH,
                    "HubSpot's contacts have no property '" + shape.key()
                            + "': create it as a single-line text that requires unique values");
        }
        return by(shape.key().text(), keys.stream());
    }

    @Override
    public List<CrmRecord> byEmails(Collection<Email> emails) {
        return by("email", emails.stream().map(Email::address));
    }

    @Override
    public Map<RecordRef, Map<FieldName, List<HistoryEntry>>> history(
            Collection<RecordRef> refs, Set<FieldName> fields) {
        if (refs.isEmpty() || fields.isEmpty()) {
            return Map.of();
        }
        ContactHistory history = new ContactHistory(shape, fields, ownApps);
        Set<String> ids = refs.stream().map(RecordRef::id).collect(Collectors.toSet());
        return BatchRead.history(history.asked()).read(api, ids).stream()
                .collect(Collectors.toMap(
                        contact -> shape.ref(contact.path("id").asText()), history::read, (a, same) -> a));
    }

    private List<CrmRecord> by(String property, Stream<String> values) {
        Set<String> distinct = values.collect(Collectors.toCollection(LinkedHashSet::new));
        return BatchRead.by(property, shape.properties()).read(api, distinct).stream()
                .collect(Collectors.toMap(c -> c.path("id").asText(), c -> c, (a, same) -> a))
                .values()
                .stream()
                .map(shape::read)
                .sorted(Comparator.comparing(CrmRecord::ref))
                .toList();
    }

    private Map<String, CrmRecord> byIds(Set<String> ids) {
        Map<String, CrmRecord> records = new HashMap<>();
        for (JsonNode contact : BatchRead.byId(shape.properties()).read(api, ids)) {
            records.put(contact.path("id").asText(), shape.read(contact));
        }
        return records;
    }
}
