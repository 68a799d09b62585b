package io.smarketing.sandbox.org.soql;

/** A value in a query's condition. */
public record Literal(Kind kind, String text) {

    /** What a value is written as; the text of a string has its escapes untouched. */
    public enum Kind {
        STRING,
        NUMBER,
        DATE,
        DATETIME,
        BOOLEAN,
        NULL
    }

    public Quoted quoted() {
        return new Quoted(text);
    }
}
