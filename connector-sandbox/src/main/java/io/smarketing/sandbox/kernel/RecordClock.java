package io.smarketing.sandbox.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time that records, histories, {@code Date} headers and server time bear: it starts where it is told, ticks with
 * the wall clock and can be moved forward, never back. Tokens, rate limits, latency and index lag run on the wall
 * clock instead.
 */
public final class RecordClock implements InstantSource {

    private final InstantSource wall;
    private Instant base;
    private Instant wallAtBase;

    public RecordClock(InstantSource wall, Instant start) {
        this.wall = wall;
        this.base = start;
        this.wallAtBase = wall.instant();
    }

    @Override
    public synchronized Instant instant() {
        return base.plus(Duration.between(wallAtBase, wall.instant()));
    }

    /** The wall clock on which rate limits, tokens and lags run. */
    public InstantSource wall() {
        return wall;
    }

    /** Moves the clock forward by that much; a negative amount is refused with an IllegalArgumentException. */
    public synchronized Instant advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("the record clock never goes back: " + by);
        }
        base = base.plus(by);
        return instant();
    }

    /** Moves the clock to that instant if it is later than now; otherwise does nothing. */
    public synchronized void atLeast(Instant at) {
        Duration ahead = Duration.between(instant(), at);
        if (!ahead.isNegative()) {
            base = base.plus(ahead);
        }
    }
}
