package io.smarketing.hubspot.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Lane;
import io.smarketing.http.HttpAnswer;
import io.smarketing.http.HttpAsk;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.read.Records;
import io.smarketing.hubspot.read.Shape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists all records of a type, each with all we want of it. */
final class Listing {

    /** HubSpot refuses a URL that is too long (414); past this the rows bear no record and are read by id. */
    private static final int LONGEST_NAMES = 6_000;

    private static final int CALLS_A_PAGE = 10;

    private final Api api;
    private final Shape shape;
    private final Records records;
    private final boolean withRecords;

    Listing(Api api, Shape shape) {
        this.api = api;
        this.shape = shape;
        this.records = new Records(api, shape);
        this.withRecords = String.join(",", shape.properties()).length() <= LONGEST_NAMES;
    }

    /** Each call needs the one before, so they go one after the other. */
    ChangePage read(Place.Listing from) {
        List<JsonNode> rows = new ArrayList<>();
        Optional<Instant> readAt = Optional.empty();
        String after = from.after();
        for (int call = 0; call < CALLS_A_PAGE; call++) {
            HttpAnswer answer = api.http().send(ask(after));
            readAt = readAt.or(() -> Optional.of(answer.serverTime()));
            answer.body().path("results").forEach(rows::add);
            after = answer.body().at("/paging/next/after").asText("");
            if (after.isEmpty()) {
                break;
            }
        }
        Instant start = readAt.orElseThrow();
        Instant since = from.since().orElse(start);
        Place next = after.isEmpty()
                ? Place.Window.since(Mark.of(since), Optional.empty())
                : new Place.Listing(Optional.of(since), after);
        return new ChangePage(changes(rows), next.cursor(), true, after.isEmpty(), start);
    }

    private List<Change> changes(List<JsonNode> rows) {
        return withRecords
                ? records.changes(rows)
                : rows.stream().flatMap(row -> shape.changes(row).stream()).toList();
    }

    private HttpAsk ask(String after) {
        Set<String> properties = withRecords ? shape.properties() : shape.stamps();
        return HttpAsk.get(api.paths().list(shape.type().id(), properties, after))
                .in(Lane.BACKFILL);
    }
}
