package io.smarketing.core.lifecycle;

import java.time.Instant;
import java.util.Optional;

/**
 * One way through the funnel: the first, or another after a detour.
 *
 * @param number from 1
 * @param since only what happened after it counts: the entry of the last detour, or the beginning of time
 * @param detour the detour on which the person is now
 */
public record Pass(int number, Instant since, Optional<String> detour) {

    /** The first pass, on no detour. */
    public static final Pass FIRST = new Pass(1, Instant.EPOCH, Optional.empty());

    /** True while nothing ever led out of the funnel. */
    public boolean isPlain() {
        return equals(FIRST);
    }

    Pass aside(String name, Instant at) {
        return new Pass(number, at, Optional.of(name));
    }

    Pass next() {
        return new Pass(number + 1, since, Optional.empty());
    }
}
