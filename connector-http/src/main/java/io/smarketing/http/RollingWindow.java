package io.smarketing.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts calls so that a server which counts them on arrival never sees more than the limit in any stretch of time of
 * the rate's length. A call arrives some time between its start and its answer: so it holds its slot from its start
 * until that length after its answer.
 */
final class RollingWindow {

    /** For a server whose clock is coarser than ours. */
    private static final Duration MARGIN = Duration.ofMillis(50);

    /** When every slot is held by a call under way nobody knows when one is free. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final InstantSource clock;
    private final Duration span;
    private final List<Slot> slots = new ArrayList<>();
    private int limit;

    RollingWindow(Rate rate, InstantSource clock) {
        this.clock = clock;
        this.limit = rate.calls();
        this.span = rate.per().plus(MARGIN);
    }

    /** One call's place. */
    static final class Slot {
        private Instant freeAt = Instant.MAX;

        /** Only a clock that was set back makes it longer. */
        private void holdAtMostUntil(Instant longest) {
            if (!freeAt.equals(Instant.MAX) && freeAt.isAfter(longest)) {
                freeAt = longest;
            }
        }
    }

    /** A place for a call that starts now; empty if it has to wait. */
    synchronized Optional<Slot> take() {
        // read while nobody else can move a slot: an older time would look like a clock that was set back
        Instant now = clock.instant();
        slots.removeIf(s -> !s.freeAt.isAfter(now));
        slots.forEach(s -> s.holdAtMostUntil(now.plus(span)));
        if (slots.size() >= limit) {
            return Optional.empty();
        }
        Slot slot = new Slot();
        slots.add(slot);
        return Optional.of(slot);
    }

    /** How long to wait before it is worth asking again. */
    synchronized Duration untilFree() {
        Instant now = clock.instant();
        Instant free = slots.stream().map(s -> s.freeAt).min(Instant::compareTo).orElse(now);
        return free.equals(Instant.MAX) ? LOOK_AGAIN : Duration.between(now, free);
    }

    synchronized void answered(Slot slot) {
        slot.freeAt = clock.instant().plus(span);
    }

    synchronized void learn(int calls) {
        limit = Math.max(1, calls);
    }
}
