package io.smarketing.salesforce.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.StageFact;
import io.smarketing.core.crm.record.StageTold;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.http.Fan;
import io.smarketing.salesforce.rest.Found;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.schema.Keys;
import io.smarketing.salesforce.schema.OrgTypes;
import io.smarketing.salesforce.soql.Batches;
import io.smarketing.salesforce.soql.Soql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads records of one subject by a query, and says of each what core wants to know. */
public final class Records {

    private final CrmId crm;
    private final String ourselves;
    private final Rest rest;
    private final Map<RecordType, Selection> selections;
    private final Wins wins;

    /** @param ourselves our own user's id */
    public Records(CrmId crm, String ourselves, Rest rest, Fan fan, Map<RecordType, Selection> selections) {
        this.crm = crm;
        this.ourselves = ourselves;
        this.rest = rest;
        this.selections = Map.copyOf(selections);
        this.wins = new Wins(rest, fan);
    }

    /** The rows, and the org's time when they were asked for. */
    public record Page(List<RecordRow> rows, Instant began) {

        public Page {
            rows = List.copyOf(rows);
        }
    }

    /** The types that are read, in their order. */
    public List<RecordType> types() {
        return selections.keySet().stream().sorted().toList();
    }

    /** True if records of the type are read at all. */
    public boolean reads(RecordType type) {
        return selections.containsKey(type);
    }

    /** What is read of a type that {@linkplain #reads is read}. */
    public Selection selection(RecordType type) {
        return Optional.ofNullable(selections.get(type)).orElseThrow();
    }

    /** True if rows of that object are about people whom we read. */
    public boolean tells(String object) {
        return selections.values().stream().anyMatch(s -> s.children().contains(object));
    }

    /** A reference to a record of ours. */
    public RecordRef ref(RecordType type, String id) {
        return new RecordRef(crm, type, id);
    }

    /**
     * Asks for rows that are there; converted leads are.
     *
     * @param tail what follows the FROM clause
     */
    public Page ask(RecordType type, String tail) {
        return page(type, tail, rest::query);
    }

    /** Asks for rows as {@link #ask} does, also for deleted ones. */
    public Page askAll(RecordType type, String tail) {
        return page(type, tail, rest::queryAll);
    }

    private Page page(RecordType type, String tail, Function<String, Found> query) {
        Selection selection = selection(type);
        Found found = query.apply((selection.select() + " " + tail).strip());
        Map<String, List<JsonNode>> roles = new HashMap<>();
        if (selection.tellsRoles()) {
            found.rows().forEach(row -> roles.put(row.path("Id").asText(), rest.allOf(row.path(Keys.ROLE + "s"))));
        }
        return page(selection, found, roles);
    }

    /** The page of rows that came without their roles, which are asked for. */
    public Page withRoles(RecordType type, Found found) {
        Selection selection = selection(type);
        Map<String, List<JsonNode>> roles = new HashMap<>();
        if (selection.tellsRoles()) {
            List<String> ids = new ArrayList<>();
            for (JsonNode row : found.rows()) {
                ids.add(row.path("Id").asText());
            }
            ids.forEach(id -> roles.put(id, new ArrayList<>()));
            for (List<String> some : Batches.rows(ids, Batches.NAMED)) {
                String soql = selection.selectRoles() + " AND " + Soql.in(selection.parent(), some);
                for (JsonNode role : rest.query(soql).rows()) {
                    roles.get(role.path(selection.parent()).asText()).add(role);
                }
            }
        }
        return page(selection, found, roles);
    }

    private Page page(Selection selection, Found found, Map<String, List<JsonNode>> roles) {
        Map<String, Opportunities> told = new HashMap<>();
        if (selection.tellsOpportunities()) {
            roles.forEach((id, its) -> told.put(id, Opportunities.in(its)));
        }
        Map<String, Instant> wonAt =
                wins.of(told.values().stream().flatMap(o -> o.all().stream()).toList(), found.began());
        List<RecordRow> rows = new ArrayList<>();
        for (JsonNode row : found.rows()) {
            String id = row.path("Id").asText();
            Fields fields = fields(selection, row, roles.getOrDefault(id, List.of()));
            Map<StageFact, Instant> facts = told.containsKey(id) ? told.get(id).facts(wonAt) : Map.of();
            rows.add(row(selection, row, fields, facts));
        }
        return new Page(rows, found.began());
    }

    private RecordRow row(Selection selection, JsonNode row, Fields fields, Map<StageFact, Instant> facts) {
        RecordRef ref = ref(selection.type(), row.path("Id").asText());
        Instant stamp = Values.instant(row.path("SystemModstamp"));
        Standing standing = Standing.of(row);
        if (!standing.lives()) {
            return new RecordRow(ref, stamp, Optional.empty(), standing.now().map(id -> ref(OrgTypes.ofId(id), id)));
        }
        CrmRecord record = new CrmRecord(
                ref,
                stamp,
                Values.instant(row.path("CreatedDate")),
                row.path("LastModifiedById").asText().equals(ourselves) ? Author.OURSELVES : Author.SOMEBODY_ELSE,
                fields.text(selection.key()),
                Identity.of(selection.type()).in(row),
                fields,
                OrgTypes.isPerson(selection.type()) ? stage(selection, row, fields, facts) : StageTold.NOTHING);
        return new RecordRow(ref, stamp, Optional.of(record), Optional.empty());
    }

    private StageTold stage(Selection selection, JsonNode row, Fields fields, Map<StageFact, Instant> facts) {
        Instant stamp = Values.instant(row.path("SystemModstamp"));
        return new StageTold(
                selection.stage().map(fields::text).orElse(""),
                Map.of(),
                facts,
                isOwnedByHuman(row) ? Optional.of(stamp) : Optional.empty());
    }

    /** Queues are not users, and what our own user owns waits for somebody. */
    private boolean isOwnedByHuman(JsonNode row) {
        String owner = row.path("OwnerId").asText("");
        return owner.startsWith(OrgTypes.USER) && !owner.equals(ourselves);
    }

    private static Fields fields(Selection selection, JsonNode row, List<JsonNode> roles) {
        Map<FieldName, FieldValue> values = new LinkedHashMap<>();
        selection
                .fields()
                .forEach((name, spec) ->
                        value(selection.keys(), name, spec, row, roles).ifPresent(value -> values.put(name, value)));
        return new Fields(values);
    }

    private static Optional<FieldValue> value(
            Keys keys, FieldName name, FieldSpec spec, JsonNode row, List<JsonNode> roles) {
        if (keys.isToAccount(name)) {
            return LinkedKeys.ofAccount(row, keys.of(OrgTypes.ACCOUNT).orElseThrow());
        }
        if (keys.isToContacts(name)) {
            return LinkedKeys.ofContacts(roles, keys.of(OrgTypes.CONTACT).orElseThrow());
        }
        return Optional.of(Values.of(row, name, spec));
    }
}
