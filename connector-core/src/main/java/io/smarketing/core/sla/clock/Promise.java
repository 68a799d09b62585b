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
 * @param warnings when to warn, each as a percentage of that time
 * @param pauses how long it may stand still in all, by the clock on the wall; if empty, without limit
 */
public record Promise(
        String name,
        Signals on,
        int times,
        Duration within,
        BusinessHours hours,
        SortedSet<Integer> warnings,
        Optional<Duration> pauses) {

    public Promise {
        warnings = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(warnings));
        if (times < 1 || within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException("the promise " + name + " is for no time, or for nothing");
        }
        if (!warnings.isEmpty() && (warnings.first() < 1 || warnings.last() > 99)) {
            throw new IllegalArgumentException("the promise " + name + " warns when it has begun, or is broken");
        }
    }

    /** The working time after which it warns. */
    Duration warning(int percent) {
        return within.multipliedBy(percent).dividedBy(100);
    }
}
