package io.smarketing.core.sla.clock;

import java.time.Instant;

/**
 * A moment of a running promise that people are told of, once.
 *
 * @param percent the part of the time that was over: less than a hundred warns, a hundred is the breach
 * @param at when that was
 */
public record Mark(int percent, Instant at) {

    /** The part of the time at which a promise is broken. */
    public static final int BREACH = 100;

    public boolean isBreach() {
        return percent == BREACH;
    }
}
