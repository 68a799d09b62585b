package io.smarketing.salesforce.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.HistoryEntry;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldType;
import io.smarketing.http.Fan;
import io.smarketing.salesforce.rest.Found;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.schema.OrgSchema;
import io.smarketing.salesforce.schema.OrgTypes;
import io.smarketing.salesforce.soql.Batches;
import io.smarketing.salesforce.soql.SalesforceId;
import io.smarketing.salesforce.soql.Soql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The org's own field history, where an admin has switched it on; fields that are not tracked have none. */
public final class FieldHistory {

    private final Rest rest;
    private final Fan fan;
    private final OrgSchema schema;
    private final String ourselves;

    /** @param ourselves our own user's id */
    public FieldHistory(Rest rest, Fan fan, OrgSchema schema, String ourselves) {
        this.rest = rest;
        this.fan = fan;
        this.schema = schema;
        this.ourselves = ourselves;
    }

    Map<RecordRef, Map<FieldName, List<HistoryEntry>>> of(Collection<RecordRef> refs, Set<FieldName> fields) {
        Map<RecordRef, Map<FieldName, List<HistoryEntry>>> history = new HashMap<>();
        for (RecordType type : refs.stream().map(RecordRef::type).collect(Collectors.toSet())) {
            Map<String, RecordRef> byId = new HashMap<>();
            refs.stream().filter(r -> r.type().equals(type)).forEach(r -> byId.put(r.id(), r));
            if (!fields.isEmpty()) {
                for (JsonNode row : rows(type, byId.keySet())) {
                    RecordRef ref = byId.get(row.path(type + "Id").asText());
                    FieldName field = fieldOf(row);
                    FieldSpec spec = schema.fields(type).get(field);
                    if (ref != null && spec != null && fields.contains(field) && isValue(row, spec)) {
                        history.computeIfAbsent(ref, r -> new HashMap<>())
                                .computeIfAbsent(field, f -> new ArrayList<>())
                                .add(entry(row, spec));
                    }
                }
            }
        }
        return history;
    }

    /** What history the org keeps of these records, oldest first; none if it keeps none. */
    List<JsonNode> rows(RecordType type, Collection<String> ids) {
        // an opportunity's history is that of its stage, amount and date as a whole
        String object = type + (type.equals(OrgTypes.OPPORTUNITY) ? "FieldHistory" : "History");
        List<Supplier<Found>> calls = new ArrayList<>();
        for (List<String> batch : schema.hasChild(type, object) ? Batches.of(ids) : List.<List<String>>of()) {
            calls.add(() -> rest.query("SELECT " + type + "Id, Field, NewValue, CreatedDate, CreatedById FROM " + object
                    + " WHERE " + Soql.in(type + "Id", batch) + " ORDER BY CreatedDate, Id"));
        }
        return fan.all(calls).stream().flatMap(f -> f.rows().stream()).toList();
    }

    /** History calls the owner by another name than the record does. */
    static FieldName fieldOf(JsonNode row) {
        String field = row.path("Field").asText("?");
        return FieldName.of(field.equals("Owner") ? "OwnerId" : field);
    }

    /** A change of owner is told twice: once with names, once with ids. */
    private static boolean isValue(JsonNode row, FieldSpec spec) {
        boolean isId = spec.type() == FieldType.OWNER || spec.type() == FieldType.REFERENCE;
        String value = Values.text(row.path("NewValue"));
        return !isId || value.isEmpty() || (value.length() == 18 && SalesforceId.isId(value));
    }

    private HistoryEntry entry(JsonNode row, FieldSpec spec) {
        return new HistoryEntry(
                Values.normal(Values.text(row.path("NewValue")), spec),
                Values.instant(row.path("CreatedDate")),
                row.path("CreatedById").asText().equals(ourselves) ? Author.OURSELVES : Author.SOMEBODY_ELSE);
    }
}
