package io.smarketing.sandbox.org.soql;

import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What stands between quotes in a query, escapes untouched: read as plain text or as a LIKE pattern. */
public record Quoted(String raw) {

    private static final Map<Character, Character> ESCAPES =
            Map.of('n', '\n', 'N', '\n', 'r', '\r', 'R', '\r', 't', '\t', 'T', '\t', 'b', '\b', 'f', '\f', '"', '"');

    /** The text that is meant. */
    public String plain() throws MalformedQuery {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            text.append(c == '\\' ? escaped(raw.charAt(++i)) : c);
        }
        return text.toString();
    }

    /** Refuses a text with an escape that means nothing, in whichever way it will be read. */
    void check() throws MalformedQuery {
        for (int i = raw.indexOf('\\'); i >= 0; i = raw.indexOf('\\', i + 2)) {
            char next = raw.charAt(i + 1);
            if (next != '%' && next != '_') {
                escaped(next);
            }
        }
    }

    /** The test that LIKE means: {@code %} any text, {@code _} any character, in any case. */
    public Predicate<String> like() throws MalformedQuery {
        StringBuilder regex = new StringBuilder();
        StringBuilder literal = new StringBuilder();
        int wildcards = 0;
        boolean open = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            open = c == '%';
            if (c == '%' || c == '_') {
                regex.append(c == '%' ? ".*" : ".");
                wildcards++;
            } else {
                char meant = c == '\\' ? inPattern(raw.charAt(++i)) : c;
                regex.append(Pattern.quote(String.valueOf(meant)));
                literal.append(meant);
            }
        }
        if (open && wildcards == 2 && raw.startsWith("%")) {
            // hundreds of such patterns stand in one query, and a search is many times as fast as a match
            String part = literal.toString().toLowerCase(Locale.ROOT);
            return text -> text.toLowerCase(Locale.ROOT).contains(part);
        }
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
        return Pattern.compile(regex.toString(), flags).asMatchPredicate();
    }

    private static char inPattern(char escaped) throws MalformedQuery {
        return escaped == '%' || escaped == '_' ? escaped : escaped(escaped);
    }

    private static char escaped(char c) throws MalformedQuery {
        if (c == '\'' || c == '\\') {
            return c;
        }
        Character meant = ESCAPES.get(c);
        if (meant == null) {
            throw new MalformedQuery(
                    "Invalid string literal. Illegal character sequence '\\" + c + "' in string literal.");
        }
        return meant;
    }
}
