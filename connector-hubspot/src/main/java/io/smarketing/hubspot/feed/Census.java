package io.smarketing.hubspot.feed;

import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.ObjectType;
import io.smarketing.hubspot.read.Search;
import io.smarketing.hubspot.read.Shape;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Counts the records of a type at the end of each window, which is one request, and tells from that whether some were deleted.
 * HubSpot does not stamp what it archives, and searches never show it; but there are fewer than before and
 * newly created together. Only then is the archive walked: so an idle round costs a request, whatever the archive holds.
 *
 * <p>A count can be wrong (a search may tell no total above 10,000; one may come into the index late, just as
 * another goes), therefore the archive is also walked once a day.
 */
final class Census {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final Api api;
    private final ObjectType type;

    Census(Api api, ObjectType type) {
        this.api = api;
        this.type = type;
    }

    /**
     * Where to go on after a window.
     *
     * @param told all of the window
     */
    Place after(Place.Window window, Place.Part told) {
        Instant to = told.to();
        Mark mark = window.from().after(told.since(), to);
        long live = count(to);
        if (window.before().isEmpty()) {
            return new Place.Archive(mark, window.from().at(), live, Optional.empty(), "");
        }
        Headcount before = window.before().get();
        long expected = before.live() + told.born();
        boolean fewer = live < expected;
        boolean due = fewer || to.isAfter(before.walked().plus(A_DAY));
        if (due && !to.isBefore(before.rest())) {
            return new Place.Archive(mark, before.walked(), live, Optional.empty(), "");
        }
        // while a walk has to wait the count stays wrong, so that it will be found due again
        Headcount now = new Headcount(fewer ? expected : live, before.walked(), before.rest());
        return Place.Window.since(mark, Optional.of(now));
    }

    private long count(Instant to) {
        Search search = new Search(List.of()).where(Shape.CREATED, "LTE", to).limit(1);
        return api.http().send(search.ask(api, type.id())).body().path("total").asLong();
    }
}
