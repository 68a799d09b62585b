package io.smarketing.salesforce.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Gone;
import io.smarketing.core.crm.WriteOutcome.Moved;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.salesforce.error.OrgError;
import io.smarketing.salesforce.read.Trail;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.schema.OrgTypes;
import io.smarketing.salesforce.soql.Batches;
import io.smarketing.salesforce.soql.SalesforceId;
import io.smarketing.salesforce.soql.Soql;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out where a record is that could not be written because it is not what it was, or its key is held elsewhere, and
 * whether a lead that was written had been converted: an org may let us edit those, and nobody would ever see it.
 */
final class Whereabouts {

    private static final Pattern HOLDER = Pattern.compile("\\bid:?\\s*([0-9A-Za-z]{15,18})\\b");

    private final Trail trail;
    private final Rest rest;
    private final RowBodies bodies;

    Whereabouts(Trail trail, Rest rest, RowBodies bodies) {
        this.trail = trail;
        this.rest = rest;
        this.bodies = bodies;
    }

    /** True if it pays to ask where the record is. */
    static boolean isInDoubt(Answered answered) {
        return isLost(answered) || isOldLead(answered);
    }

    private static boolean isLost(Answered answered) {
        return answered.isRefusedFor(FailureKind.MOVED)
                || answered.isRefusedFor(FailureKind.GONE)
                || answered.errors().stream().anyMatch(e -> e.code().equals("DUPLICATE_VALUE"));
    }

    private static boolean isOldLead(Answered answered) {
        return answered.id().isPresent()
                && !answered.isNew()
                && answered.row().type().equals(OrgTypes.LEAD);
    }

    /** What came of these rows, by their index; one that is left out is as it was answered. */
    Map<Integer, WriteOutcome> of(Collection<Answered> inDoubt) {
        Map<Integer, WriteOutcome> found = new HashMap<>();
        Map<Integer, RecordRef> byId = new HashMap<>();
        Map<RecordType, Map<String, Row>> byKey = new HashMap<>();
        for (Answered answered : inDoubt) {
            Row row = answered.row();
            Optional<RecordRef> holder = row.isCreate() ? holder(answered) : Optional.empty();
            if (holder.isPresent()) {
                found.put(row.index(), new Moved(holder.get()));
            } else if (isOldLead(answered)) {
                byId.put(row.index(), trail.ref(row.type(), answered.id().orElseThrow()));
            } else if (row.isCreate()) {
                byKey.computeIfAbsent(row.type(), t -> new HashMap<>())
                        .put(row.key().orElseThrow(), row);
            } else if (!isDuplicate(answered)) {
                byId.put(row.index(), trail.ref(row.type(), row.id().orElseThrow()));
            }
        }
        found.putAll(byId(byId));
        byKey.forEach((type, rows) -> found.putAll(byKey(type, rows)));
        // what was written was there; we may not see it any more since it has another owner now, or is deleted as asked
        inDoubt.stream()
                .filter(Whereabouts::isOldLead)
                .forEach(a -> found.remove(a.row().index(), new Gone()));
        return found;
    }

    /** Deletes that must not be sent, since there is nothing to delete or a lead has become a contact. */
    Map<Integer, WriteOutcome> beforeDeleting(Collection<Row> rows) {
        Map<Integer, RecordRef> leads = new HashMap<>();
        rows.stream()
                .filter(row -> row.verb() == Row.Verb.DELETE && row.type().equals(OrgTypes.LEAD))
                .forEach(row ->
                        leads.put(row.index(), trail.ref(row.type(), row.id().orElseThrow())));
        return byId(leads);
    }

    private static boolean isDuplicate(Answered answered) {
        return answered.isRefusedFor(FailureKind.DUPLICATE);
    }

    /** The record that holds our key, if the error names it. */
    private Optional<RecordRef> holder(Answered answered) {
        String key = bodies.keyField(answered.row().type()).text();
        return answered.errors().stream()
                .filter(e -> e.code().equals("DUPLICATE_VALUE") && e.message().contains(key))
                .map(OrgError::message)
                .map(HOLDER::matcher)
                .filter(Matcher::find)
                .map(m -> m.group(1))
                .filter(SalesforceId::isId)
                .map(SalesforceId::normal)
                .filter(id -> !answered.row().id().equals(Optional.of(id)))
                .map(this::ref)
                .findFirst();
    }

    private RecordRef ref(String id) {
        return trail.ref(OrgTypes.ofId(id), id);
    }

    private Map<Integer, WriteOutcome> byId(Map<Integer, RecordRef> asked) {
        Map<RecordRef, RecordRef> now = trail.of(asked.values());
        Map<Integer, WriteOutcome> found = new HashMap<>();
        asked.forEach((index, ref) -> {
            RecordRef living = now.get(ref);
            if (living == null) {
                found.put(index, new Gone());
            } else if (!living.equals(ref)) {
                found.put(index, new Moved(living));
            }
        });
        return found;
    }

    private Map<Integer, WriteOutcome> byKey(RecordType type, Map<String, Row> lost) {
        String key = bodies.keyField(type).text();
        String converted = type.equals(OrgTypes.LEAD) ? ", ConvertedContactId" : "";
        String select = "SELECT Id, " + key + converted + " FROM " + type + " WHERE ";
        Map<Integer, WriteOutcome> found = new HashMap<>();
        for (List<String> keys : Batches.of(lost.keySet())) {
            for (JsonNode row : rest.query(select + Soql.in(key, keys)).rows()) {
                String now =
                        row.path("ConvertedContactId").asText(row.path("Id").asText());
                Optional.ofNullable(lost.get(row.path(key).asText()))
                        .ifPresent(lostRow -> found.put(lostRow.index(), new Moved(ref(now))));
            }
        }
        return found;
    }
}
