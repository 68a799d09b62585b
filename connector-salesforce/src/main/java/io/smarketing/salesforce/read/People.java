package io.smarketing.salesforce.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.StageTold;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.http.Fan;
import io.smarketing.salesforce.read.Opportunities.Opportunity;
import io.smarketing.salesforce.rest.Found;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.schema.PersonTypes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads contacts and leads by a query, and says of each what core wants to know. */
public final class People {

    private final CrmId crm;
    private final String ourselves;
    private final Rest rest;
    private final Map<RecordType, Selection> selections;
    private final Wins wins;

    /** @param ourselves our own user's id */
    public People(CrmId crm, String ourselves, Rest rest, Fan fan, Map<RecordType, Selection> selections) {
        this.crm = crm;
        this.ourselves = ourselves;
        this.rest = rest;
        this.selections = Map.copyOf(selections);
        this.wins = new Wins(rest, fan);
    }

    /** The rows, and the org's time when they were asked for. */
    public record Page(List<PersonRow> rows, Instant began) {

        public Page {
            rows = List.copyOf(rows);
        }
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
        Map<String, Opportunities> told = opportunities(selection, found.rows());
        List<Opportunity> all =
                told.values().stream().flatMap(o -> o.all().stream()).toList();
        Map<String, Instant> wonAt = wins.of(all, found.began());
        List<PersonRow> rows = new ArrayList<>();
        for (JsonNode row : found.rows()) {
            Opportunities its = told.getOrDefault(row.path("Id").asText(), new Opportunities(List.of()));
            rows.add(row(selection, row, its, wonAt));
        }
        return new Page(rows, found.began());
    }

    private Map<String, Opportunities> opportunities(Selection selection, List<JsonNode> rows) {
        Map<String, Opportunities> told = new LinkedHashMap<>();
        if (selection.tellsOpportunities()) {
            for (JsonNode row : rows) {
                List<JsonNode> roles = rest.allOf(row.path("OpportunityContactRoles"));
                told.put(row.path("Id").asText(), Opportunities.in(roles));
            }
        }
        return told;
    }

    private PersonRow row(Selection selection, JsonNode row, Opportunities told, Map<String, Instant> wonAt) {
        RecordRef ref = ref(selection.type(), row.path("Id").asText());
        Instant stamp = Values.instant(row.path("SystemModstamp"));
        Standing standing = Standing.of(row);
        if (!standing.lives()) {
            return new PersonRow(ref, stamp, Optional.empty(), standing.now().map(id -> ref(PersonTypes.ofId(id), id)));
        }
        Fields fields = fields(selection, row);
        CrmRecord record = new CrmRecord(
                ref,
                stamp,
                Values.instant(row.path("CreatedDate")),
                row.path("LastModifiedById").asText().equals(ourselves) ? Author.OURSELVES : Author.SOMEBODY_ELSE,
                fields.text(selection.key()),
                Email.in(Values.text(row.path("Email"))),
                fields,
                new StageTold(
                        selection.stage().map(fields::text).orElse(""),
                        Map.of(),
                        told.facts(wonAt),
                        isOwnedByHuman(row) ? Optional.of(stamp) : Optional.empty()));
        return new PersonRow(ref, stamp, Optional.of(record), Optional.empty());
    }

    /** Queues are not users, and what our own user owns waits for somebody. */
    private boolean isOwnedByHuman(JsonNode row) {
        String owner = row.path("OwnerId").asText("");
        return owner.startsWith(PersonTypes.USER) && !owner.equals(ourselves);
    }

    private static Fields fields(Selection selection, JsonNode row) {
        Map<FieldName, FieldValue> values = new LinkedHashMap<>();
        selection.fields().forEach((name, spec) -> values.put(name, Values.of(row, name, spec)));
        return new Fields(values);
    }
}
