package io.smarketing.core.sla;

import java.time.Duration;

/** A stretch of time, and whether it counts as working time. */
public record Stretch(Span span, Why why) {

    /** Why time counts, or why it does not. */
    public enum Why {
        /** People are at work. */
        COUNTED,
        /** A day or an hour on which the week has no working time. */
        CLOSED,
        /** A public holiday. */
        HOLIDAY,
        /** Leave that was agreed. */
        LEAVE,
        /** The clock was paused. */
        PAUSED
    }

    public boolean counts() {
        return why == Why.COUNTED;
    }

    public Duration length() {
        return span.length();
    }
}
