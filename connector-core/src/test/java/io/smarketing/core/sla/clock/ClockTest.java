package io.smarketing.core.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smarketing.core.sla.BusinessHours;
import io.smarketing.core.sla.Holidays;
import io.smarketing.core.sla.Stretch;
import io.smarketing.core.sla.Stretch.Why;
import io.smarketing.core.sla.WorkTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class ClockTest {

    private static final List<String> WORDS = List.of("handed", "touched", "hold", "go on", "left", "noise");
    private static final Signals ON =
            new Signals(Set.of("handed"), Set.of("touched"), Set.of("hold"), Set.of("go on"), Set.of("left"));

    /** A Monday, one week before the clocks go forward in Berlin. */
    private static final Instant MONDAY = Instant.parse("2026-03-23T08:00:00Z");

    @Test
    void runsWarnsAndIsBrokenInWorkingTimeOnly() {
        List<Signal> handed = List.of(signal("handed", 7 * 60));

        assertThat(read(handed, at(7 * 60))).returns(State.RUNNING, Reading::state);
        // an hour today; one and a half tomorrow
        assertThat(read(handed, at(24 * 60)).next()).contains(at(24 * 60 + 60).plusSeconds(1));
        Reading late = read(handed, at(48 * 60));
        assertThat(late.state()).isEqualTo(State.BREACHED);
        assertThat(late.marks())
                .containsExactly(
                        new Mark("50%", at(24 * 60 + 60)),
                        new Mark("75%", at(24 * 60 + 120)),
                        new Mark(Mark.BREACH, at(24 * 60 + 180)));
        assertThat(late.next()).isEmpty();
    }

    @Test
    void warnsAlsoWhenSoMuchOfTheTimeIsLeft() {
        Promise promise = promise(1, 1, Optional.empty(), "30m left", "2h left");

        Reading reading = new Clock(promise).read(List.of(signal("handed", 0)), at(45));

        // an hour is too short to warn two hours before it is over
        assertThat(reading.marks()).containsExactly(new Mark("30m left", at(30)));
        assertThat(Warning.of("90m left").map(Warning::word)).contains("90m left");
        assertThat(Warning.of("120m left")).isEqualTo(Warning.of("2h left"));
        assertThat(Stream.of("0%", "100%", "0m left", "30m", "left", "-5%"))
                .noneMatch(w -> Warning.of(w).isPresent());
    }

    @Test
    void theTrueTimeIsToldAlsoWhenItIsLate() {
        Reading late = read(List.of(signal("handed", 0), signal("touched", 6 * 60)), at(9999));

        assertThat(late.state()).isEqualTo(State.LATE);
        assertThat(late.worked()).isEqualTo(Duration.ofHours(6));
        assertThat(late.ended()).contains(at(6 * 60));
    }

    @Test
    void whatComesInTheLastSecondIsInTime() {
        List<Signal> just = List.of(signal("handed", 0), signal("touched", 4 * 60));

        assertThat(read(just, at(9999)).state()).isEqualTo(State.KEPT);
        assertThat(read(just.subList(0, 1), at(4 * 60)).state()).isEqualTo(State.AT_RISK);
        assertThat(read(just.subList(0, 1), at(4 * 60).plusSeconds(1)).state()).isEqualTo(State.BREACHED);
    }

    @Test
    void whatIsToldOfATimeToComeIsLookedAtThen() {
        assertThat(read(List.of(signal("handed", 10)), at(5)))
                .returns(State.WAITING, Reading::state)
                .returns(Optional.of(at(10)), Reading::next);
    }

    @Test
    void handingOverAgainDoesNotStartItAnew() {
        assertThat(read(List.of(signal("handed", 0), signal("handed", 200)), at(250))
                        .due())
                .contains(at(240));
    }

    @Test
    void aPauseIsNotCountedAndHasALimit() {
        List<Signal> held = List.of(signal("handed", 0), signal("hold", 60));

        assertThat(read(held, at(100))).returns(State.PAUSED, Reading::state);
        // two hours of pause are agreed
        assertThat(read(held, at(200)))
                .returns(State.RUNNING, Reading::state)
                .returns(Optional.of(at(360)), Reading::due);
        assertThat(new Clock(promise(4, 1, Optional.empty())).read(held, at(9999)))
                .returns(State.PAUSED, Reading::state)
                .returns(Optional.empty(), Reading::due)
                .returns(Optional.empty(), Reading::next);
    }

    @Test
    void tellsWhyEachMinuteCountsOrDoesNot() {
        Reading.Told told = new Clock(promise(4, 1, Optional.empty()))
                .tell(
                        List.of(
                                signal("handed", 7 * 60),
                                signal("hold", 7 * 60 + 30),
                                signal("go on", 24 * 60 + 30),
                                signal("touched", 24 * 60 + 60)),
                        at(9999));

        assertThat(told.stretches())
                .extracting(Stretch::why, s -> s.length().toMinutes())
                .containsExactly(tuple(Why.COUNTED, 30L), tuple(Why.PAUSED, 17 * 60L), tuple(Why.COUNTED, 30L));
    }

    @Test
    void severalTriesMustBeAtDifferentTimes() {
        Clock tries = new Clock(promise(4, 3, Optional.empty()));
        List<Signal> two =
                List.of(signal("handed", 0), signal("touched", 10), signal("touched", 10), signal("touched", 20));

        assertThat(tries.read(two, at(60)).state()).isEqualTo(State.RUNNING);
        assertThat(tries.read(plus(two, signal("touched", 30)), at(60)).ended()).contains(at(30));
    }

    @Property(tries = 400)
    void agreesWithAWalkThroughEveryMinute(@ForAll @LongRange(min = 0, max = 1L << 48) long seed) {
        Random random = new Random(seed);
        Promise promise = promise(
                1 + random.nextInt(20),
                1 + random.nextInt(3),
                random.nextBoolean() ? Optional.empty() : Optional.of(Duration.ofMinutes(1 + random.nextInt(900))),
                "50%",
                "75%",
                "90m left");
        List<Signal> signals = signals(random);
        Instant now = at(random.nextInt(12 * 24 * 60));

        Reading reading = new Clock(promise).read(signals, now);
        MinuteByMinute reference = MinuteByMinute.walk(promise, known(signals, now), now);

        assertThat(reading.state()).isEqualTo(reference.state());
        assertThat(reading.worked()).isEqualTo(Duration.ofMinutes(reference.worked()));
        assertThat(reading.marks().stream().map(Mark::word)).containsExactlyInAnyOrderElementsOf(reference.marks());
    }

    @Property(tries = 400)
    void whenAndHowOftenItIsAskedChangesNothing(@ForAll @LongRange(min = 0, max = 1L << 48) long seed) {
        Random random = new Random(seed);
        Promise promise = promise(1 + random.nextInt(20), 1, Optional.of(Duration.ofHours(random.nextInt(30))));
        List<Signal> signals = signals(random);
        Clock clock = new Clock(promise);
        Instant end = at(12 * 24 * 60);
        Set<Mark> seen = new TreeSet<>(java.util.Comparator.comparing(Mark::at).thenComparing(Mark::word));
        Instant now = at(0);
        // woken by what happens and by the moment that was named, as a watch is, or found only at the end
        while (now.isBefore(end)) {
            Reading reading = clock.read(signals, now);
            seen.addAll(reading.marks());
            Instant asked = now;
            now = Stream.concat(signals.stream().map(Signal::at), reading.next().stream())
                    .filter(asked::isBefore)
                    .min(Instant::compareTo)
                    .orElse(end);
        }
        Collections.shuffle(signals, random);

        assertThat(clock.read(plus(signals, signals.get(0)), end).marks()).containsExactlyElementsOf(seen);
    }

    private static List<Signal> known(List<Signal> signals, Instant now) {
        return signals.stream().filter(s -> !s.at().isAfter(now)).toList();
    }

    private static List<Signal> signals(Random random) {
        List<Signal> signals = new ArrayList<>();
        for (int i = random.nextInt(10); i >= 0; i--) {
            signals.add(signal(WORDS.get(random.nextInt(WORDS.size())), random.nextInt(10 * 24 * 60)));
        }
        return signals;
    }

    private static List<Signal> plus(List<Signal> signals, Signal one) {
        return Stream.concat(signals.stream(), Stream.of(one)).toList();
    }

    private static Reading read(List<Signal> signals, Instant now) {
        return new Clock(promise(4, 1, Optional.of(Duration.ofHours(2)))).read(signals, now);
    }

    private static Promise promise(int hours, int times, Optional<Duration> pauses) {
        return promise(hours, times, pauses, "50%", "75%");
    }

    private static Promise promise(int hours, int times, Optional<Duration> pauses, String... warnings) {
        TreeSet<Warning> all = new TreeSet<>();
        Arrays.stream(warnings).forEach(w -> all.add(Warning.of(w).orElseThrow()));
        return new Promise("first touch", ON, times, Duration.ofHours(hours), office(), all, pauses);
    }

    private static BusinessHours office() {
        Map<DayOfWeek, List<WorkTime>> week = new EnumMap<>(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values())
                .filter(d -> d.getValue() < 6)
                .forEach(d -> week.put(d, List.of(new WorkTime(LocalTime.of(9, 0), LocalTime.of(17, 0)))));
        return new BusinessHours(ZoneId.of("Europe/Berlin"), week, Holidays.NONE);
    }

    private static Signal signal(String word, int minutes) {
        return new Signal(at(minutes), word);
    }

    private static Instant at(int minutes) {
        return MONDAY.plus(Duration.ofMinutes(minutes));
    }
}
