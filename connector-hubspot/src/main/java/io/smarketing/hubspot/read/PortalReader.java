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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one object type from the record store; the search index only helps to find what cannot be asked for there. */
public final class PortalReader implements RecordReader {

    private static final FieldName EMAIL = FieldName.of("email");

    private final Api api;
    private final Shape shape;
    private final Records records;
    private final MergedIds merged;
    private final Domains domains;
    private final OwnApps ownApps;

    public PortalReader(Api api, Shape shape, LatelyWritten lately, OwnApps ownApps) {
        this.api = api;
        this.shape = shape;
        this.records = new Records(api, shape);
        this.merged = new MergedIds(api, shape.type());
        this.domains = new Domains(api, shape, lately);
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
        Map<RecordRef, CrmRecord> given = new HashMap<>();
        refById.forEach((id, ref) -> Optional.ofNullable(found.get(nowByOld.getOrDefault(id, id)))
                .ifPresent(record -> given.put(ref, record)));
        return given;
    }

    @Override
    public List<CrmRecord> byKeys(Collection<String> keys) {
        if (!keys.isEmpty() && shape.spec(shape.key()).isEmpty()) {
            throw new CrmException(
                    FailureKind.SCHEMA_MISMATCH,
                    "HubSpot has no " + shape.type().word() + " property '" + shape.key()
                            + "': create it as a single-line text that requires unique values");
        }
        return by(shape.key(), keys.stream());
    }

    @Override
    public List<CrmRecord> byEmails(Collection<Email> emails) {
        Stream<String> texts = emails.stream().map(Email::address);
        return switch (shape.type()) {
            case CONTACT -> by(EMAIL, texts);
            case COMPANY -> inOrder(domains.read(texts.toList()));
            case DEAL -> List.of();
        };
    }

    @Override
    public Map<RecordRef, Map<FieldName, List<HistoryEntry>>> history(
            Collection<RecordRef> refs, Set<FieldName> fields) {
        if (refs.isEmpty() || fields.isEmpty()) {
            return Map.of();
        }
        PropertyHistory history = new PropertyHistory(shape, fields, ownApps);
        Set<String> ids = refs.stream().map(RecordRef::id).collect(Collectors.toSet());
        return BatchRead.history(shape.type(), history.asked()).read(api, ids).stream()
                .collect(Collectors.toMap(row -> shape.ref(row.path("id").asText()), history::read, (a, same) -> a));
    }

    private List<CrmRecord> by(FieldName property, Stream<String> values) {
        Set<String> distinct = values.collect(Collectors.toCollection(LinkedHashSet::new));
        return inOrder(BatchRead.by(shape.type(), property, shape.properties()).read(api, distinct));
    }

    /** Each record once, however often it was found. */
    private List<CrmRecord> inOrder(List<JsonNode> rows) {
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        rows.forEach(row -> byId.put(row.path("id").asText(), row));
        return records.of(byId.values()).stream()
                .sorted(Comparator.comparing(CrmRecord::ref))
                .toList();
    }

    private Map<String, CrmRecord> byIds(Set<String> ids) {
        Map<String, CrmRecord> found = new HashMap<>();
        records.of(BatchRead.byId(shape.type(), shape.properties()).read(api, ids))
                .forEach(record -> found.put(record.ref().id(), record));
        return found;
    }
}
