package io.smarketing.sandbox.org.soql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query into words. */
final class Tokeniser {

    private static final Pattern WORD = Pattern.compile("\\s*(?:"
            + "(?<datetime>\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?(?:Z|[+-]\\d{2}:?\\d{2}))(?![\\w:])"
            + "|(?<date>\\d{4}-\\d{2}-\\d{2})(?![\\w:-])"
            + "|(?<number>[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)(?![\\w.-])"
            + "|(?<name>[A-Za-z]\\w*(?:\\.[A-Za-z]\\w*)*)"
            + "|(?<symbol><=|>=|!=|<>|[=<>(),])"
            + "|(?<quote>'))");

    private static final Map<Token.Kind, String> GROUPS = Map.of(
            Token.Kind.DATETIME, "datetime",
            Token.Kind.DATE, "date",
            Token.Kind.NUMBER, "number",
            Token.Kind.NAME, "name",
            Token.Kind.SYMBOL, "symbol");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokeniser(String text) {
        this.text = text;
    }

    static List<Token> read(String text) throws MalformedQuery {
        Tokeniser reading = new Tokeniser(text.stripTrailing());
        while (reading.at < reading.text.length()) {
            reading.next();
        }
        reading.tokens.add(new Token(Token.Kind.END, "", reading.at + 1));
        return reading.tokens;
    }

    private void next() throws MalformedQuery {
        Matcher word = WORD.matcher(text).region(at, text.length());
        if (!word.lookingAt()) {
            String rest = text.substring(at).strip();
            throw new MalformedQuery("unexpected token: '" + rest.substring(0, 1) + "' at column " + (at + 1));
        }
        at = word.end();
        if (word.group("quote") != null) {
            quoted();
            return;
        }
        GROUPS.forEach((kind, group) -> {
            if (word.start(group) >= 0) {
                tokens.add(new Token(kind, word.group(group), word.start(group) + 1));
            }
        });
    }

    private void quoted() throws MalformedQuery {
        int start = at;
        while (at < text.length() && text.charAt(at) != '\'') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            throw new MalformedQuery("line 1:" + start + " a quoted string is not closed");
        }
        tokens.add(new Token(Token.Kind.STRING, text.substring(start, at), start));
        at++;
    }
}
