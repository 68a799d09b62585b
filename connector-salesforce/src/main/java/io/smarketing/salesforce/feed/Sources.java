package io.smarketing.salesforce.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.NormalForm;
import io.smarketing.core.lead.UnreadableValue;
import io.smarketing.salesforce.read.RecordRow;
import io.smarketing.salesforce.read.Records;
import io.smarketing.salesforce.read.Selection;
import io.smarketing.salesforce.rest.BulkQueries;
import io.smarketing.salesforce.rest.Found;
import io.smarketing.salesforce.rest.Rest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads pages of sources, from positions on. */
final class Sources {

    private final Rest rest;
    private final Records records;
    private final Listing listing;

    Sources(Rest rest, Records records, BulkQueries jobs) {
        this.rest = rest;
        this.records = records;
        this.listing = new Listing(records, jobs);
    }

    /** Those that say something of the records we read. */
    Set<Source> all() {
        Set<Source> all = EnumSet.noneOf(Source.class);
        for (Source source : Source.values()) {
            if (tells(source)) {
                all.add(source);
            }
        }
        return all;
    }

    private boolean tells(Source source) {
        return switch (source) {
            case LEAD, CONTACT, COMPANY, DEAL -> records.reads(new RecordType(source.object()));
            case ACCOUNT -> anySelection(Selection::tellsAccount);
            case OPPORTUNITY -> anySelection(Selection::tellsOpportunities);
            case ROLE -> anySelection(s -> s.tellsOpportunities() || s.tellsContacts());
            case NAMED -> anySelection(Selection::tellsContacts);
            case TASK, EVENT, MEETING -> anySelection(s -> s.children().contains(source.object()));
        };
    }

    private boolean anySelection(Predicate<Selection> holds) {
        return records.types().stream().map(records::selection).anyMatch(holds);
    }

    /** Those whose rows are the records themselves. */
    Set<Source> ofRecords() {
        Set<Source> some = all();
        some.removeIf(source -> !source.isRecords());
        return some;
    }

    /** About the org's time now. */
    Instant now() {
        return rest.now();
    }

    /** The page of a source whose rows are records. */
    Haul records(Source source, Position at) {
        // what was deleted before a listing is no part of it
        if (at.isListing()) {
            return listing.page(source, at);
        }
        RecordType type = new RecordType(source.object());
        Records.Page page = records.askAll(type, at.tail(source, Optional.empty()));
        List<RecordRow> rows = page.rows();
        Position next = at.swept(page.began());
        if (rows.size() >= source.page()) {
            RecordRow last = rows.get(rows.size() - 1);
            next = at.after(last.ref().id(), last.stamp(), page.began());
        }
        return new Haul(rows, Map.of(), Set.of(), page.began(), next);
    }

    /**
     * The page of a source whose rows are about records. Deleted rows are among them: they say as much of their records as
     * changed ones.
     */
    Haul related(Source source, Position at) {
        return haul(source, at, rest.queryAll(soql(source, at)));
    }

    private String soql(Source source, Position at) {
        String select = switch (source) {
            case OPPORTUNITY -> ", (SELECT ContactId FROM OpportunityContactRoles)";
            case NAMED -> ", (SELECT OpportunityId FROM OpportunityContactRoles)";
            case ROLE -> ", ContactId, OpportunityId";
            case TASK, EVENT, MEETING -> ", WhoId";
            default -> "";
        };
        // all meetings to come would be found otherwise, each time
        Optional<Instant> until = source == Source.MEETING ? Optional.of(rest.now()) : Optional.empty();
        return "SELECT Id, " + source.stamp() + select + " FROM " + source.object() + " " + at.tail(source, until);
    }

    private Haul haul(Source source, Position at, Found found) {
        Map<String, Instant> touched = new HashMap<>();
        Set<String> accounts = new HashSet<>();
        for (JsonNode row : found.rows()) {
            List<JsonNode> tellers = new ArrayList<>(rest.allOf(row.path("OpportunityContactRoles")));
            tellers.add(row);
            for (JsonNode teller : tellers) {
                for (String whose : List.of("ContactId", "OpportunityId", "WhoId")) {
                    touched.merge(teller.path(whose).asText(""), stamp(source, row), Gathering::later);
                }
            }
            if (source == Source.ACCOUNT) {
                accounts.add(row.path("Id").asText());
            }
        }
        touched.remove("");
        return new Haul(List.of(), touched, accounts, found.began(), next(source, at, found));
    }

    private static Position next(Source source, Position at, Found found) {
        if (found.rows().size() < source.page()) {
            return at.swept(found.began());
        }
        JsonNode last = found.rows().get(found.rows().size() - 1);
        return at.after(last.path("Id").asText(), stamp(source, last), found.began());
    }

    private static Instant stamp(Source source, JsonNode row) {
        try {
            return NormalForm.instant(row.path(source.stamp()).asText());
        } catch (UnreadableValue e) {
            throw new IllegalStateException(source.stamp() + " " + e.getMessage(), e);
        }
    }
}
