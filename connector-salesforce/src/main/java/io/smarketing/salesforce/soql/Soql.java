package io.smarketing.salesforce.soql;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Literals of SOQL: whatever a value holds, it stays a value. */
public final class Soql {

    private Soql() {}

    /** A quoted text. */
    public static String text(String value) {
        return "'" + escaped(value, Soql::escaped) + "'";
    }

    private static String escaped(String value, IntFunction<String> each) {
        return value.chars().mapToObj(each).collect(Collectors.joining());
    }

    private static String escaped(int c) {
        return switch (c) {
            case '\'' -> "\\'";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default -> Character.toString(c);
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

    /** {@code (field LIKE '%a%' OR field LIKE '%b%')}: the values are looked for as they are. */
    public static String holding(String field, Collection<String> values) {
        return values.stream()
                .map(value -> field + " LIKE '%" + escaped(value, Soql::inPattern) + "%'")
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static String inPattern(int c) {
        return c == '%' || c == '_' ? "\\" + Character.toString(c) : escaped(c);
    }
}
