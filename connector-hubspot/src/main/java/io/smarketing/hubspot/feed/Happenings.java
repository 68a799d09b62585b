package io.smarketing.hubspot.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.Change;
import io.smarketing.http.HttpAnswer;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.ObjectType;
import io.smarketing.hubspot.api.Paths;
import io.smarketing.hubspot.api.Relation;
import io.smarketing.hubspot.link.Associations;
import io.smarketing.hubspot.read.BatchRead;
import io.smarketing.hubspot.read.Records;
import io.smarketing.hubspot.read.Search;
import io.smarketing.hubspot.read.Shape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What happens to a record without changing it, found by a search for each kind of it. Of all records: a change of those
 * that it is told from. Of contacts: the begin of a meeting that was planned. A new activity is not of that kind:
 * HubSpot keeps the time of the last one on the contact, which moves its stamp; in a portal where activities leave their
 * contacts' stamps alone they are searched for, too, and the contacts are told with their records, for by their stamps
 * they would count as known.
 */
final class Happenings {

    private static final List<String> ACTIVITIES = List.of(Paths.CALL, Paths.EMAIL, Paths.MEETING, Paths.TASK);
    private static final String MODIFIED = "hs_lastmodifieddate";

    private final Api api;
    private final Shape shape;
    private final Records records;
    private final Associations associations;
    private final boolean searchesActivities;

    Happenings(Api api, Shape shape, boolean searchesActivities) {
        this.api = api;
        this.shape = shape;
        this.records = new Records(api, shape);
        this.associations = new Associations(api);
        this.searchesActivities = searchesActivities;
    }

    /** Of a window that has been told, after the one before, which closed then. */
    List<Change> in(Place.Part window, Instant from) {
        List<Change> changes = new ArrayList<>();
        if (shape.type() == ObjectType.CONTACT) {
            List<String> contacts = List.copyOf(activeOnes(window, from));
            changes.addAll(
                    records.changes(BatchRead.byId(shape.type(), shape.properties()).read(api, contacts)));
        }
        Instant now = window.to().plus(Increments.DATE_IS_CUT);
        for (Relation relation : shape.places().keySet()) {
            changes.addAll(toldFrom(relation, new Span(relation.to().stamp(), "GTE", window.since(), now)));
        }
        return changes;
    }

    private Set<String> activeOnes(Place.Part window, Instant from) {
        Instant to = window.to();
        Span begun = new Span("hs_meeting_start_time", "GT", from, to);
        Set<String> contacts = new LinkedHashSet<>(contacts(Paths.MEETING, begun));
        if (searchesActivities) {
            Span changed = new Span(MODIFIED, "GT", window.since(), to.plus(Increments.DATE_IS_CUT));
            ACTIVITIES.forEach(type -> contacts.addAll(contacts(type, changed)));
        }
        return contacts;
    }

    private Set<String> contacts(String type, Span span) {
        Set<String> activities = found(type, span).keySet();
        return associations
                .read(type, ObjectType.CONTACT.id(), activities)
                .from()
                .keySet();
    }

    /** The records that are linked to those which changed, with the stamps of these. */
    private List<Change> toldFrom(Relation relation, Span span) {
        Map<String, JsonNode> others = found(relation.to().id(), span);
        List<Change> changes = new ArrayList<>();
        associations
                .read(relation.to().id(), relation.from().id(), others.keySet(), relation.countingBack())
                .from()
                .forEach((id, of) -> of.forEach(other -> Optional.ofNullable(others.get(other))
                        .map(row -> Shape.stamp(relation.to(), row))
                        .ifPresent(stamp ->
                                changes.add(new Change.Changed(shape.ref(id), stamp, Optional.empty())))));
        return changes;
    }

    /** The times of a property that are asked for. */
    private record Span(String property, String after, Instant from, Instant to) {}

    /** By id. */
    private Map<String, JsonNode> found(String type, Span span) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        String last = "";
        boolean more = true;
        while (more) {
            Search search = new Search(List.of(span.property()))
                    .where(span.property(), span.after(), span.from())
                    .where(span.property(), "LTE", span.to())
                    .after(last);
            HttpAnswer answer = api.http().send(search.ask(api, type));
            for (JsonNode one : answer.body().path("results")) {
                last = one.path("id").asText();
                found.put(last, one);
            }
            more = answer.body().path("results").size() > 0
                    && !answer.body().at("/paging/next/after").asText("").isEmpty();
        }
        return found;
    }
}
