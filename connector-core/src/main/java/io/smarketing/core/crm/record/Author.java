package io.smarketing.core.crm.record;

/** Who last modified a record, as far as the CRM tells. */
public enum Author {
    /** Our own integration user. */
    OURSELVES,
    /** Anybody else. */
    SOMEBODY_ELSE,
    /** The CRM does not tell. */
    UNKNOWN
}
