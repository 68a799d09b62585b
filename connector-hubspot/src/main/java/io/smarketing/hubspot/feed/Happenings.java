package io.smarketing.hubspot.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.Change;
import io.smarketing.http.HttpAnswer;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.ObjectType;
import io.smarketing.hubspot.api.Paths;
import io.smarketing.hubspot.link.Associations;
import io.smarketing.hubspot.read.BatchRead;
import io.smarketing.hubspot.read.Records;
import io.smarketing.hubspot.read.Search;
import io.smarketing.hubspot.read.Shape;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What happens to a contact without changing it, found by a search for each kind of it. A new activity is not of that
 * kind: HubSpot keeps the time of the last one on the contact, which moves its stamp. But nothing changes when a meeting
 * that was planned begins. In a portal where activities leave their contacts' stamps alone they are searched for, too.
 * The contacts are told with their records, for by their stamps they would count as known.
 */
final class Happenings {

    private static final List<String> ACTIVITIES = List.of(Paths.CALL, Paths.EMAIL, Paths.MEETING, Paths.TASK);

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
        if (shape.type() != ObjectType.CONTACT) {
            return List.of();
        }
        Instant to = window.to();
        Set<String> contacts = new LinkedHashSet<>(contacts(Paths.MEETING, "hs_meeting_start_time", from, to));
        if (searchesActivities) {
            Instant now = to.plus(Increments.DATE_IS_CUT);
            ACTIVITIES.forEach(type -> contacts.addAll(contacts(type, "hs_lastmodifieddate", window.since(), now)));
        }
        return records.changes(BatchRead.byId(shape.type(), shape.properties()).read(api, contacts));
    }

    private Set<String> contacts(String type, String property, Instant from, Instant to) {
        Set<String> found = new HashSet<>();
        String last = "";
        boolean more = true;
        while (more) {
            Search search = new Search(List.of())
                    .where(property, "GT", from)
                    .where(property, "LTE", to)
                    .after(last);
            HttpAnswer answer = api.http().send(search.ask(api, type));
            for (JsonNode activity : answer.body().path("results")) {
                last = activity.path("id").asText();
                found.add(last);
            }
            more = answer.body().path("results").size() > 0
                    && !answer.body().at("/paging/next/after").asText("").isEmpty();
        }
        return associations.read(type, ObjectType.CONTACT.id(), found).from().keySet();
    }
}
