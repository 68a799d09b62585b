package io.smarketing.hubspot.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.http.Bucket;
import io.smarketing.http.HttpAnswer;
import io.smarketing.http.HttpAsk;
import io.smarketing.hubspot.api.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what changed in a window of time, by ascending record id and never by offset: so neither HubSpot's cap of 10,000
 * results nor many rows with one time stamp can end or loop it, and a row that leaves the window while it is read was
 * changed again and is in the next one. HubSpot's time at the first answer closes the window, so that an idle round is
 * one request.
 */
final class Increments {

    /** The search index lags behind the records. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    /** The time of an answer is told without its fraction of a second. */
    private static final Duration DATE_IS_CUT = Duration.ofSeconds(1);

    private static final int ROWS_A_CALL = 200;
    private static final int CALLS_A_PAGE = 5;
    private static final String ID = "hs_object_id";

    private final Api api;
    private final ContactShape shape;

    Increments(Api api, ContactShape shape) {
        this.api = api;
        this.shape = shape;
    }

    ChangePage read(Place.Window from) {
        List<Change> changes = new ArrayList<>();
        Optional<Instant> readAt = Optional.empty();
        Place.Window at = from;
        boolean more = true;
        for (int call = 0; more && call < CALLS_A_PAGE; call++) {
            HttpAnswer answer = api.http().send(ask(at));
            JsonNode results = answer.body().path("results");
            results.forEach(contact -> changes.add(change(contact)));
            readAt = readAt.or(() -> Optional.of(answer.serverTime()));
            more = !results.isEmpty()
                    && !answer.body().at("/paging/next/after").asText("").isEmpty();
            String last = results.isEmpty()
                    ? at.lastId()
                    : results.get(results.size() - 1).path("id").asText();
            at = new Place.Window(at.from(), at.to().or(() -> Optional.of(answer.serverTime())), last);
        }
        Place next = more ? at : Place.Window.since(at.to().orElseThrow());
        return new ChangePage(changes, next.cursor(), false, !more, readAt.orElseThrow());
    }

    private HttpAsk ask(Place.Window at) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        ArrayNode filters = query.putArray("filterGroups").addObject().putArray("filters");
        filter(filters, ContactShape.STAMP, "GTE", millis(at.from().minus(OVERLAP)));
        at.to().ifPresent(to -> filter(filters, ContactShape.STAMP, "LTE", millis(to.plus(DATE_IS_CUT))));
        if (!at.lastId().isEmpty()) {
            filter(filters, ID, "GT", at.lastId());
        }
        query.putArray("sorts").addObject().put("propertyName", ID).put("direction", "ASCENDING");
        query.putArray("properties").add(ContactShape.STAMP);
        query.put("limit", ROWS_A_CALL);
        return HttpAsk.postJson(api.paths().searchContacts(), query).mayRepeat().in(Bucket.SEARCH);
    }

    private Change change(JsonNode contact) {
        return new Change.Changed(
                shape.ref(contact.path("id").asText()), ContactShape.stamp(contact), Optional.empty());
    }

    private static void filter(ArrayNode filters, String property, String operator, String value) {
        filters.addObject()
                .put("propertyName", property)
                .put("operator", operator)
                .put("value", value);
    }

    private static String millis(Instant at) {
        return Long.toString(at.toEpochMilli());
    }
}
