package io.smarketing.core.crm;

/** A place in a CRM's changes, in the adapter's own words: core stores it and never looks inside. */
public record Cursor(String text) {

    /** Before everything: reading from here lists all records. */
    public static final Cursor START = new Cursor("");
}
