package io.smarketing.core.crm.failure;

/** Every way a CRM can fail us, each with its one {@link Reaction}. */
public enum FailureKind {
    /** Too many calls for now. */
    THROTTLED(Reaction.RETRY_CALL, "the CRM asks for fewer calls"),
    /** The share of the day's calls that we may use is used up. */
    QUOTA_USED_UP(Reaction.RETRY_CALL, "today's share of API calls is used up"),
    /** No answer, a gateway's answer, or the CRM is down. */
    UNREACHABLE(Reaction.RETRY_CALL, "the CRM does not answer"),
    /** The access token ran out. */
    LOGIN_EXPIRED(Reaction.RENEW_LOGIN, "the login has expired"),
    /** The credentials are refused. */
    WRONG_CREDENTIALS(Reaction.STOP_ROUTE, "the CRM refuses the credentials"),
    /** The integration user or app lacks a permission or scope. */
    FORBIDDEN(Reaction.STOP_ROUTE, "a permission is missing"),
    /** A field, object or option of the configuration is not in the CRM, or hidden from us. */
    SCHEMA_MISMATCH(Reaction.STOP_ROUTE, "the configuration names something that the CRM does not have"),
    /** The request itself was not understood: our mistake or a new contract. */
    MISUNDERSTOOD(Reaction.STOP_ROUTE, "the CRM did not understand the request"),
    /** The record is locked by others. */
    BUSY(Reaction.RESEND_ROW, "the record is locked by somebody else"),
    /** The record was converted, merged or is held by another: follow and settle again. */
    MOVED(Reaction.SETTLE_AGAIN, "the record has become another"),
    /** The record is deleted. */
    GONE(Reaction.SETTLE_AGAIN, "the record is deleted"),
    /** The outcome of a write is not known. */
    UNKNOWN_OUTCOME(Reaction.SETTLE_AGAIN, "it is not known whether the write took place"),
    /** A value has the wrong form, length or range, or is no option of its field. */
    INVALID_VALUE(Reaction.PARK, "a value is not accepted"),
    /** A required field has no value. */
    MISSING_VALUE(Reaction.PARK, "a required field is empty"),
    /** Another record holds a value that must be unique, or a duplicate rule found a match. */
    DUPLICATE(Reaction.PARK, "another record holds this value"),
    /** An admin's rule or automation refuses the row. */
    REFUSED_BY_RULE(Reaction.PARK, "a rule of the CRM refuses the record"),
    /** This one record may not be written by us. */
    NOT_ALLOWED(Reaction.PARK, "we may not write this record"),
    /** The storage or another limit of the account is reached. */
    ACCOUNT_FULL(Reaction.STOP_ROUTE, "the account has reached a limit");

    private final Reaction reaction;
    private final String sentence;

    FailureKind(Reaction reaction, String sentence) {
        this.reaction = reaction;
        this.sentence = sentence;
    }

    public Reaction reaction() {
        return reaction;
    }

    /** What happened, for people. */
    public String sentence() {
        return sentence;
    }
}
