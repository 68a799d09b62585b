package io.smarketing.core.sla;

import java.time.LocalTime;

/**
 * A stretch of one working day, in the calendar's own time zone.
 *
 * @param to past {@code from}; midnight ends the day
 */
public record WorkTime(LocalTime from, LocalTime to) {

    public WorkTime {
        if (!to.equals(LocalTime.MIDNIGHT) && !to.isAfter(from)) {
            throw new IllegalArgumentException("working time ends at " + to + ", before it begins at " + from);
        }
    }
}
