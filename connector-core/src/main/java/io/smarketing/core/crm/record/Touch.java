package io.smarketing.core.crm.record;

import java.time.Instant;

/** Something that a human did to reach a person, and when. */
public record Touch(Instant at, Kind kind) {

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
