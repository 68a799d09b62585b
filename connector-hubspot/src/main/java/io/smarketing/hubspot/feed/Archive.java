package io.smarketing.hubspot.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.http.HttpAnswer;
import io.smarketing.http.HttpAsk;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.read.MergedIds;
import io.smarketing.hubspot.read.Shape;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Walks through the archived records of a type and tells those of late. They come in no promised order, so the walk is a whole
 * one; walking takes at most a tenth of the time, so that a large archive leaves the calls of a day alone. An id that
 * was merged away may be listed, too: each one found is asked for, and becomes what is answered under another id.
 */
final class Archive {

    private static final int CALLS_A_PAGE = 10;
    private static final int RESTS_TIMES = 10;

    private final Api api;
    private final Shape shape;
    private final MergedIds merged;

    Archive(Api api, Shape shape) {
        this.api = api;
        this.shape = shape;
        this.merged = new MergedIds(api, shape.type());
    }

    /** Each call needs the one before, so they go one after the other. */
    ChangePage read(Place.Archive from) {
        List<String> found = new ArrayList<>();
        Optional<Instant> readAt = Optional.empty();
        Place next = from;
        for (int call = 0; call < CALLS_A_PAGE && next instanceof Place.Archive at; call++) {
            HttpAnswer answer = api.http()
                    .send(HttpAsk.get(api.paths().archived(shape.type().id(), at.after())));
            readAt = readAt.or(() -> Optional.of(answer.serverTime()));
            answer.body().path("results").forEach(row -> {
                if (isOfLate(row, from.since())) {
                    found.add(row.path("id").asText());
                }
            });
            next = following(at, answer);
        }
        return new ChangePage(changes(found), next.cursor(), false, next instanceof Place.Window, readAt.orElseThrow());
    }

    private static Place following(Place.Archive at, HttpAnswer answer) {
        Instant now = answer.serverTime();
        Instant began = at.began().orElse(now);
        String after = answer.body().at("/paging/next/after").asText("");
        if (!after.isEmpty()) {
            return new Place.Archive(at.from(), at.since(), at.live(), Optional.of(began), after);
        }
        Instant rest = began.plus(Duration.between(began, now).multipliedBy(RESTS_TIMES));
        return Place.Window.since(at.from(), Optional.of(new Headcount(at.live(), began, rest)));
    }

    private static boolean isOfLate(JsonNode row, Instant since) {
        String at = row.path("archivedAt").asText("");
        return at.isEmpty() || !Shape.instant(at).isBefore(since);
    }

    private List<Change> changes(List<String> archived) {
        Map<String, String> now = merged.idsNow(archived);
        List<Change> changes = new ArrayList<>();
        for (String id : archived) {
            Optional<String> other = Optional.ofNullable(now.get(id));
            if (other.isEmpty()) {
                changes.add(new Change.Gone(shape.ref(id)));
            } else if (!other.get().equals(id)) {
                changes.add(new Change.Became(shape.ref(id), shape.ref(other.get())));
            }
        }
        return changes;
    }
}
