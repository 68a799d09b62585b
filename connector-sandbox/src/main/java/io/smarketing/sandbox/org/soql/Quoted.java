package io.smarketing.sandbox.org.soql;

import java.util.Map;
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

    /** The pattern that LIKE means: {@code %} any text, {@code _} any character, in any case. */
    public Pattern like() throws MalformedQuery {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\\') {
                char next = raw.charAt(++i);
                char meant = next == '%' || next == '_' ? next : escaped(next);
                regex.append(Pattern.quote(String.valueOf(meant)));
            } else if (c == '%') {
                regex.append(".*");
            } else if (c == '_') {
                regex.append('.');
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
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
