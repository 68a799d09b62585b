package io.smarketing.sandbox.portal.schema;

/** A yes-or-no of a property. */
public enum Trait {
    /** No two live records hold the same value. */
    UNIQUE,
    /** The vendor or a calculation writes it, nobody else. */
    READ_ONLY,
    /** It comes from other values. */
    CALCULATED,
    /** The vendor defined it: it cannot be deleted. */
    HUBSPOT_DEFINED,
    HIDDEN,
    FORM_FIELD,
    /** Its values are ids of owners, not options of its own. */
    OWNER
}
