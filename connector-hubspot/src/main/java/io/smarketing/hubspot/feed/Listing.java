package io.smarketing.hubspot.feed;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Lane;
import io.smarketing.http.HttpAnswer;
import io.smarketing.http.HttpAsk;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.read.ContactShape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists all contacts, each with all we want of it. */
final class Listing {

    /** HubSpot refuses a URL that is too long (414); past this the rows bear no record and are read by id. */
    private static final int LONGEST_NAMES = 6_000;

    private static final int CALLS_A_PAGE = 10;

    private final Api api;
    private final ContactShape shape;
    private final boolean withRecords;

    Listing(Api api, ContactShape shape) {
        this.api = api;
        this.shape = shape;
        this.withRecords = String.join(",", shape.properties()).length() <= LONGEST_NAMES;
    }

    /** Each call needs the one before, so they go one after the other. */
    ChangePage read(Place.Listing from) {
        List<Change> changes = new ArrayList<>();
        Optional<Instant> readAt = Optional.empty();
        String after = from.after();
        for (int call = 0; call < CALLS_A_PAGE; call++) {
            HttpAnswer answer = api.http().send(ask(after));
            readAt = readAt.or(() -> Optional.of(answer.serverTime()));
            answer.body()
                    .path("results")
                    .forEach(contact -> changes.addAll(withRecords ? shape.records(contact) : shape.changes(contact)));
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
        return new ChangePage(changes, next.cursor(), true, after.isEmpty(), start);
    }

    private HttpAsk ask(String after) {
        Set<String> properties = withRecords ? shape.properties() : shape.stamps();
        return HttpAsk.get(api.paths().listContacts(properties, after)).in(Lane.BACKFILL);
    }
}
