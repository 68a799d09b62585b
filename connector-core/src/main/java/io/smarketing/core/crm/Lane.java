package io.smarketing.core.crm;

/** How urgent a call is, most urgent first: when the day's calls run short the last lane stops first. */
public enum Lane {
    /** Stage stamps. */
    STAMPS,
    /** Sales' feedback. */
    FEEDBACK,
    /** Mapped fields, and all reading. */
    FIELDS,
    /** First loads and backfills. */
    BACKFILL;

    /** The more urgent of the two. */
    public Lane orMoreUrgent(Lane other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
