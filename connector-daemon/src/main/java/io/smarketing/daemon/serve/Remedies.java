package io.smarketing.daemon.serve;

import io.smarketing.core.crm.failure.FailureKind;

/** What a person can do when runs fail. */
final class Remedies {

    static final String MAPPING =
            "Correct the mapping, or let the CRM have what it names and us see it. It is tried again"
                    + " every few minutes, without a restart.";
    static final String CONFIGURATION = "Correct the configuration. It is read again every few minutes.";
    static final String NAMED = "Put right what is named. It is tried again every few minutes, without a restart.";
    static final String BUG = "Please report it with the stack trace in the log; it holds no personal data. It is tried"
            + " again every few minutes.";

    private Remedies() {}

    static String of(FailureKind kind) {
        return switch (kind) {
            case WRONG_CREDENTIALS ->
                "Let the configuration have good credentials. Files are read again every few minutes; a changed"
                        + " environment variable needs a restart.";
            case FORBIDDEN -> "Grant what is named. It is tried again every few minutes, without a restart.";
            default -> NAMED;
        };
    }
}
