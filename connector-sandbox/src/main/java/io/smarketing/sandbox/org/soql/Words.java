package io.smarketing.sandbox.org.soql;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of a query, taken one after the other. */
final class Words {

    private static final Set<String> RESERVED = Set.of(
            "AND", "ASC", "DESC", "FROM", "IN", "LIKE", "LIMIT", "NOT", "NULL", "OR", "SELECT", "TRUE", "FALSE",
            "WHERE");

    private final List<Token> tokens;
    private int at;

    Words(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    /** The word after the next one. */
    Token peekSecond() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    /** Takes the word if it comes next. */
    boolean take(String word) {
        if (!peek().is(word)) {
            return false;
        }
        next();
        return true;
    }

    void expect(String word) throws MalformedQuery {
        if (!take(word)) {
            throw MalformedQuery.unexpected(peek());
        }
    }

    Token name() throws MalformedQuery {
        Token token = next();
        if (token.kind() != Token.Kind.NAME || RESERVED.contains(token.text().toUpperCase(Locale.ROOT))) {
            throw MalformedQuery.unexpected(token);
        }
        return token;
    }

    int count() throws MalformedQuery {
        Token token = next();
        try {
            int number = Integer.parseInt(token.text());
            if (token.kind() == Token.Kind.NUMBER && number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new MalformedQuery("not a whole number: '" + token.text() + "'");
        }
        throw MalformedQuery.unexpected(token);
    }

    void end() throws MalformedQuery {
        if (peek().kind() != Token.Kind.END) {
            throw MalformedQuery.unexpected(peek());
        }
    }
}
