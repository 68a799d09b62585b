package io.smarketing.simulation.world;

import io.smarketing.core.crm.open.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time of a life: it moves only when somebody waits, or when an answer takes its time. */
public final class VirtualTime implements InstantSource, Sleeper {

    private Instant now = Instant.parse("2026-11-02T09:00:00Z");
    private Duration daemonAhead = Duration.ZERO;

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void sleep(Duration duration) {
        now = now.plus(duration);
    }

    /** What the clock shows by which the daemon waits and logs in: nobody but the daemon goes by it. */
    public InstantSource daemons() {
        return () -> now.plus(daemonAhead);
    }

    /** Somebody sets the daemon's clock so far ahead of what it shows, or back. */
    public void setDaemons(Duration ahead) {
        daemonAhead = daemonAhead.plus(ahead);
    }
}
