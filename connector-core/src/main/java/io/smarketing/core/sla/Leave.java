package io.smarketing.core.sla;

import java.time.LocalDate;

/**
 * Days on which those of a calendar are away although it is no holiday.
 *
 * @param last the last of them, the first or later
 */
public record Leave(LocalDate first, LocalDate last) {

    public Leave {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("leave ends on " + last + ", before it begins");
        }
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
