package io.smarketing.simulation.world;

import io.smarketing.core.crm.open.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time of a life: it moves only when somebody waits, or when an answer takes its time. */
public final class VirtualTime implements InstantSource, Sleeper {

    private Instant now = Instant.parse("2026-11-02T09:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void sleep(Duration duration) {
        now = now.plus(duration);
    }
}
