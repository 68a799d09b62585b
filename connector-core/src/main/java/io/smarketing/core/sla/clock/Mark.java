package io.smarketing.core.sla.clock;

import java.time.Instant;

/**
 * A moment of a running promise that people are told of, once.
 *
 * @param word the warning as files spell it, or {@link #BREACH}
 * @param at when that was
 */
public record Mark(String word, Instant at) {

    /** All of the time is over: the promise is broken. */
    public static final String BREACH = "100%";

    public boolean isBreach() {
        return word.equals(BREACH);
    }
}
