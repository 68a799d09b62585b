package io.smarketing.core.sla.clock;

import io.smarketing.core.sla.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a promise stands at a moment.
 *
 * @param started when it began to run
 * @param due when its time is over, as far as can be told: not while it stands still without limit
 * @param ended when it was kept or called off
 * @param worked the working time that it took until then, or until now
 * @param marks the warnings and the breach so far, in order
 * @param next when to look again if nothing happens; empty if nothing can come of that
 */
public record Reading(
        State state,
        Optional<Instant> started,
        Optional<Instant> due,
        Optional<Instant> ended,
        Duration worked,
        List<Mark> marks,
        Optional<Instant> next) {

    /** It has not begun to run. */
    public static final Reading WAITING = new Reading(
            State.WAITING,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Duration.ZERO,
            List.of(),
            Optional.empty());

    public Reading {
        marks = List.copyOf(marks);
    }

    /** The same, to be looked at again by then at the latest; an end stays one. */
    Reading wokenBy(Instant at) {
        boolean sooner = state.isOpen() && next.map(at::isBefore).orElse(true);
        return sooner ? new Reading(state, started, due, ended, worked, marks, Optional.of(at)) : this;
    }

    /** Called off at that time. */
    Reading calledOff(Instant at) {
        return new Reading(State.CANCELLED, started, due, Optional.of(at), worked, marks, Optional.empty());
    }

    /** The same, of a promise that matters no more. */
    public Reading calledOff() {
        State end = state.isBroken() ? State.LATE : State.CANCELLED;
        return new Reading(end, started, due, ended, worked, marks, Optional.empty());
    }

    /**
     * A reading with all its time.
     *
     * @param stretches from the start until it ended, or until now
     */
    public record Told(Reading reading, List<Stretch> stretches) {

        public Told {
            stretches = List.copyOf(stretches);
        }
    }
}
