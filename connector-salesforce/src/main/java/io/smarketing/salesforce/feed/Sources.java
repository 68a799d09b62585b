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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a page of one object, from a position on. */
final class Sources {

    private final Rest rest;
    private final People people;

    Sources(Rest rest, People people) {
        this.rest = rest;
        this.people = people;
    }

    /** The objects that say something of the people we read. */
    Set<Source> all() {
        Set<Source> all = new HashSet<>();
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
        return all;
    }

    /** The page of an object at its position. */
    Haul read(Source source, Position at) {
        return switch (source) {
            case LEAD -> people(source, PersonTypes.LEAD, at);
            case CONTACT -> people(source, PersonTypes.CONTACT, at);
            case ACCOUNT -> related(source, at, "SELECT Id, SystemModstamp FROM Account ");
            case OPPORTUNITY ->
                related(
                        source,
                        at,
                        "SELECT Id, SystemModstamp, (SELECT ContactId FROM OpportunityContactRoles) FROM Opportunity ");
            case ROLE -> related(source, at, "SELECT Id, SystemModstamp, ContactId FROM OpportunityContactRole ");
        };
    }

    private Haul people(Source source, RecordType type, Position at) {
        String tail = at.tail(source.page());
        // what was deleted before a listing is nobody of it
        People.Page page = at.isListing() ? people.ask(type, tail) : people.askAll(type, tail);
        List<PersonRow> rows = page.rows();
        Position next = at.swept(page.began());
        if (rows.size() >= source.page()) {
            PersonRow last = rows.get(rows.size() - 1);
            next = at.after(last.ref().id(), last.stamp(), page.began());
        }
        return new Haul(rows, Set.of(), Set.of(), page.began(), next);
    }

    private Haul related(Source source, Position at, String select) {
        // a record that is deleted says as much of its people as one that is changed
        Found found = rest.queryAll(select + at.tail(source.page()));
        Set<String> contacts = new HashSet<>();
        Set<String> accounts = new HashSet<>();
        for (JsonNode row : found.rows()) {
            List<JsonNode> roles = new ArrayList<>(rest.allOf(row.path("OpportunityContactRoles")));
            roles.add(row);
            roles.stream()
                    .map(role -> role.path("ContactId").asText(""))
                    .filter(id -> !id.isEmpty())
                    .forEach(contacts::add);
            if (source == Source.ACCOUNT) {
                accounts.add(row.path("Id").asText());
            }
        }
        return new Haul(List.of(), contacts, accounts, found.began(), next(source, at, found));
    }

    private static Position next(Source source, Position at, Found found) {
        if (found.rows().size() < source.page()) {
            return at.swept(found.began());
        }
        JsonNode last = found.rows().get(found.rows().size() - 1);
        return at.after(last.path("Id").asText(), stamp(last), found.began());
    }

    private static Instant stamp(JsonNode row) {
        try {
            return NormalForm.instant(row.path("SystemModstamp").asText());
        } catch (UnreadableValue e) {
            throw new IllegalStateException("SystemModstamp " + e.getMessage(), e);
        }
    }
}
