package io.smarketing.daemon.wiring;

import io.smarketing.core.person.PersonId;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Gives ids for new people that rise with time (UUID version 7, RFC 9562), since books take keys in order far faster
 * than keys at random.
 */
final class PersonIds implements Supplier<PersonId> {

    private final InstantSource clock;
    private final RandomGenerator random;
    private long last;

    PersonIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public synchronized PersonId get() {
        last = Math.max(last + 1, clock.millis() << 12);
        long high = (last >>> 12 << 16) | 0x7000L | (last & 0xFFFL);
        long low = (random.nextLong() >>> 2) | 0x8000000000000000L;
        return new PersonId(new UUID(high, low));
    }
}
