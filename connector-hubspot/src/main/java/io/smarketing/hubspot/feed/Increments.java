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
import java.util.List;
import java.util.Optional;

/**
 * Finds what changed in a window of time, by ascending record id and never by offset: so neither HubSpot's cap of 10,000
 * results nor many rows with one time stamp can end or loop it, and a row that leaves the window while it is read was
 * changed again and is in the next one. After the records themselves come those that they are told from, each object
 * type by a search of its own. HubSpot's time at the first answer closes the window, so that an idle round is one
 * request for each, with one for the {@link Census} and those of the {@link Happenings}.
 */
final class Increments {

    /** The time of an answer is told without its fraction of a second. */
    static final Duration DATE_IS_CUT = Duration.ofSeconds(1);

    private static final int CALLS_A_PAGE = 5;

    private final Api api;
    private final Sources sources;
    private final Census census;
    private final Happenings happenings;

    Increments(Api api, Shape shape, boolean searchesActivities) {
        this.api = api;
        this.sources = new Sources(api, shape);
        this.census = new Census(api, shape.type());
        this.happenings = new Happenings(api, shape, searchesActivities);
    }

    ChangePage read(Place.Window window) {
        Look look = window.told().map(this::look).orElseGet(() -> begin(window.from()));
        Instant readAt = look.answer().serverTime();
        Place.Part part = window.told().orElseGet(() -> new Place.Part(look.since(), readAt, "", 0));
        Gathered changes = new Gathered();
        Look next = look;
        for (int call = 1; ; call++) {
            changes(next).forEach(changes::add);
            part = told(window.from().at(), part, next);
            Optional<Place.Part> rest = rest(part, next);
            if (rest.isEmpty()) {
                break;
            }
            part = rest.get();
            if (call == CALLS_A_PAGE) {
                Place there = new Place.Window(window.from(), window.before(), rest);
                return new ChangePage(changes.all(), there.cursor(), false, false, readAt);
            }
            next = look(part);
        }
        happenings.in(part, window.from().at()).forEach(changes::add);
        Place after = census.after(window, part);
        return new ChangePage(changes.all(), after.cursor(), false, after instanceof Place.Window, readAt);
    }

    /** What was found from a time on, or after an id. */
    private record Look(Sources.Source source, Instant since, HttpAnswer answer) {

        JsonNode results() {
            return answer.body().path("results");
        }

        boolean goesOn() {
            return !results().isEmpty()
                    && !answer.body().at("/paging/next/after").asText("").isEmpty();
        }
    }

    private List<Change> changes(Look look) {
        return sources.changes(look.source(), look.results());
    }

    /** Whether a far look is due HubSpot's time says, which comes with an answer; then that one is for nothing. */
    private Look begin(Mark from) {
        Look near = begin(from.near());
        return from.isFarLookDue(near.answer().serverTime()) ? begin(from.far()) : near;
    }

    private Look begin(Instant since) {
        return look(sources.first(), since, sources.first().search(since));
    }

    private Look look(Place.Part part) {
        Sources.Source source = sources.at(part.last());
        Search search = source.search(part.since())
                .where(source.stamp(), "LTE", part.to().plus(DATE_IS_CUT))
                .after(source.idIn(part.last()));
        return look(source, part.since(), search);
    }

    private Look look(Sources.Source source, Instant since, Search search) {
        return new Look(source, since, api.http().send(search.ask(api, source.type())));
    }

    private Place.Part told(Instant from, Place.Part before, Look look) {
        boolean own = look.source().equals(sources.first());
        String last = before.last();
        long born = before.born();
        for (JsonNode row : look.results()) {
            born += own && isBetween(from, Shape.created(row), before.to()) ? 1 : 0;
            last = look.source().mark(row.path("id").asText());
        }
        return new Place.Part(before.since(), before.to(), last, born);
    }

    private static boolean isBetween(Instant after, Instant at, Instant until) {
        return at.isAfter(after) && !at.isAfter(until);
    }

    /** Where to go on: with the same source, or the next one; empty if all has been told. */
    private Optional<Place.Part> rest(Place.Part part, Look look) {
        return look.goesOn() ? Optional.of(part) : sources.after(look.source()).map(next -> part.at(next.mark("")));
    }
}
