package io.smarketing.core.sla.terms;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One week, month or quarter of the calendar; weeks begin on Monday.
 *
 * @param first its first day
 */
public record Period(Every every, LocalDate first) implements Comparable<Period> {

    private static final Pattern NAME = Pattern.compile("(\\d{4})-(?:W(\\d{2})|Q([1-4])|(\\d{2}))");

    public Period {
        if (!every.first(first).equals(first)) {
            throw new IllegalArgumentException("no " + every.word() + " begins on " + first);
        }
    }

    /** That in which a moment lies. */
    public static Period of(Every every, Instant at, ZoneId zone) {
        return of(every, at.atZone(zone).toLocalDate());
    }

    private static Period of(Every every, LocalDate day) {
        return new Period(every, every.first(day));
    }

    /** That of this name, such as 2026-W45, 2026-10 or 2026-Q4; empty if there is none. */
    public static Optional<Period> named(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group(1));
        try {
            if (parts.group(2) != null) {
                LocalDate inJanuary = LocalDate.of(year, 1, 4);
                Period first = of(Every.WEEK, inJanuary);
                return Optional.of(first.plus(Integer.parseInt(parts.group(2)) - 1))
                        .filter(p -> p.name().equals(name));
            }
            boolean quarter = parts.group(3) != null;
            int month = quarter ? Integer.parseInt(parts.group(3)) * 3 - 2 : Integer.parseInt(parts.group(4));
            return Optional.of(of(quarter ? Every.QUARTER : Every.MONTH, LocalDate.of(year, month, 1)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public String name() {
        return switch (every) {
            case WEEK ->
                String.format(
                        "%04d-W%02d",
                        first.get(IsoFields.WEEK_BASED_YEAR), first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> String.format("%04d-%02d", first.getYear(), first.getMonthValue());
            case QUARTER -> String.format("%04d-Q%d", first.getYear(), first.get(IsoFields.QUARTER_OF_YEAR));
        };
    }

    /** The one so many later, or before if that is less than none. */
    public Period plus(int periods) {
        return new Period(every, every.plus(first, periods));
    }

    /** When it begins there. */
    public Instant from(ZoneId zone) {
        return first.atStartOfDay(zone).toInstant();
    }

    /** When it is over there: that moment is no more of it. */
    public Instant to(ZoneId zone) {
        return plus(1).from(zone);
    }

    @Override
    public int compareTo(Period other) {
        int order = first.compareTo(other.first);
        return order == 0 ? every.compareTo(other.every) : order;
    }
}
