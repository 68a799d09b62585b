package io.smarketing.salesforce.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.NormalForm;
import io.smarketing.core.lead.UnreadableValue;
import io.smarketing.salesforce.read.People;
import io.smarketing.salesforce.read.PersonRow;
import io.smarketing.salesforce.rest.Found;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.schema.PersonTypes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads pages of sources, from positions on. */
final class Sources {

    private final Rest rest;
    private final People people;

    Sources(Rest rest, People people) {
        this.rest = rest;
        this.people = people;
    }

    /** Those that say something of the people we read. */
    Set<Source> all() {
        Set<Source> all = EnumSet.noneOf(Source.class);
        if (people.reads(PersonTypes.LEAD)) {
            all.add(Source.LEAD);
        }
        if (people.reads(PersonTypes.CONTACT)) {
            all.add(Source.CONTACT);
            if (people.selection(PersonTypes.CONTACT).tellsAccount()) {
                all.add(Source.ACCOUNT);
            }
            if (people.selection(PersonTypes.CONTACT).tellsOpportunities()) {
                all.add(Source.OPPORTUNITY);
                all.add(Source.ROLE);
            }
        }
        if (people.tells("Task")) {
            all.add(Source.TASK);
        }
        if (people.tells("Event")) {
            all.add(Source.EVENT);
            all.add(Source.MEETING);
        }
        return all;
    }

    /** About the org's time now. */
    Instant now() {
        return rest.now();
    }

    /** The page of a source whose rows are people. */
    Haul people(Source source, Position at) {
        RecordType type = new RecordType(source.object());
        String tail = at.tail(source, Optional.empty());
        // what was deleted before a listing is nobody of it
        People.Page page = at.isListing() ? people.ask(type, tail) : people.askAll(type, tail);
        List<PersonRow> rows = page.rows();
        Position next = at.swept(page.began());
        if (rows.size() >= source.page()) {
            PersonRow last = rows.get(rows.size() - 1);
            next = at.after(last.ref().id(), last.stamp(), page.began());
        }
        return new Haul(rows, Map.of(), Set.of(), page.began(), next);
    }

    /**
     * The page of a source whose rows are about people. Deleted rows are among them: they say as much of their people as
     * changed ones.
     */
    Haul related(Source source, Position at) {
        return haul(source, at, rest.queryAll(soql(source, at)));
    }

    private String soql(Source source, Position at) {
        String select = switch (source) {
            case OPPORTUNITY -> ", (SELECT ContactId FROM OpportunityContactRoles)";
            case ROLE -> ", ContactId";
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
                for (String who : List.of("ContactId", "WhoId")) {
                    touched.merge(teller.path(who).asText(""), stamp(source, row), Gathering::later);
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
