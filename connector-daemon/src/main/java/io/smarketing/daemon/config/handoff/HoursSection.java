package io.smarketing.daemon.config.handoff;

import io.smarketing.core.sla.BusinessHours;
import io.smarketing.core.sla.Holidays;
import io.smarketing.core.sla.Leave;
import io.smarketing.core.sla.WorkTime;
import io.smarketing.daemon.config.yaml.Section;
import io.smarketing.daemon.config.yaml.Words;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a working calendar: zone, working times of each day, holidays, leave. */
public record HoursSection(Section hours) {

    public static final List<String> KEYS = List.of(
            "zone",
            "weekdays",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "holidays",
            "leave");

    private static final Pattern TIMES = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*-\\s*(\\d{1,2}):(\\d{2})");

    private static final WorkTime WHOLE_DAY = new WorkTime(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    public BusinessHours read() {
        hours.only(KEYS).require("zone", "name the time zone, such as Europe/Berlin");
        Map<DayOfWeek, List<WorkTime>> week = new EnumMap<>(DayOfWeek.class);
        if (hours.has("weekdays")) {
            List<WorkTime> times = times("weekdays");
            for (DayOfWeek day : DayOfWeek.values()) {
                if (day.compareTo(DayOfWeek.SATURDAY) < 0) {
                    week.put(day, times);
                }
            }
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            String key = day.name().toLowerCase(Locale.ROOT);
            if (hours.has(key)) {
                week.put(day, times(key));
            }
        }
        if (week.values().stream().allMatch(List::isEmpty)) {
            hours.problem(
                    "",
                    "no day has working times, so no time would ever count: give weekdays: 9:00-17:00, or times for single days");
        }
        return new BusinessHours(zone(), week, holidays(), leave());
    }

    private ZoneId zone() {
        Optional<String> name = hours.text("zone");
        try {
            return ZoneId.of(name.orElse("UTC"));
        } catch (DateTimeException e) {
            hours.valueProblem(
                    "zone",
                    Words.quoted(name.orElse("")) + " is no time zone: use a name such as Europe/Berlin",
                    Words.nearest(name.orElse(""), ZoneId.getAvailableZoneIds()));
            return ZoneId.of("UTC");
        }
    }

    private Holidays holidays() {
        try {
            return hours.text("holidays").map(PublicHolidays::of).orElse(Holidays.NONE);
        } catch (IllegalArgumentException e) {
            hours.valueProblem(
                    "holidays", e.getMessage(), hours.text("holidays").flatMap(PublicHolidays::meant));
            return Holidays.NONE;
        }
    }

    /** {@code 2026-12-24 to 2027-01-01}, or a single day, or a list of these. */
    private List<Leave> leave() {
        List<Leave> leave = new ArrayList<>();
        for (String text : hours.texts("leave")) {
            String[] days = text.split(" to ", 2);
            try {
                leave.add(new Leave(LocalDate.parse(days[0].strip()), LocalDate.parse(days[days.length - 1].strip())));
            } catch (DateTimeException | IllegalArgumentException e) {
                hours.valueProblem(
                        "leave",
                        Words.quoted(text) + " is no leave: write a day as 2026-12-24, or days as 2026-12-24 to"
                                + " 2027-01-01",
                        Optional.empty());
            }
        }
        return leave;
    }

    /** {@code 9:00-12:30, 13:30-17:00}, or {@code free}. */
    private List<WorkTime> times(String key) {
        List<WorkTime> times = new ArrayList<>();
        String text = hours.text(key).orElse("free");
        if (text.equals("free")) {
            return times;
        }
        LocalTime last = LocalTime.MIN;
        for (String part : text.split(",")) {
            Optional<WorkTime> time = time(part.strip());
            if (time.isEmpty() || !times.isEmpty() && !time.get().from().isAfter(last)) {
                hours.valueProblem(
                        key,
                        Words.quoted(text) + " are no working times: write them as 9:00-17:00, or as 9:00-12:30,"
                                + " 13:30-17:00 in their order, or free",
                        Optional.empty());
                // that is told now: the day is not free as well
                return List.of(WHOLE_DAY);
            }
            last = time.get().to();
            times.add(time.get());
        }
        return times;
    }

    private static Optional<WorkTime> time(String text) {
        Matcher times = TIMES.matcher(text);
        if (!times.matches()) {
            return Optional.empty();
        }
        try {
            int until = Integer.parseInt(times.group(3));
            return Optional.of(new WorkTime(
                    LocalTime.of(Integer.parseInt(times.group(1)), Integer.parseInt(times.group(2))),
                    LocalTime.of(until == 24 ? 0 : until, Integer.parseInt(times.group(4)))));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
