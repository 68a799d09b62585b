package io.smarketing.salesforce.write;

import io.smarketing.core.crm.open.Surroundings;
import java.time.Duration;

/** The wait before locked rows are sent again: longer each time, and never the same for two of us. */
record Pause(Surroundings surroundings) {

    private static final long FIRST_MILLIS = 300;

    /** Waits; false if an interrupt ended it. */
    boolean before(int attempt) {
        long most = FIRST_MILLIS << attempt;
        try {
            surroundings.sleeper().sleep(Duration.ofMillis(most / 2 + upTo(most / 2)));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private long upTo(long millis) {
        // all that share the surroundings draw from it
        synchronized (surroundings.random()) {
            return surroundings.random().nextLong(millis);
        }
    }
}
