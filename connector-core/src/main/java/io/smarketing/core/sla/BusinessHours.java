package io.smarketing.core.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A working calendar: the hours in which a promise runs. A day on which the clocks change is as long as it is: what
 * counts is the time that passes between two wall times, in real hours.
 *
 * @param week the working times of each weekday, in order and apart; a day that is left out is free
 */
public record BusinessHours(ZoneId zone, Map<DayOfWeek, List<WorkTime>> week, Holidays holidays) {

    /** Always at work: business time is wall time. */
    public static final BusinessHours ALWAYS = new BusinessHours(ZoneId.of("UTC"), everyDay(), Holidays.NONE);

    public BusinessHours {
        Map<DayOfWeek, List<WorkTime>> days = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, times) -> days.put(day, List.copyOf(times)));
        week = java.util.Collections.unmodifiableMap(days);
    }

    /** The working time between two instants; none if the second is not after the first. */
    public Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        LocalDate last = to.atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            for (WorkTime time : on(day)) {
                sum = sum.plus(shared(from, to, at(day, time.from()), end(day, time)));
            }
        }
        return sum;
    }

    private List<WorkTime> on(LocalDate day) {
        return holidays.isHoliday(day) ? List.of() : week.getOrDefault(day.getDayOfWeek(), List.of());
    }

    private Instant end(LocalDate day, WorkTime time) {
        return time.to().equals(LocalTime.MIDNIGHT) ? at(day.plusDays(1), time.to()) : at(day, time.to());
    }

    private Instant at(LocalDate day, LocalTime time) {
        return ZonedDateTime.of(day, time, zone).toInstant();
    }

    private static Duration shared(Instant from, Instant to, Instant opens, Instant closes) {
        Instant begin = from.isAfter(opens) ? from : opens;
        Instant end = to.isBefore(closes) ? to : closes;
        return end.isAfter(begin) ? Duration.between(begin, end) : Duration.ZERO;
    }

    private static Map<DayOfWeek, List<WorkTime>> everyDay() {
        Map<DayOfWeek, List<WorkTime>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, List.of(new WorkTime(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));
        }
        return days;
    }
}
