package io.smarketing.core.crm.record;

/**
 * What is kept in step, in this order: each may point at those before it. Each has record types, books and rounds of its
 * own.
 */
public enum Subject {
    /** Known by their domain. */
    COMPANIES("companies"),
    /** Known by their e-mail address. */
    PEOPLE("people"),
    /** Known by nothing but our key. */
    DEALS("deals");

    private final String word;

    Subject(String word) {
        this.word = word;
    }

    /** Its name in configuration and reports. */
    public String word() {
        return word;
    }
}
