package io.smarketing.core.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.sla.Stretch.Why;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BusinessHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Clocks there change in both halves of the year, at different hours, also at midnight and by half an hour. */
    private static final List<ZoneId> ZONES = List.of(
            BERLIN,
            ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Sydney"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("America/Santiago"),
            ZoneId.of("UTC"));

    /** Two years, which hold every change of the clocks. */
    private static final Instant BEGIN = Instant.parse("2025-12-01T00:00:00Z");

    private static final int MINUTES = 2 * 365 * 24 * 60;

    @ParameterizedTest
    @CsvSource({
        // the clocks go forward at 2:00 on 29 March 2026 and back at 3:00 on 25 October 2026
        "2026-03-28T20:00:00Z, 2026-03-29T20:00:00Z, 24",
        "2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z, 23",
        "2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z, 25"
    })
    void aDayOnWhichTheClocksChangeIsAsLongAsItIs(Instant from, Instant to, long hours) {
        assertThat(allDay(BERLIN).between(from, to)).isEqualTo(Duration.ofHours(hours));
        assertThat(allDay(BERLIN).due(from, Duration.ofHours(hours))).contains(to);
    }

    @Test
    void workInAnHourThatIsSkippedIsNoWork() {
        BusinessHours nights = week(BERLIN, "02:15-02:45", "03:00-04:00");
        Instant day = Instant.parse("2026-03-28T23:00:00Z");

        assertThat(nights.between(day, day.plus(Duration.ofHours(23)))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void anHourThatComesTwiceIsWorkedOnceWhereItBeginsInIt() {
        BusinessHours nights = week(BERLIN, "01:00-02:30");
        Instant day = Instant.parse("2026-10-24T22:00:00Z");

        assertThat(nights.between(day, day.plus(Duration.ofHours(25)))).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void aPromiseEndsWhenPeopleLeaveOffNotWhenTheyComeBack() {
        BusinessHours office = office(List.of());

        assertThat(office.due(Instant.parse("2026-03-02T08:00:00Z"), Duration.ofHours(8)))
                .contains(Instant.parse("2026-03-02T16:00:00Z"));
    }

    @Test
    void leaveAndHolidaysAreNoWorkAndAreToldApart() {
        BusinessHours office = new BusinessHours(
                BERLIN,
                office(List.of()).week(),
                day -> day.equals(LocalDate.parse("2026-03-03")),
                List.of(new Leave(LocalDate.parse("2026-03-04"), LocalDate.parse("2026-03-05"))));
        Span week = new Span(Instant.parse("2026-03-02T12:00:00Z"), Instant.parse("2026-03-06T12:00:00Z"));

        assertThat(office.stretches(week))
                .extracting(s -> s.span().from() + " " + s.why())
                .containsExactly(
                        "2026-03-02T12:00:00Z COUNTED",
                        "2026-03-02T16:00:00Z CLOSED",
                        "2026-03-02T23:00:00Z HOLIDAY",
                        "2026-03-03T23:00:00Z LEAVE",
                        "2026-03-05T23:00:00Z CLOSED",
                        "2026-03-06T08:00:00Z COUNTED");
        assertThat(office.due(week.from(), Duration.ofHours(5))).contains(Instant.parse("2026-03-06T09:00:00Z"));
    }

    @Test
    void aCalendarThatNeverOpensHasNoDeadline() {
        assertThat(new BusinessHours(BERLIN, Map.of(), Holidays.NONE).due(BEGIN, Duration.ofHours(1)))
                .isEmpty();
    }

    @Property(tries = 300)
    void aDeadlineNeverLandsOutsideHoursAndTakesExactlyItsTime(
            @ForAll @IntRange(max = MINUTES) int start,
            @ForAll @IntRange(min = 1, max = 9000) int minutes,
            @ForAll @IntRange(max = 5) int zone) {
        BusinessHours hours = week(ZONES.get(zone), "00:30-02:30", "09:00-12:30", "13:30-17:00");
        Instant from = at(start);
        Instant due = hours.due(from, Duration.ofMinutes(minutes)).orElseThrow();

        assertThat(hours.between(from, due)).isEqualTo(Duration.ofMinutes(minutes));
        assertThat(hours.between(due.minusSeconds(1), due)).isEqualTo(Duration.ofSeconds(1));
    }

    @Property(tries = 300)
    void workingTimeIsAdditiveAndIsTheSumOfWhatCounts(
            @ForAll @IntRange(max = MINUTES) int start,
            @ForAll @IntRange(max = 20_000) int first,
            @ForAll @IntRange(max = 20_000) int second,
            @ForAll @IntRange(max = 5) int zone) {
        BusinessHours hours = week(ZONES.get(zone), "00:30-02:30", "09:00-17:00");
        Instant a = at(start);
        Instant b = at(start + first);
        Instant c = at(start + first + second);
        List<Stretch> all = Span.of(a, c).map(hours::stretches).orElse(List.of());

        assertThat(hours.between(a, b).plus(hours.between(b, c))).isEqualTo(hours.between(a, c));
        assertThat(sum(all.stream().filter(Stretch::counts).toList())).isEqualTo(hours.between(a, c));
        assertThat(sum(all)).isEqualTo(Duration.between(a, c));
    }

    @Property(tries = 300)
    void whoIsAlwaysAtWorkWorksWallTime(
            @ForAll @IntRange(max = MINUTES) int start,
            @ForAll @IntRange(min = 1, max = 50_000) int minutes,
            @ForAll @IntRange(max = 5) int zone) {
        BusinessHours always = allDay(ZONES.get(zone));
        Instant to = at(start).plus(Duration.ofMinutes(minutes));

        assertThat(always.between(at(start), to)).isEqualTo(Duration.ofMinutes(minutes));
        assertThat(always.due(at(start), Duration.ofMinutes(minutes))).contains(to);
        assertThat(always.stretches(new Span(at(start), to)))
                .extracting(Stretch::why)
                .containsOnly(Why.COUNTED);
    }

    @Property(tries = 200)
    void agreesWithAWalkThroughEveryMinuteWhereTheClocksChange(
            @ForAll @IntRange(max = 3) int change,
            @ForAll @IntRange(max = 4 * 24 * 60) int before,
            @ForAll @IntRange(min = 1, max = 3_000) int minutes,
            @ForAll @IntRange(max = 4) int zone) {
        ZoneRules rules = ZONES.get(zone).getRules();
        Instant changed = BEGIN;
        for (int i = 0; i <= change; i++) {
            changed = rules.nextTransition(changed).getInstant();
        }
        BusinessHours hours = week(ZONES.get(zone), "04:00-12:30", "13:30-23:00");
        Instant from = changed.minus(Duration.ofMinutes(before));

        Instant walked = from;
        for (int left = minutes; left > 0; walked = walked.plus(Duration.ofMinutes(1))) {
            LocalTime time = walked.atZone(ZONES.get(zone)).toLocalTime();
            boolean first = !time.isBefore(LocalTime.of(4, 0)) && time.isBefore(LocalTime.of(12, 30));
            boolean second = !time.isBefore(LocalTime.of(13, 30)) && time.isBefore(LocalTime.of(23, 0));
            left -= first || second ? 1 : 0;
        }

        assertThat(hours.due(from, Duration.ofMinutes(minutes))).contains(walked);
    }

    private static Duration sum(List<Stretch> stretches) {
        return stretches.stream().map(Stretch::length).reduce(Duration.ZERO, Duration::plus);
    }

    private static Instant at(int minutes) {
        return BEGIN.plus(Duration.ofMinutes(minutes));
    }

    private static BusinessHours allDay(ZoneId zone) {
        return week(zone, "00:00-00:00");
    }

    private static BusinessHours office(List<Leave> leave) {
        Map<DayOfWeek, List<WorkTime>> week = new EnumMap<>(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values())
                .filter(d -> d.getValue() < 6)
                .forEach(d -> week.put(d, List.of(new WorkTime(LocalTime.of(9, 0), LocalTime.of(17, 0)))));
        return new BusinessHours(BERLIN, week, Holidays.NONE, leave);
    }

    private static BusinessHours week(ZoneId zone, String... times) {
        List<WorkTime> day = Arrays.stream(times)
                .map(t -> new WorkTime(LocalTime.parse(t.split("-")[0]), LocalTime.parse(t.split("-")[1])))
                .toList();
        Map<DayOfWeek, List<WorkTime>> week = new EnumMap<>(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values()).forEach(d -> week.put(d, day));
        return new BusinessHours(zone, week, Holidays.NONE);
    }
}
