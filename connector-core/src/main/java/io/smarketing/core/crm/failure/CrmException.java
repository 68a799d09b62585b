package io.smarketing.core.crm.failure;

import java.time.Duration;
import java.util.Optional;

/**
 * A whole call failed. The message is a sentence for people that names the thing, the place and the remedy, and holds
 * no personal data and no secret.
 */
public final class CrmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FailureKind kind;
    private final transient Optional<Duration> wait;

    public CrmException(FailureKind kind, String sentence) {
        this(kind, sentence, Optional.empty());
    }

    /** @param wait how long the CRM asks us to wait, if it says */
    public CrmException(FailureKind kind, String sentence, Optional<Duration> wait) {
        super(sentence);
        this.kind = kind;
        this.wait = wait;
    }

    public FailureKind kind() {
        return kind;
    }

    public Optional<Duration> waitFor() {
        return wait;
    }
}
