package io.smarketing.testkit.time;

import io.smarketing.core.crm.open.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved; who sleeps on it moves it. */
public final class SettableTime implements InstantSource, Sleeper {

    private Instant now;
    private Duration slept = Duration.ZERO;

    public SettableTime(Instant start) {
        this.now = start;
    }

    /** A clock that stands at some whole second. */
    public static SettableTime start() {
        return new SettableTime(Instant.parse("2026-03-02T09:00:00Z"));
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration duration) {
        now = now.plus(duration);
        slept = slept.plus(duration);
    }

    /** Moves the clock. */
    public synchronized Instant advance(Duration by) {
        now = now.plus(by);
        return now;
    }

    /** Sets the clock, also back. */
    public synchronized void set(Instant to) {
        now = to;
    }

    /** All that was slept so far. */
    public synchronized Duration slept() {
        return slept;
    }
}
