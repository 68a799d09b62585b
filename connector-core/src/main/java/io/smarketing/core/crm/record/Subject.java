package io.smarketing.core.crm.record;

/** What is kept in step. Each has record types, books and rounds of its own. */
public enum Subject {
    /** Known by their e-mail address. */
    PEOPLE("people"),
    /** Known by their domain. */
    COMPANIES("companies"),
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
