package io.smarketing.core.sla;

import java.time.LocalDate;

/** The days on which nobody works although the week says so. */
@FunctionalInterface
public interface Holidays {

    /** No such day. */
    Holidays NONE = day -> false;

    boolean isHoliday(LocalDate day);
}
