package io.smarketing.core.alert;

import java.time.Duration;
import java.time.Instant;

/**
 * A rest after failures in a row, kept until something has arrived.
 *
 * @param who rests: a channel, a mailbox, or a message
 * @param until when, by our own clock
 */
public record Pause(String who, int failures, Instant until) {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** After the first failure. */
    static Pause first(String who, Instant now) {
        return new Pause(who, 0, now).longer(now);
    }

    /** After one more. */
    Pause longer(Instant now) {
        Duration rest = FIRST.multipliedBy(1L << Math.min(failures, 10));
        return new Pause(who, failures + 1, now.plus(rest.compareTo(LONGEST) > 0 ? LONGEST : rest));
    }

    /** True until it is over; one that ends later than any can was stored before the clock was set back. */
    boolean isOn(Instant now) {
        return now.isBefore(until) && !until.isAfter(now.plus(LONGEST));
    }
}
