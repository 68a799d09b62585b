package io.smarketing.sandbox.org.soql;

/** The text is not SOQL; the message says where and why. */
public final class MalformedQuery extends Exception {

    private static final long serialVersionUID = 1L;

    public MalformedQuery(String message) {
        super(message);
    }

    static MalformedQuery unexpected(Token token) {
        return new MalformedQuery(
                token.kind() == Token.Kind.END
                        ? "unexpected token: '<EOF>'"
                        : "unexpected token: '" + token.text() + "' at column " + token.column());
    }
}
