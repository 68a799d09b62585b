package io.smarketing.sandbox.org.soap;

/** A SOAP call is refused as a whole. */
final class SoapFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    SoapFault(String code, String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }

    /** What a call without a good session gets; clients tell by these words that they may log in again. */
    static SoapFault noSession() {
        return new SoapFault(
                "INVALID_SESSION_ID",
                "Invalid Session ID found in SessionHeader: Illegal Session. Session not found, missing session hash:"
                        + " -");
    }
}
