package io.smarketing.core.sla.clock;

import io.smarketing.core.sla.BusinessHours;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was promised to happen within some working time.
 *
 * @param times how often what keeps it must happen, at different times
 * @param within the working time that it may take
 * @param warnings when to warn, if the time is long enough for it
 * @param pauses how long it may stand still in all, by the clock on the wall; if empty, without limit
 */
public record Promise(
        String name,
        Signals on,
        int times,
        Duration within,
        BusinessHours hours,
        SortedSet<Warning> warnings,
        Optional<Duration> pauses) {

    public Promise {
        warnings = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(warnings));
        if (times < 1 || within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException("the promise " + name + " is for no time, or for nothing");
        }
    }
}
