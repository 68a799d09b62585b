package io.smarketing.core.merge;

/** What came of settling one field. */
public enum Verdict {
    /** Nothing changed since both were last in step. */
    UNTOUCHED,
    /** Both mean the same now. */
    EQUAL,
    /** One side's value is carried to the other. */
    CARRIED,
    /** Both had changed; the winner's value is carried. */
    CONFLICT,
    /** Two different values met for the first time and are left. */
    LEFT_DIFFERENT,
    /** A value was edited where its edits are not carried from. */
    DRIFT,
    /** A blank that may not overwrite. */
    BLANK_KEPT,
    /** The same two values replace each other again and again: put aside. */
    BOUNCING
}
