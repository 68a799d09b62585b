package io.smarketing.hubspot.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.http.HttpAnswer;
import io.smarketing.http.HttpAsk;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.Paths;
import io.smarketing.hubspot.read.ContactShape;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what changed in a window of time, by ascending record id and never by offset: so neither HubSpot's cap of 10,000
 * results nor many rows with one time stamp can end or loop it, and a row that leaves the window while it is read was
 * changed again and is in the next one. HubSpot's time at the first answer closes the window, so that an idle round is
 * one request, with one for the {@link Census} and one for the {@link Happenings}.
 */
final class Increments {

    /** The search index lags behind the records. */
    static final Duration OVERLAP = Duration.ofMinutes(10);

    /** The time of an answer is told without its fraction of a second. */
    static final Duration DATE_IS_CUT = Duration.ofSeconds(1);

    private static final int CALLS_A_PAGE = 5;

    private final Api api;
    private final ContactShape shape;
    private final Census census;
    private final Happenings happenings;

    Increments(Api api, ContactShape shape, boolean searchesActivities) {
        this.api = api;
        this.shape = shape;
        this.census = new Census(api);
        this.happenings = new Happenings(api, shape, searchesActivities);
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
        if (more) {
            Place next = new Place.Window(window.from(), window.before(), told);
            return new ChangePage(changes, next.cursor(), false, false, readAt.orElseThrow());
        }
        changes.addAll(happenings.between(window.from(), part.to()));
        Place next = census.after(window, part);
        return new ChangePage(changes, next.cursor(), false, next instanceof Place.Window, readAt.orElseThrow());
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
        Search search = new Search(shape.stamps()).where(ContactShape.STAMP, "GTE", from.minus(OVERLAP));
        told.ifPresent(part -> search.where(ContactShape.STAMP, "LTE", part.to().plus(DATE_IS_CUT))
                .after(part.lastId()));
        return search.ask(api, Paths.CONTACT);
    }
}
