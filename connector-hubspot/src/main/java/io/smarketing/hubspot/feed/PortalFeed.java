package io.smarketing.hubspot.feed;

import io.smarketing.core.crm.ChangeFeed;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.read.Shape;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/**
 * The records of one type: first all of them, then what changed, and what was deleted if some were. The page after the one
 * just read is fetched ahead.
 */
public final class PortalFeed implements ChangeFeed {

    private final Listing listing;
    private final Increments increments;
    private final Archive archive;
    private final Executor executor;
    private Optional<Ahead> ahead = Optional.empty();

    /** @param searchesActivities true in a portal where an activity does not change its contact */
    public PortalFeed(Api api, Shape shape, Executor executor, boolean searchesActivities) {
        this.listing = new Listing(api, shape);
        this.increments = new Increments(api, shape, searchesActivities);
        this.archive = new Archive(api, shape);
        this.executor = executor;
    }

    /** A page under way. */
    private record Ahead(Cursor from, CompletableFuture<ChangePage> page) {}

    @Override
    public synchronized ChangePage read(Cursor from) {
        Optional<Ahead> fetched = ahead.filter(a -> a.from().equals(from));
        ahead = Optional.empty();
        ChangePage page = fetched.isPresent() ? await(fetched.get().page()) : fetch(from);
        if (continues(page)) {
            ahead = Optional.of(
                    new Ahead(page.next(), CompletableFuture.supplyAsync(() -> fetch(page.next()), executor)));
        }
        return page;
    }

    private ChangePage fetch(Cursor from) {
        Place place = Place.of(from);
        if (place instanceof Place.Listing list) {
            return listing.read(list);
        }
        return place instanceof Place.Window window ? increments.read(window) : archive.read((Place.Archive) place);
    }

    /** What comes after the listing must be looked for after the listing, not beside its end. */
    private static boolean continues(ChangePage page) {
        return !page.caughtUp() && page.listing() == Place.of(page.next()) instanceof Place.Listing;
    }

    private static ChangePage await(CompletableFuture<ChangePage> page) {
        try {
            return page.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CrmException(FailureKind.UNREACHABLE, "reading HubSpot's changes was ended");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
