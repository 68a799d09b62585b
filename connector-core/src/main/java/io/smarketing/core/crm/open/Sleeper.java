package io.smarketing.core.crm.open;

import java.time.Duration;

/** The one way to wait. */
@FunctionalInterface
public interface Sleeper {

    /** Waits that long, on whatever clock runs here; an interrupt ends the wait with its exception. */
    void sleep(Duration duration) throws InterruptedException;
}
