package io.smarketing.core.sync;

import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.record.CrmId;
import java.time.Instant;
import java.util.Optional;

/**
 * How far one CRM has been read: a stored fact, so that a restart goes on where it stopped.
 *
 * @param survey where the survey (keys, e-mails and references only) of this CRM goes on
 * @param surveyed the survey has seen the whole CRM once
 * @param pass where the pass that settles goes on
 * @param loaded the first load of this CRM's records has been worked through
 * @param sweep where a sweep, which goes through everybody once more, goes on; empty if none is under way
 * @param listed the CRM's time at which the first load or the last sweep began, if one did
 * @param lastRound the CRM's time of the youngest page worked, if any
 */
public record Bookmark(
        CrmId crm,
        Cursor survey,
        boolean surveyed,
        Cursor pass,
        boolean loaded,
        Optional<Cursor> sweep,
        Optional<Instant> listed,
        Optional<Instant> lastRound) {

    /** Nothing read yet. */
    public static Bookmark fresh(CrmId crm) {
        return new Bookmark(
                crm, Cursor.START, false, Cursor.START, false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Once the survey has seen a page. */
    public Bookmark surveyed(ChangePage page) {
        boolean whole = surveyed || page.caughtUp();
        return new Bookmark(crm, page.next(), whole, pass, loaded, sweep, listed, lastRound);
    }

    /** Once the pass has worked a page. */
    public Bookmark passed(ChangePage page) {
        boolean whole = loaded || !page.listing() || page.caughtUp();
        Optional<Instant> now = Optional.of(page.readAt());
        return new Bookmark(
                crm,
                survey,
                surveyed,
                page.next(),
                whole,
                sweep,
                pass.equals(Cursor.START) ? now : listed,
                latest(page));
    }

    /** Once the sweep has worked a page. */
    public Bookmark swept(ChangePage page) {
        Optional<Instant> now = Optional.of(page.readAt());
        boolean first = sweep.filter(Cursor.START::equals).isPresent();
        Optional<Cursor> rest = Optional.of(page.next()).filter(next -> page.listing() && !page.caughtUp());
        return new Bookmark(crm, survey, surveyed, pass, loaded, rest, first ? now : listed, latest(page));
    }

    private Optional<Instant> latest(ChangePage page) {
        return lastRound.filter(page.readAt()::isBefore).or(() -> Optional.of(page.readAt()));
    }

    /** With everybody to be gone through once more; a first load under way begins again. */
    public Bookmark fromTheStart() {
        return loaded
                ? new Bookmark(crm, survey, surveyed, pass, true, Optional.of(Cursor.START), listed, lastRound)
                : new Bookmark(crm, survey, surveyed, Cursor.START, false, sweep, listed, lastRound);
    }
}
