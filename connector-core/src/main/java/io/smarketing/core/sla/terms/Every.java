package io.smarketing.core.sla.terms;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How long each period is for which something is promised. */
public enum Every {
    WEEK,
    MONTH,
    QUARTER;

    private static final int MONTHS_OF_A_QUARTER = 3;

    /** As files spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first day of the period in which a day lies. */
    LocalDate first(LocalDate day) {
        return switch (this) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % MONTHS_OF_A_QUARTER);
        };
    }

    /** The first day of the period after so many others. */
    LocalDate plus(LocalDate first, int periods) {
        return switch (this) {
            case WEEK -> first.plusWeeks(periods);
            case MONTH -> first.plusMonths(periods);
            case QUARTER -> first.plusMonths((long) MONTHS_OF_A_QUARTER * periods);
        };
    }
}
