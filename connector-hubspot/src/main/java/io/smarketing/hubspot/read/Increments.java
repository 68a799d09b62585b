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
 * one request, and one for the {@link Census}.
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
    private final Census census;

    Increments(Api api, ContactShape shape) {
        this.api = api;
        this.shape = shape;
        this.census = new Census(api);
    }

    ChangePage read(Place.Window window) {
        List<Change> changes = new ArrayList<>();
        Optional<Instant> readAt = Optional.empty();
        Optional<Place.Part> told = window.told();
        boolean more = true;
        for (int call = 0; more && call < CALLS_A_PAGE; call++) {
            HttpAnswer answer = api.http().send(ask(window.from(), told));
            JsonNode results = answer.body().path("results");
            results.forEach(contact -> changes.addAll(shape.changes(contact)));
            readAt = readAt.or(() -> Optional.of(answer.serverTime()));
            more = !results.isEmpty()
                    && !answer.body().at("/paging/next/after").asText("").isEmpty();
            told = Optional.of(told(window.from(), told, answer));
        }
        Place.Part part = told.orElseThrow();
        Place next = more ? new Place.Window(window.from(), window.before(), told) : census.after(window, part);
        boolean caughtUp = next instanceof Place.Window && !more;
        return new ChangePage(changes, next.cursor(), false, caughtUp, readAt.orElseThrow());
    }

    private static Place.Part told(Instant from, Optional<Place.Part> before, HttpAnswer answer) {
        Instant to = before.map(Place.Part::to).orElse(answer.serverTime());
        String lastId = before.map(Place.Part::lastId).orElse("");
        long born = before.map(Place.Part::born).orElse(0L);
        for (JsonNode contact : answer.body().path("results")) {
            Instant created = ContactShape.created(contact);
            born += created.isAfter(from) && !created.isAfter(to) ? 1 : 0;
            lastId = contact.path("id").asText();
        }
        return new Place.Part(to, lastId, born);
    }

    private HttpAsk ask(Instant from, Optional<Place.Part> told) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        ArrayNode filters = query.putArray("filterGroups").addObject().putArray("filters");
        filter(filters, ContactShape.STAMP, "GTE", millis(from.minus(OVERLAP)));
        told.ifPresent(part -> filter(filters, ContactShape.STAMP, "LTE", millis(part.to().plus(DATE_IS_CUT))));
        told.map(Place.Part::lastId).filter(id -> !id.isEmpty()).ifPresent(id -> filter(filters, ID, "GT", id));
        query.putArray("sorts").addObject().put("propertyName", ID).put("direction", "ASCENDING");
        ArrayNode properties = query.putArray("properties");
        shape.stamps().forEach(properties::add);
        query.put("limit", ROWS_A_CALL);
        return HttpAsk.postJson(api.paths().searchContacts(), query).mayRepeat().in(Bucket.SEARCH);
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
