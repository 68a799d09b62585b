package io.smarketing.http;

/** A kind of call for which a CRM counts its short-term rate apart. */
public enum Bucket {
    /** All calls without a rate of their own. */
    GENERAL,
    /** Calls of a search index. */
    SEARCH,
    /** Calls that tell which records are linked. */
    LINKS
}
