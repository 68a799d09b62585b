package io.smarketing.core.sla.clock;

import java.time.Instant;
import java.util.Comparator;

/**
 * Something that happened in a handoff, as a clock hears it.
 *
 * @param word what happened
 */
public record Signal(Instant at, String word) implements Comparable<Signal> {

    private static final Comparator<Signal> ORDER =
            Comparator.comparing(Signal::at).thenComparing(Signal::word);

    @Override
    public int compareTo(Signal other) {
        return ORDER.compare(this, other);
    }
}
