package io.smarketing.salesforce.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Gone;
import io.smarketing.core.crm.WriteOutcome.Moved;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.salesforce.error.OrgError;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.schema.PersonTypes;
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

/** Finds out where a record is that could not be written because it is not what it was, or its key is held elsewhere. */
final class Whereabouts {

    private static final Pattern HOLDER = Pattern.compile("\\bid:?\\s*([0-9A-Za-z]{15,18})\\b");

    private final CrmId crm;
    private final Rest rest;
    private final RowBodies bodies;

    Whereabouts(CrmId crm, Rest rest, RowBodies bodies) {
        this.crm = crm;
        this.rest = rest;
        this.bodies = bodies;
    }

    /** True if it pays to ask where the record is. */
    static boolean isLost(Answered answered) {
        return answered.isRefusedFor(FailureKind.MOVED)
                || answered.isRefusedFor(FailureKind.GONE)
                || answered.errors().stream().anyMatch(e -> e.code().equals("DUPLICATE_VALUE"));
    }

    /** What came of the lost rows, by their index; one that is left out was refused for its values. */
    Map<Integer, WriteOutcome> of(Collection<Answered> lost) {
        Map<Integer, WriteOutcome> found = new HashMap<>();
        for (RecordType type : PersonTypes.ALL) {
            Map<String, Answered> byId = new HashMap<>();
            Map<String, Answered> byKey = new HashMap<>();
            for (Answered answered : lost) {
                if (answered.row().type().equals(type)) {
                    Optional<RecordRef> holder = holder(answered);
                    holder.ifPresent(h -> found.put(answered.row().index(), new Moved(h)));
                    if (holder.isEmpty() && answered.row().isCreate()) {
                        byKey.put(answered.row().key().orElseThrow(), answered);
                    } else if (holder.isEmpty() && !isDuplicate(answered)) {
                        byId.put(answered.row().id().orElseThrow(), answered);
                    }
                }
            }
            byId(type, byId, found);
            byKey(type, byKey, found);
        }
        return found;
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
        return new RecordRef(crm, PersonTypes.ofId(id), id);
    }

    private void byId(RecordType type, Map<String, Answered> lost, Map<Integer, WriteOutcome> found) {
        String select = "SELECT Id, IsDeleted, MasterRecordId" + conversion(type) + " FROM " + type + " WHERE ";
        lost.values().forEach(a -> found.put(a.row().index(), new Gone()));
        for (List<String> ids : Batches.of(lost.keySet())) {
            for (JsonNode row : rest.queryAll(select + Soql.in("Id", ids)).rows()) {
                int index = lost.get(row.path("Id").asText()).row().index();
                found.remove(index);
                outcome(row).ifPresent(outcome -> found.put(index, outcome));
            }
        }
    }

    private Optional<WriteOutcome> outcome(JsonNode row) {
        String now =
                row.path("MasterRecordId").asText(row.path("ConvertedContactId").asText(""));
        if (!now.isEmpty()) {
            return Optional.of(new Moved(ref(now)));
        }
        boolean gone =
                row.path("IsDeleted").asBoolean() || row.path("IsConverted").asBoolean();
        return gone ? Optional.of(new Gone()) : Optional.empty();
    }

    private void byKey(RecordType type, Map<String, Answered> lost, Map<Integer, WriteOutcome> found) {
        String key = bodies.keyField(type).text();
        String select = "SELECT Id, " + key + conversion(type) + " FROM " + type + " WHERE ";
        for (List<String> keys : Batches.of(lost.keySet())) {
            for (JsonNode row : rest.query(select + Soql.in(key, keys)).rows()) {
                String now =
                        row.path("ConvertedContactId").asText(row.path("Id").asText());
                Optional.ofNullable(lost.get(row.path(key).asText()))
                        .ifPresent(a -> found.put(a.row().index(), new Moved(ref(now))));
            }
        }
    }

    private static String conversion(RecordType type) {
        return type.equals(PersonTypes.LEAD) ? ", IsConverted, ConvertedContactId" : "";
    }
}
