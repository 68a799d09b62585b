package io.smarketing.hubspot.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.http.HttpAnswer;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.read.Search;
import io.smarketing.hubspot.read.Shape;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what changed in a window of time, by ascending record id and never by offset: so neither HubSpot's cap of 10,000
 * results nor many rows with one time stamp can end or loop it, and a row that leaves the window while it is read was
 * changed again and is in the next one. HubSpot's time at the first answer closes the window, so that an idle round is
 * one request, with one for the {@link Census} and those of the {@link Happenings}.
 */
final class Increments {

    /** The time of an answer is told without its fraction of a second. */
    static final Duration DATE_IS_CUT = Duration.ofSeconds(1);

    private static final int CALLS_A_PAGE = 5;

    private final Api api;
    private final Shape shape;
    private final Census census;
    private final Happenings happenings;

    Increments(Api api, Shape shape, boolean searchesActivities) {
        this.api = api;
        this.shape = shape;
        this.census = new Census(api, shape.type());
        this.happenings = new Happenings(api, shape, searchesActivities);
    }

    ChangePage read(Place.Window window) {
        Look look = window.told().map(told -> look(told.since(), window.told())).orElseGet(() -> begin(window.from()));
        Instant readAt = look.answer().serverTime();
        Gathered changes = new Gathered();
        changes(look).forEach(changes::add);
        Place.Part part = told(window.from().at(), window.told(), look);
        for (int call = 1; look.goesOn() && call < CALLS_A_PAGE; call++) {
            look = look(part.since(), Optional.of(part));
            changes(look).forEach(changes::add);
            part = told(window.from().at(), Optional.of(part), look);
        }
        if (look.goesOn()) {
            Place next = new Place.Window(window.from(), window.before(), Optional.of(part));
            return new ChangePage(changes.all(), next.cursor(), false, false, readAt);
        }
        happenings.in(part, window.from().at()).forEach(changes::add);
        Place next = census.after(window, part);
        return new ChangePage(changes.all(), next.cursor(), false, next instanceof Place.Window, readAt);
    }

    private List<Change> changes(Look look) {
        List<Change> changes = new ArrayList<>();
        look.results().forEach(row -> changes.addAll(shape.changes(row)));
        return changes;
    }

    /** What was found from a time on. */
    private record Look(Instant since, HttpAnswer answer) {

        JsonNode results() {
            return answer.body().path("results");
        }

        boolean goesOn() {
            return !results().isEmpty()
                    && !answer.body().at("/paging/next/after").asText("").isEmpty();
        }
    }

    /** Whether a far look is due HubSpot's time says, which comes with an answer; then that one is for nothing. */
    private Look begin(Mark from) {
        Look near = look(from.near(), Optional.empty());
        return from.isFarLookDue(near.answer().serverTime()) ? look(from.far(), Optional.empty()) : near;
    }

    private Look look(Instant since, Optional<Place.Part> told) {
        Search search = new Search(shape.stamps()).where(shape.type().stamp(), "GTE", since);
        told.ifPresent(part -> search.where(shape.type().stamp(), "LTE", part.to().plus(DATE_IS_CUT))
                .after(part.lastId()));
        return new Look(since, api.http().send(search.ask(api, shape.type().id())));
    }

    private static Place.Part told(Instant from, Optional<Place.Part> before, Look look) {
        Instant to = before.map(Place.Part::to).orElse(look.answer().serverTime());
        String lastId = before.map(Place.Part::lastId).orElse("");
        long born = before.map(Place.Part::born).orElse(0L);
        for (JsonNode row : look.results()) {
            Instant created = Shape.created(row);
            born += created.isAfter(from) && !created.isAfter(to) ? 1 : 0;
            lastId = row.path("id").asText();
        }
        return new Place.Part(look.since(), to, lastId, born);
    }
}
