package io.smarketing.testkit.crm;

/** A kind of call that the fake CRM counts and can spoil. */
public enum Call {
    /** One page of changes. */
    CHANGES,
    /** A read by references. */
    BY_REFS,
    /** A read by external ids. */
    BY_KEYS,
    /** A read by addresses. */
    BY_EMAILS,
    /** A read of history. */
    HISTORY,
    /** A question for touches. */
    TOUCHES,
    /** A question for last edits. */
    EDITS,
    /** A write. */
    WRITE,
    /** Notices are posted. */
    POST,
    /** It is looked for notices. */
    STANDING
}
