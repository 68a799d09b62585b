package io.smarketing.testkit.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.ChangeFeed;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.record.RecordRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A feed read from a cursor until it has caught up.
 *
 * @param next where the next run goes on
 */
record FeedRun(List<ChangePage> pages, Cursor next) {

    private static final int TOO_MANY = 500;

    static FeedRun from(ChangeFeed feed, Cursor from) {
        List<ChangePage> pages = new ArrayList<>();
        Cursor at = from;
        do {
            ChangePage page = feed.read(at);
            pages.add(page);
            at = page.next();
            assertThat(pages).as("pages read without catching up").hasSizeLessThan(TOO_MANY);
        } while (!pages.get(pages.size() - 1).caughtUp());
        return new FeedRun(pages, at);
    }

    List<Change> changes() {
        return pages.stream().flatMap(p -> p.changes().stream()).toList();
    }

    /** Records listed, in the order told, as often as told. */
    List<RecordRef> listed() {
        return pages.stream()
                .filter(ChangePage::listing)
                .flatMap(p -> p.changes().stream())
                .filter(Change.Changed.class::isInstance)
                .map(Change::ref)
                .toList();
    }

    /** Records named in any way. */
    Set<RecordRef> touched() {
        return changes().stream().map(Change::ref).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The number of the first page with a change of that record, or none. */
    int pageOf(RecordRef ref) {
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).changes().stream().anyMatch(c -> c.ref().equals(ref))) {
                return i;
            }
        }
        return TOO_MANY;
    }
}
