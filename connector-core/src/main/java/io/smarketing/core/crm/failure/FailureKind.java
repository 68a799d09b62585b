package io.smarketing.core.crm.failure;

import java.util.Locale;

/** Every way a CRM can fail us, each with its one {@link Reaction}. */
public enum FailureKind {
    /** Too many calls for now. */
    THROTTLED(
            Reaction.RETRY_CALL,
            "the CRM asks for fewer calls",
            "Nothing: it is tried again. If it stays, lower the share of calls in connections.yaml."),
    /** The share of the day's calls that we may use is used up. */
    QUOTA_USED_UP(
            Reaction.RETRY_CALL,
            "today's share of API calls is used up",
            "Wait for the next day, raise the share of the day in connections.yaml, or buy more calls."),
    /** No answer, a gateway's answer, or the CRM is down. */
    UNREACHABLE(
            Reaction.RETRY_CALL,
            "the CRM does not answer",
            "Nothing: it is tried again. If it stays, see the status page of the CRM, and whether this machine reaches it."),
    /** The access token ran out. */
    LOGIN_EXPIRED(
            Reaction.RENEW_LOGIN,
            "the login has expired",
            "Nothing: the login is renewed. If it stays, check the credentials in connections.yaml."),
    /** The credentials are refused. */
    WRONG_CREDENTIALS(
            Reaction.STOP_ROUTE, "the CRM refuses the credentials", "Put good credentials into connections.yaml."),
    /** The integration user or app lacks a permission or scope. */
    FORBIDDEN(
            Reaction.STOP_ROUTE,
            "a permission is missing",
            "Grant the integration user or app what the sentence names."),
    /** A field, object or option of the configuration is not in the CRM, or hidden from us. */
    SCHEMA_MISMATCH(
            Reaction.STOP_ROUTE,
            "the configuration names something that the CRM does not have",
            "Correct the name in mapping.yaml or lifecycle.yaml, or make the field and let us see it."),
    /** The request itself was not understood: our mistake or a new contract. */
    MISUNDERSTOOD(
            Reaction.STOP_ROUTE,
            "the CRM did not understand the request",
            "Report it with the sentence: it is a mistake of ours, or the CRM has changed."),
    /** The record is locked by others. */
    BUSY(
            Reaction.RESEND_ROW,
            "the record is locked by somebody else",
            "Nothing: it is tried again. If it stays, see which automation holds the record for so long."),
    /** The record was converted, merged or is held by another: follow and settle again. */
    MOVED(Reaction.SETTLE_AGAIN, "the record has become another", "Nothing: the record is followed and tried again."),
    /** The record is deleted. */
    GONE(
            Reaction.SETTLE_AGAIN,
            "the record is deleted",
            "Nothing: it is looked at again. If it was deleted by mistake, restore it."),
    /** The outcome of a write is not known. */
    UNKNOWN_OUTCOME(
            Reaction.SETTLE_AGAIN,
            "it is not known whether the write took place",
            "Nothing: the record is looked at and tried again. If it stays, see what keeps changing it."),
    /** A value has the wrong form, length or range, or is no option of its field. */
    INVALID_VALUE(
            Reaction.PARK,
            "a value is not accepted",
            "Correct the value in its record, or let the field take it: an option more, a longer field, another codec."),
    /** A required field has no value. */
    MISSING_VALUE(
            Reaction.PARK,
            "a required field is empty",
            "Fill the field in its record, or give it a default in mapping.yaml."),
    /** Another record holds a value that must be unique, or a duplicate rule found a match. */
    DUPLICATE(
            Reaction.PARK,
            "another record holds this value",
            "Merge the two records, or correct the value in one of them."),
    /** An admin's rule or automation refuses the row. */
    REFUSED_BY_RULE(
            Reaction.PARK,
            "a rule of the CRM refuses the record",
            "Correct the record as the rule says, or except the integration user from the rule."),
    /** This one record may not be written by us. */
    NOT_ALLOWED(
            Reaction.PARK, "we may not write this record", "Share the record with the integration user, or unlock it."),
    /** The record that it is to be linked to is not there; the rest of it can be written without the link. */
    LINK_MISSING(
            Reaction.PARK,
            "the record to link to is not in the CRM",
            "See why it is not there, or link another one; all else of the record is kept in step."),
    /** The storage or another limit of the account is reached. */
    ACCOUNT_FULL(
            Reaction.STOP_ROUTE,
            "the account has reached a limit",
            "Free storage in the CRM, or raise the limit that the sentence names.");

    private final Reaction reaction;
    private final String sentence;
    private final String remedy;

    FailureKind(Reaction reaction, String sentence, String remedy) {
        this.reaction = reaction;
        this.sentence = sentence;
        this.remedy = remedy;
    }

    public Reaction reaction() {
        return reaction;
    }

    /** What happened, for people. */
    public String sentence() {
        return sentence;
    }

    /** What a person can do about it. */
    public String remedy() {
        return remedy;
    }

    /** The word for it on the command line and in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
