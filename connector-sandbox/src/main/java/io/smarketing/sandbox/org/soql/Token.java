package io.smarketing.sandbox.org.soql;

/**
 * One word of a query.
 *
 * @param text as written; of a quoted string what stands between the quotes, escapes untouched
 * @param column where it begins, from 1
 */
record Token(Kind kind, String text, int column) {

    /** What a word can be. */
    enum Kind {
        NAME,
        STRING,
        NUMBER,
        DATE,
        DATETIME,
        SYMBOL,
        END
    }

    boolean is(String word) {
        return (kind == Kind.NAME || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
    }
}
