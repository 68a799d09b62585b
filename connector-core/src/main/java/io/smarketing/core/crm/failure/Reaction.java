package io.smarketing.core.crm.failure;

/** What is done about a failure; there is one opinion, in {@link FailureKind}. */
public enum Reaction {
    /** Wait as told, or back off, and call again. */
    RETRY_CALL,
    /** Renew the login once, then call again. */
    RENEW_LOGIN,
    /** Send the row again in a smaller batch. */
    RESEND_ROW,
    /** Read the record afresh and settle it again. */
    SETTLE_AGAIN,
    /** Put the row aside with its reason until its source or the configuration changes. */
    PARK,
    /** Stop this route and say what to do; the others go on. */
    STOP_ROUTE
}
