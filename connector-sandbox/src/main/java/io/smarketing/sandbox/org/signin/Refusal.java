package io.smarketing.sandbox.org.signin;

/** An OAuth request is refused, in OAuth's own words. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final String error;
    private final String description;

    Refusal(String error, String description) {
        super(error + ": " + description);
        this.error = error;
        this.description = description;
    }

    String error() {
        return error;
    }

    String description() {
        return description;
    }
}
