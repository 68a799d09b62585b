package io.smarketing.sandbox.org.schema;

/** One yes-or-no attribute of a field. */
public enum Trait {
    REQUIRED,
    NOT_CREATEABLE,
    NOT_UPDATEABLE,
    UNIQUE,
    EXTERNAL_ID,
    ID_LOOKUP,
    INDEXED,
    CASCADES,
    RESTRICTED,
    UNFILTERABLE,
    NAME,
    /** Seen by nobody without a permission. */
    GUARDED
}
