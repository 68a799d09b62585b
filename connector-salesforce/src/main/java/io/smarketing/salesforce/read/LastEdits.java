package io.smarketing.salesforce.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.record.Edit;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.lead.FieldName;
import io.smarketing.http.Fan;
import io.smarketing.salesforce.rest.Found;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.schema.OrgSchema;
import io.smarketing.salesforce.schema.OrgTypes;
import io.smarketing.salesforce.soql.Batches;
import io.smarketing.salesforce.soql.Soql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Finds who last edited fields: by the field's history where one is kept, else by the record's last edit. */
final class LastEdits {

    private final Rest rest;
    private final Fan fan;
    private final OrgSchema schema;
    private final FieldHistory history;
    private final String ourselves;

    /** @param ourselves our own user's id */
    LastEdits(Rest rest, Fan fan, OrgSchema schema, FieldHistory history, String ourselves) {
        this.rest = rest;
        this.fan = fan;
        this.schema = schema;
        this.history = history;
        this.ourselves = ourselves;
    }

    Map<RecordRef, Edit> of(Map<RecordRef, FieldName> fields) {
        Map<RecordRef, Edit> edits = new HashMap<>();
        for (RecordType type : OrgTypes.of(Subject.PEOPLE)) {
            Map<String, RecordRef> byId = new HashMap<>();
            fields.keySet().stream().filter(ref -> ref.type().equals(type)).forEach(ref -> byId.put(ref.id(), ref));
            if (!byId.isEmpty()) {
                Set<RecordRef> tracked = byHistory(type, byId, fields, edits);
                byId.values().removeAll(tracked);
                byRecord(type, byId, edits);
            }
        }
        return edits;
    }

    /** Adds the last edits that history tells; the answer are the records of whose field there is a history at all. */
    private Set<RecordRef> byHistory(
            RecordType type,
            Map<String, RecordRef> byId,
            Map<RecordRef, FieldName> fields,
            Map<RecordRef, Edit> edits) {
        Set<RecordRef> tracked = new HashSet<>();
        for (JsonNode row : history.rows(type, byId.keySet())) {
            RecordRef ref = byId.get(row.path(type + "Id").asText());
            if (ref != null && FieldHistory.fieldOf(row).equals(fields.get(ref))) {
                tracked.add(ref);
                add(edits, ref, row, "Created");
            }
        }
        return tracked;
    }

    private void byRecord(RecordType type, Map<String, RecordRef> byId, Map<RecordRef, Edit> edits) {
        List<Supplier<Found>> calls = new ArrayList<>();
        Collection<List<String>> batches = Batches.of(byId.keySet());
        batches.forEach(ids -> calls.add(() -> rest.query(
                "SELECT Id, LastModifiedDate, LastModifiedById FROM " + type + " WHERE " + Soql.in("Id", ids))));
        for (Found found : fan.all(calls)) {
            for (JsonNode row : found.rows()) {
                RecordRef ref = byId.get(row.path("Id").asText());
                if (ref != null) {
                    add(edits, ref, row, "LastModified");
                }
            }
        }
    }

    private void add(Map<RecordRef, Edit> edits, RecordRef ref, JsonNode row, String stamp) {
        String user = row.path(stamp + "ById").asText("");
        if (!user.equals(ourselves)) {
            Edit edit = new Edit(Values.instant(row.path(stamp + "Date")), schema.ownerEmail(user));
            edits.merge(ref, edit, (a, b) -> b.at().isBefore(a.at()) ? a : b);
        }
    }
}
