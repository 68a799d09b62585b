package io.smarketing.salesforce.feed;

import io.smarketing.salesforce.soql.Soql;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far one object has been read. A sweep reads on from (stamp, id), row by row, never by offset, so that equal
 * stamps on both sides of a page's end lose nothing. A row shows itself when its transaction ends, later than the stamp
 * it bears: each sweep looks a minute back for the usual ones, and now and then one looks back for the longest, from the
 * last that did (docs/adr/0007).
 *
 * @param stamp between two sweeps the org's time when the last one began; within one, rows from this stamp on are read;
 *     empty while all rows are listed by id
 * @param id the last row read of this sweep, blank before its first page
 * @param began the org's time when this sweep began, empty before its first page
 * @param looked when the last sweep began that looked far back; empty within one, and while all rows are listed
 * @param job how a long listing goes on, blank if it goes on by id
 */
record Position(Optional<Instant> stamp, String id, Optional<Instant> began, Optional<Instant> looked, String job) {

    /** Before everything: all rows are listed. */
    static final Position START = new Position(Optional.empty(), "", Optional.empty(), Optional.empty(), "");

    /** How long a transaction takes at most, and thus how far back the far look is. */
    static final Duration LATEST_COMMIT = Duration.ofMinutes(10);

    /** What each sweep looks back; few transactions take as long. */
    static final Duration USUAL_COMMIT = Duration.ofMinutes(1);

    /** The time between two far looks: so much later than it shows itself a row of a long transaction may be found. */
    static final Duration FAR_LOOKS = Duration.ofMinutes(5);

    /** Before a sweep of what has changed since a far look that began then. */
    static Position since(Instant began) {
        return new Position(Optional.of(began), "", Optional.empty(), Optional.of(began), "");
    }

    /** As its next page is asked for: a sweep that is to begin now knows from where on it reads. */
    Position at(Instant now) {
        if (isUnderWay() || stamp.isEmpty() || looked.isEmpty()) {
            return this;
        }
        boolean far = !now.isBefore(looked.get().plus(FAR_LOOKS));
        return far
                ? new Position(Optional.of(looked.get().minus(LATEST_COMMIT)), "", began, Optional.empty(), "")
                : new Position(Optional.of(stamp.get().minus(USUAL_COMMIT)), "", began, looked, "");
    }

    boolean isListing() {
        return stamp.isEmpty();
    }

    boolean isUnderWay() {
        return began.isPresent();
    }

    /** Where to go on after a page that was full. */
    Position after(String lastId, Instant lastStamp, Instant pageBegan) {
        return new Position(stamp.map(s -> lastStamp), lastId, Optional.of(began.orElse(pageBegan)), looked, job);
    }

    /** Where the next sweep starts, after a page that was not full. */
    Position swept(Instant pageBegan) {
        Instant start = began.orElse(pageBegan);
        return new Position(Optional.of(start), "", Optional.empty(), looked.or(() -> Optional.of(start)), "");
    }

    /** The same listing, which goes on so. */
    Position by(String how) {
        return new Position(stamp, id, began, looked, how);
    }

    /**
     * What follows the FROM clause.
     *
     * @param until rows of a later time are left out
     */
    String tail(Source source, Optional<Instant> until) {
        String order = isListing() ? " ORDER BY Id" : " ORDER BY " + source.stamp() + ", Id";
        return where(source.stamp(), until) + order + " LIMIT " + source.page();
    }

    private String where(String field, Optional<Instant> until) {
        String behindId = "Id > " + Soql.text(id);
        if (stamp.isEmpty()) {
            return id.isEmpty() ? "" : "WHERE " + behindId;
        }
        String time = Soql.time(stamp.get());
        String from = id.isEmpty()
                ? field + " >= " + time
                : "(" + field + " = " + time + " AND " + behindId + ") OR " + field + " > " + time;
        return "WHERE "
                + until.map(end -> "(" + from + ") AND " + field + " <= " + Soql.time(end))
                        .orElse(from);
    }
}
