package io.smarketing.core.lifecycle;

/** Something that happens once in a handoff from marketing to sales. */
public enum Moment {
    /** A human owns the lead. */
    ASSIGNED,
    /** A human first tried to reach the person. */
    TOUCHED,
    /** Whoever owned the lead first tried to reach the person. */
    TOUCHED_BY_OWNER,
    /** Sales took the lead. */
    ACCEPTED,
    /** Sales sent the lead back. */
    REJECTED
}
