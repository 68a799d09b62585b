package io.smarketing.core.sla.clock;

import io.smarketing.core.sla.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How one promise ran: from its start to its end, with its pauses.
 *
 * @param end when it was kept or called off
 * @param kept true if it ended because it was kept
 * @param pauses in order and apart, up to the end; the last may be without one
 */
record Run(Instant start, Optional<Instant> end, boolean kept, List<Pause> pauses) {

    /** A time in which the promise stood still; without an end it still does. */
    record Pause(Instant from, Optional<Instant> to) {

        boolean covers(Instant at) {
            return !at.isBefore(from) && to.map(at::isBefore).orElse(true);
        }

        Optional<Span> upTo(Instant now) {
            return Span.of(from, to.filter(now::isAfter).orElse(now));
        }
    }

    /** What these tell, in whatever order they come; empty if it has not started. */
    static Optional<Run> of(Promise promise, Collection<Signal> told) {
        SortedSet<Signal> signals = new TreeSet<>(told);
        Optional<Instant> start = times(signals, promise.on().start()).first(1);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> kept = times(signals, promise.on().stop()).first(promise.times());
        Optional<Instant> off = calledOff(promise, told);
        boolean isKept = kept.isPresent() && off.isEmpty();
        Optional<Instant> end = (isKept ? kept : off).map(e -> e.isBefore(start.get()) ? start.get() : e);
        return Optional.of(new Run(start.get(), end, isKept, pauses(promise, signals, start.get(), end)));
    }

    /** When it was called off, if it was before it was kept. */
    static Optional<Instant> calledOff(Promise promise, Collection<Signal> told) {
        SortedSet<Signal> signals = new TreeSet<>(told);
        Optional<Instant> kept = times(signals, promise.on().stop()).first(promise.times());
        return times(signals, promise.on().cancel())
                .first(1)
                .filter(off -> kept.map(off::isBefore).orElse(true));
    }

    private static Times times(SortedSet<Signal> signals, Set<String> words) {
        SortedSet<Instant> at = new TreeSet<>();
        signals.stream().filter(s -> words.contains(s.word())).map(Signal::at).forEach(at::add);
        return new Times(at);
    }

    /** Different times of signals. */
    private record Times(SortedSet<Instant> at) {

        Optional<Instant> first(int nth) {
            return at.stream().skip(nth - 1L).findFirst();
        }
    }

    private static List<Pause> pauses(
            Promise promise, SortedSet<Signal> signals, Instant start, Optional<Instant> end) {
        SortedSet<Instant> on = times(signals, promise.on().pause()).at();
        SortedSet<Instant> off = times(signals, promise.on().resume()).at();
        List<Pause> pauses = new ArrayList<>();
        Duration left = promise.pauses().orElse(Duration.ZERO);
        Optional<Instant> next = on.stream().findFirst();
        while (next.isPresent()) {
            Instant from = next.get().isBefore(start) ? start : next.get();
            // who is paused and told to go on at once goes on, and is paused then
            Optional<Instant> to = off.tailSet(next.get().plusNanos(1)).stream().findFirst();
            next = to.flatMap(t -> on.tailSet(t).stream().findFirst());
            Optional<Instant> until = earliest(to, end);
            if (promise.pauses().isPresent()) {
                until = earliest(until, Optional.of(from.plus(left)));
            }
            if (until.map(u -> u.isAfter(from)).orElse(end.isEmpty())) {
                pauses.add(new Pause(from, until));
                left = until.map(u -> Duration.between(from, u))
                        .map(left::minus)
                        .orElse(left);
            }
        }
        return pauses;
    }

    private static Optional<Instant> earliest(Optional<Instant> a, Optional<Instant> b) {
        return a.isEmpty() || b.isPresent() && b.get().isBefore(a.get()) ? b : a;
    }
}
