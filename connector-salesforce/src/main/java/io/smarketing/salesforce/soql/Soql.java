package io.smarketing.salesforce.soql;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.stream.Collectors;

/** Literals of SOQL: whatever a value holds, it stays a value. */
public final class Soql {

    private Soql() {}

    /** A quoted text. */
    public static String text(String value) {
        StringBuilder quoted = new StringBuilder(value.length() + 2).append('\'');
        for (int i = 0; i < value.length(); i++) {
            quoted.append(escaped(value.charAt(i)));
        }
        return quoted.append('\'').toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '\'' -> "\\'";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default -> String.valueOf(c);
        };
    }

    /** A time; whole seconds, since SOQL compares no finer. */
    public static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** {@code field IN ('a','b')}. */
    public static String in(String field, Collection<String> values) {
        return field + values.stream().map(Soql::text).collect(Collectors.joining(",", " IN (", ")"));
    }
}
