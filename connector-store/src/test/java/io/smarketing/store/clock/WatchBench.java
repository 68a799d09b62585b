package io.smarketing.store.clock;

import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.Remembered;
import io.smarketing.core.sla.BusinessHours;
import io.smarketing.core.sla.Holidays;
import io.smarketing.core.sla.WorkTime;
import io.smarketing.core.sla.clock.Clock;
import io.smarketing.core.sla.clock.Promise;
import io.smarketing.core.sla.clock.Signal;
import io.smarketing.core.sla.clock.Signals;
import io.smarketing.core.sla.clock.Warning;
import io.smarketing.core.sla.terms.Recipient;
import io.smarketing.core.sla.terms.Segment;
import io.smarketing.core.sla.terms.Terms;
import io.smarketing.core.sla.terms.Versions;
import io.smarketing.core.sync.watch.HandoffSignals;
import io.smarketing.core.sync.watch.Watch;
import io.smarketing.store.SqliteStore;
import io.smarketing.store.file.Database;
import io.smarketing.testkit.books.Samples;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Prints how many clocks are judged in a second of work, and what a look costs with so many open (100,000 unless told)
 * and few due. Not a test: run its main, or the profile {@code bench}.
 */
public final class WatchBench {

    private static final int WAVE = 1_000;
    private static final Instant AT = Samples.AT;

    private static final String NUMBERS =
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :many)" + " INSERT INTO ";
    private static final String OF_PEOPLE = " FROM n, workspace w WHERE w.subject = 'people' AND :at > 0";
    private static final List<String> FILL = List.of(
            "person (workspace, id, external_key, stage, document) SELECT w.id, 'open-' || i, 'key-' || i, 'mql', '{}'"
                    + OF_PEOPLE,
            "person_stage (workspace, person, stage, entered) SELECT w.id, 'open-' || i, 'mql', :at" + OF_PEOPLE,
            "clock (workspace, person, pass, promise, version, segment, state, started, due, worked, marks)"
                    + " SELECT w.id, 'open-' || i, 1, 'verdict', '1', 'everybody', 'RUNNING', :at, :at + i, 0, '[]'"
                    + OF_PEOPLE,
            "clock_watch (workspace, person, next, open, untold) SELECT w.id, 'open-' || i, :at + i, 1, 0" + OF_PEOPLE);

    private WatchBench() {}

    public static void main(String[] args) throws IOException {
        int open = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        clocks();
        for (int many : new int[] {open / 100, open}) {
            Path file = Files.createTempDirectory("bench").resolve("store.db");
            try (SqliteStore store = store(file)) {
                store.accept(new AcceptedAgreement("1", AT, AT, "mql", Map.of(), ""));
            }
            fill(file, many);
            try (SqliteStore store = store(file)) {
                looks(store, many);
            }
        }
    }

    private static void looks(SqliteStore store, int open) {
        Watch watch = watch(store);
        look(watch, open, 0, 1);
        for (int due : new int[] {WAVE, 10 * WAVE}) {
            for (int from = 0; from < due; from += WAVE) {
                record(store, from, WAVE);
            }
            look(watch, open, due, 1 + due);
        }
    }

    private static SqliteStore store(Path file) {
        return SqliteStore.open(file, Map.of(Samples.LEFT, "1", Samples.RIGHT, "2"));
    }

    /** So many people of whom something is due in a day or later, straight into the tables: nobody looks at them. */
    private static void fill(Path file, int open) {
        try (Database database = Database.toWrite(file)) {
            for (String into : FILL) {
                database.change(handle -> handle.createUpdate(NUMBERS + into)
                        .bind("many", open)
                        .bind("at", AT.plusSeconds(86_400).toEpochMilli())
                        .execute());
            }
        }
    }

    private static void record(SqliteStore store, int from, int people) {
        store.ledger()
                .record(Samples.wave(IntStream.range(from, from + people)
                        .mapToObj(n -> handed(n))
                        .toArray(Person[]::new)));
    }

    private static void look(Watch watch, int open, int due, int second) {
        double millis = timed(
                String.format("%,d due of %,d open", due, open),
                () -> watch.look(AT.plusSeconds(second), Remembered.OFFLINE, () -> {}));
        if (due > 0) {
            System.out.printf("%-32s %,12.0f clocks a second%n", "", due / millis * 1000);
        }
    }

    private static Person handed(int number) {
        return Samples.person(number).with(new Progress("mql", Map.of("mql", AT)));
    }

    private static void clocks() {
        Clock clock = new Clock(promise());
        List<Signal> signals = List.of(new Signal(AT, HandoffSignals.HANDED_OVER));
        int most = 1_000_000;
        long marks = 0;
        for (int round = 0; round < 2; round++) {
            long start = cpu();
            for (int i = 0; i < most; i++) {
                marks +=
                        clock.read(signals, AT.plusSeconds(i % 900_000)).marks().size();
            }
            System.out.printf(
                    "judged alone, in memory          %,12.0f clocks a second (%d marks)%n",
                    most / ((cpu() - start) / 1e9), marks);
        }
    }

    /** Of this thread, so that it matters less what else the machine is doing. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double timed(String what, Runnable work) {
        long start = System.nanoTime();
        long worked = cpu();
        work.run();
        double millis = (cpu() - worked) / 1e6;
        System.out.printf(
                "%-32s %,12.1f ms of work, %,.1f ms in all%n", what, millis, (System.nanoTime() - start) / 1e6);
        return millis;
    }

    private static Promise promise() {
        Map<DayOfWeek, List<WorkTime>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(new WorkTime(LocalTime.of(9, 0), LocalTime.of(17, 0))));
        }
        return new Promise(
                "verdict",
                new Signals(Set.of(HandoffSignals.HANDED_OVER), Set.of(HandoffSignals.ACCEPTED)),
                1,
                Duration.ofHours(16),
                new BusinessHours(ZoneId.of("Europe/Berlin"), week, Holidays.NONE),
                new TreeSet<>(Set.of(Warning.at(50), Warning.at(80))),
                Optional.empty());
    }

    private static Watch watch(SqliteStore store) {
        Handoff handoff = new Handoff(
                "mql", Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), BusinessHours.ALWAYS);
        Mapping mapping = new Mapping(
                List.of(),
                new Lifecycle(List.of(), List.of()),
                Optional.of(handoff),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of());
        Segment everybody = new Segment("everybody", true, List.of(), List.of(promise()));
        Versions versions = new Versions(List.of(new Terms("1", AT, AT, List.of(everybody))));
        return new Watch(mapping, versions, store.people(), store.watchBooks(), Set.of(Recipient.Way.values()));
    }
}
