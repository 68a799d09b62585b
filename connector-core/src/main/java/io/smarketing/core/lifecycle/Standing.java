package io.smarketing.core.lifecycle;

import io.smarketing.core.sla.clock.Reading;
import io.smarketing.core.sla.clock.State;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the promises of a handoff stand, all in all.
 *
 * @param due when the next of them is due, if one is
 */
public record Standing(State state, Optional<Instant> due) {

    /** The first of these that any promise is in says how all stand. */
    private static final List<State> GRAVEST_FIRST = List.of(
            State.BREACHED,
            State.AT_RISK,
            State.RUNNING,
            State.PAUSED,
            State.WAITING,
            State.LATE,
            State.KEPT,
            State.CANCELLED);

    /** Of these promises; empty if there are none. */
    public static Optional<Standing> of(Collection<Reading> readings) {
        return readings.stream()
                .map(Reading::state)
                .min(Comparator.comparing(GRAVEST_FIRST::indexOf))
                .map(gravest -> new Standing(
                        gravest,
                        readings.stream()
                                .filter(r -> r.state() == gravest && gravest.isOpen())
                                .flatMap(r -> r.due().stream())
                                .min(Comparator.naturalOrder())));
    }
}
