package io.smarketing.http;

import io.github.resilience4j.core.IntervalFunction;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.open.Sleeper;
import io.smarketing.core.crm.open.Surroundings;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** How often and after which waits a failed call is made again. */
final class Retries {

    private static final int ATTEMPTS = 5;

    private final IntervalFunction backoff = IntervalFunction.ofExponentialBackoff(500, 2, 8_000);
    private final Sleeper sleeper;
    private final RandomGenerator random;

    Retries(Surroundings surroundings) {
        this.sleeper = surroundings.sleeper();
        this.random = surroundings.random();
    }

    /** Waits before the next attempt; throws the failure where there is none. */
    void await(CrmException failure, int attempt) throws InterruptedException {
        Duration wait = failure.waitFor().orElseGet(() -> jittered(attempt));
        if (attempt >= ATTEMPTS || wait.compareTo(Pacer.LONGEST_WAIT) > 0) {
            throw failure;
        }
        sleeper.sleep(wait);
    }

    /** Between half of the interval and all of it; Resilience4j's own jitter cannot be seeded. */
    private Duration jittered(int attempt) {
        synchronized (random) {
            return Duration.ofMillis((long) (backoff.apply(attempt) * (0.5 + random.nextDouble() / 2)));
        }
    }
}
