package io.smarketing.core.crm.record;

import io.smarketing.core.lead.Email;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that a human did to reach a person, and when.
 *
 * @param by the address of the user who did it, where the CRM tells
 */
public record Touch(Instant at, Kind kind, Optional<Email> by) {

    /** By whom the CRM does not tell. */
    public Touch(Instant at, Kind kind) {
        this(at, kind, Optional.empty());
    }

    /** What was done. */
    public enum Kind {
        CALL,
        EMAIL,
        MEETING,
        TASK,
        /** The person was taken out of a queue, or moved on in the status that sales keeps. */
        STATUS
    }
}
