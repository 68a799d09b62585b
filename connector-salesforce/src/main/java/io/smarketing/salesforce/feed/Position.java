package io.smarketing.salesforce.feed;

import io.smarketing.salesforce.soql.Soql;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far one object has been read. A sweep reads on from (stamp, id), row by row, never by offset, so that equal
 * stamps on both sides of a page's end lose nothing.
 *
 * @param stamp rows from this stamp on are read; empty while all rows are listed by id
 * @param id the last row read of this sweep, blank before its first page
 * @param began the org's time when this sweep began, empty before its first page
 */
record Position(Optional<Instant> stamp, String id, Optional<Instant> began) {

    /** Before everything: all rows are listed. */
    static final Position START = new Position(Optional.empty(), "", Optional.empty());

    /** A row shows itself when its transaction ends, up to ten minutes after the stamp it bears. */
    static final Duration LATE_COMMITS = Duration.ofMinutes(10);

    /** Before a sweep of what has changed since a sweep that began then. */
    static Position since(Instant began) {
        return new Position(Optional.of(began.minus(LATE_COMMITS)), "", Optional.empty());
    }

    boolean isListing() {
        return stamp.isEmpty();
    }

    boolean isUnderWay() {
        return began.isPresent();
    }

    /** Where to go on after a page that was full. */
    Position after(String lastId, Instant lastStamp, Instant pageBegan) {
        return new Position(stamp.map(s -> lastStamp), lastId, Optional.of(began.orElse(pageBegan)));
    }

    /** Where the next sweep starts, after a page that was not full. */
    Position swept(Instant pageBegan) {
        return since(began.orElse(pageBegan));
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
