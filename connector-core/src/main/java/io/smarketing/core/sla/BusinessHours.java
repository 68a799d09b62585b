package io.smarketing.core.sla;

import io.smarketing.core.sla.Stretch.Why;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A working calendar: the hours in which a promise runs. A day on which the clocks change is as long as it is: what
 * counts is the time that passes between two wall times, each taken where a clock shows it first.
 *
 * @param week the working times of each weekday, in order and apart; a day that is left out is free
 * @param leave days off beside the holidays
 */
public record BusinessHours(ZoneId zone, Map<DayOfWeek, List<WorkTime>> week, Holidays holidays, List<Leave> leave) {

    /** Always at work: business time is wall time. */
    public static final BusinessHours ALWAYS = new BusinessHours(ZoneId.of("UTC"), everyDay(), Holidays.NONE);

    /** No promise is that far off; a calendar that never opens again is found out here. */
    private static final int MOST_DAYS = 3660;

    public BusinessHours {
        Map<DayOfWeek, List<WorkTime>> days = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, times) -> days.put(day, List.copyOf(times)));
        week = java.util.Collections.unmodifiableMap(days);
        leave = List.copyOf(leave);
    }

    /** Without leave. */
    public BusinessHours(ZoneId zone, Map<DayOfWeek, List<WorkTime>> week, Holidays holidays) {
        this(zone, week, holidays, List.of());
    }

    /** The working time between two instants; none if the second is not after the first. */
    public Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        LocalDate last = day(to);
        for (LocalDate day = day(from); !day.isAfter(last); day = day.plusDays(1)) {
            for (Span open : on(day)) {
                Instant begin = later(from, open.from());
                Instant end = earlier(to, open.to());
                sum = end.isAfter(begin) ? sum.plus(Duration.between(begin, end)) : sum;
            }
        }
        return sum;
    }

    /**
     * When so much working time has passed: at the latest when people leave off, never after. For no time at all, when
     * they are next at work.
     *
     * @return empty if there is not so much working time within ten years
     */
    public Optional<Instant> due(Instant from, Duration working) {
        Duration left = working;
        LocalDate day = day(from);
        for (int days = 0; days < MOST_DAYS; days++, day = day.plusDays(1)) {
            for (Span open : on(day)) {
                Instant begin = later(from, open.from());
                if (open.to().isAfter(begin)) {
                    Duration here = Duration.between(begin, open.to());
                    if (here.compareTo(left) >= 0) {
                        return Optional.of(begin.plus(left));
                    }
                    left = left.minus(here);
                }
            }
        }
        return Optional.empty();
    }

    /** All time between two instants, in order and without gaps, told by why it counts or does not. */
    public List<Stretch> stretches(Span all) {
        List<Stretch> told = new ArrayList<>();
        LocalDate last = day(all.to());
        for (LocalDate day = day(all.from()); !day.isAfter(last); day = day.plusDays(1)) {
            Why closed = closed(day);
            Instant at = at(day, LocalTime.MIDNIGHT);
            for (Span open : on(day)) {
                add(told, all, Span.of(at, open.from()), closed);
                add(told, all, Optional.of(open), Why.COUNTED);
                at = open.to();
            }
            add(told, all, Span.of(at, at(day.plusDays(1), LocalTime.MIDNIGHT)), closed);
        }
        return told;
    }

    private static void add(List<Stretch> told, Span all, Optional<Span> span, Why why) {
        span.flatMap(all::shared).ifPresent(s -> {
            int before = told.size() - 1;
            if (before >= 0 && told.get(before).why() == why) {
                told.set(before, new Stretch(new Span(told.get(before).span().from(), s.to()), why));
            } else {
                told.add(new Stretch(s, why));
            }
        });
    }

    /** When people are at work on a day. */
    private List<Span> on(LocalDate day) {
        List<WorkTime> times = week.getOrDefault(day.getDayOfWeek(), List.of());
        if (times.isEmpty() || closed(day) != Why.CLOSED) {
            return List.of();
        }
        List<Span> open = new ArrayList<>(times.size());
        for (WorkTime time : times) {
            boolean whole = time.to().equals(LocalTime.MIDNIGHT);
            Span.of(at(day, time.from()), at(whole ? day.plusDays(1) : day, time.to()))
                    .ifPresent(open::add);
        }
        return open;
    }

    private Why closed(LocalDate day) {
        if (leave.stream().anyMatch(l -> l.covers(day))) {
            return Why.LEAVE;
        }
        return holidays.isHoliday(day) ? Why.HOLIDAY : Why.CLOSED;
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** When a clock first shows that time; one that is skipped is where the clocks are put forward. */
    private Instant at(LocalDate day, LocalTime time) {
        LocalDateTime local = day.atTime(time);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Map<DayOfWeek, List<WorkTime>> everyDay() {
        Map<DayOfWeek, List<WorkTime>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, List.of(new WorkTime(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));
        }
        return days;
    }
}
