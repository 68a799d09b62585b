package io.smarketing.sandbox.org.soap.metadata;

/** The org refuses one component. */
public final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code as the platform's status codes have it */
    public Refused(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
