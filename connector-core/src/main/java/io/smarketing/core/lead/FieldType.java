package io.smarketing.core.lead;

/** What kind of value a field holds, in a CRM or in the mapping's neutral words. */
public enum FieldType {
    /** Any text. */
    TEXT("text"),
    /** An e-mail address, lower-case. */
    EMAIL("e-mail"),
    /** A phone number as the CRM holds it. */
    PHONE("phone"),
    /** A decimal number without an exponent or trailing zeros. */
    NUMBER("number"),
    /** {@code true} or {@code false}. */
    BOOLEAN("boolean"),
    /** A calendar date, {@code 2026-11-22}. */
    DATE("date"),
    /** An instant cut to the second, {@code 2026-11-22T10:00:00Z}. */
    DATETIME("datetime"),
    /** One of a list of options. */
    PICKLIST("picklist"),
    /** A set of options, sorted and joined by semicolons. */
    MULTI_PICKLIST("multi-select"),
    /** The CRM's id of the owner. */
    OWNER("owner"),
    /** The CRM's id of another record. */
    REFERENCE("reference");

    private final String word;

    FieldType(String word) {
        this.word = word;
    }

    /** The word for it in configuration and messages. */
    public String word() {
        return word;
    }

    /** True for values that are text to a person: they can be carried to one another. */
    public boolean isTextual() {
        return switch (this) {
            case TEXT, EMAIL, PHONE, PICKLIST -> true;
            case NUMBER, BOOLEAN, DATE, DATETIME, MULTI_PICKLIST, OWNER, REFERENCE -> false;
        };
    }
}
