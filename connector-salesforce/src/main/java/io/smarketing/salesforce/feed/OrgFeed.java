package io.smarketing.salesforce.feed;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.Change.Became;
import io.smarketing.core.crm.Change.Changed;
import io.smarketing.core.crm.Change.Gone;
import io.smarketing.core.crm.ChangeFeed;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.RecordReader;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * The org's changes. While a page is worked the next one is gathered; records of it that we write meanwhile are read
 * again before it is handed out, since a row older than our own write would look like an edit that takes it back.
 */
public final class OrgFeed implements ChangeFeed {

    private final Gathering gathering;
    private final RecordReader reader;
    private final Executor executor;
    private final Runnable beforehand;
    private Optional<Ahead> ahead = Optional.empty();

    /** @param beforehand what is seen to before each page */
    public OrgFeed(Gathering gathering, RecordReader reader, Executor executor, Runnable beforehand) {
        this.gathering = gathering;
        this.reader = reader;
        this.executor = executor;
        this.beforehand = beforehand;
    }

    /** The page after the one being worked, and the records written since it was asked for. */
    private record Ahead(Cursor from, CompletableFuture<ChangePage> page, Set<RecordRef> written) {}

    @Override
    public ChangePage read(Cursor from) {
        beforehand.run();
        ChangePage page = takeAhead(from).map(this::fresh).orElseGet(() -> gathering.page(from));
        if (!page.caughtUp()) {
            gatherAhead(page.next());
        }
        return page;
    }

    /** Notes records that we have written. */
    public synchronized void wrote(Collection<RecordRef> refs) {
        ahead.ifPresent(a -> a.written().addAll(refs));
    }

    private synchronized Optional<Ahead> takeAhead(Cursor from) {
        Optional<Ahead> taken = ahead.filter(a -> a.from().equals(from));
        ahead = Optional.empty();
        return taken;
    }

    private void gatherAhead(Cursor from) {
        Ahead next = new Ahead(from, new CompletableFuture<>(), new HashSet<>());
        synchronized (this) {
            ahead = Optional.of(next);
        }
        executor.execute(() -> {
            try {
                next.page().complete(gathering.page(from));
            } catch (RuntimeException e) {
                next.page().completeExceptionally(e);
            }
        });
    }

    private ChangePage fresh(Ahead taken) {
        ChangePage page = join(taken.page());
        Set<RecordRef> stale = page.changes().stream()
                .map(Change::ref)
                .filter(taken.written()::contains)
                .collect(Collectors.toSet());
        if (stale.isEmpty()) {
            return page;
        }
        Map<RecordRef, CrmRecord> now = reader.byRefs(stale);
        List<Change> changes = new ArrayList<>();
        for (Change change : page.changes()) {
            changes.add(stale.contains(change.ref()) ? again(change.ref(), now) : change);
        }
        return new ChangePage(changes, page.next(), page.listing(), page.caughtUp(), page.readAt());
    }

    private static Change again(RecordRef ref, Map<RecordRef, CrmRecord> now) {
        CrmRecord record = now.get(ref);
        if (record == null) {
            return new Gone(ref);
        }
        return record.ref().equals(ref)
                ? new Changed(ref, record.stamp(), Optional.of(record))
                : new Became(ref, record.ref());
    }

    private static ChangePage join(CompletableFuture<ChangePage> page) {
        try {
            return page.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
