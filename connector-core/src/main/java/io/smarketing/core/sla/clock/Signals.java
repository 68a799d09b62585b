package io.smarketing.core.sla.clock;

import java.util.Set;

/**
 * What a clock listens for. Of several that come at the same time the one that ends it is heard before one that cancels
 * it, and one that has it go on before one that pauses it.
 *
 * @param start the first of these starts it; another does not start it anew
 * @param stop these keep the promise, also where they come before the start
 * @param pause from these on it stands still
 * @param resume from these on it goes on
 * @param cancel from these on the promise is none any more
 */
public record Signals(Set<String> start, Set<String> stop, Set<String> pause, Set<String> resume, Set<String> cancel) {

    public Signals {
        start = Set.copyOf(start);
        stop = Set.copyOf(stop);
        pause = Set.copyOf(pause);
        resume = Set.copyOf(resume);
        cancel = Set.copyOf(cancel);
    }

    /** Never paused nor cancelled. */
    public Signals(Set<String> start, Set<String> stop) {
        this(start, stop, Set.of(), Set.of(), Set.of());
    }
}
