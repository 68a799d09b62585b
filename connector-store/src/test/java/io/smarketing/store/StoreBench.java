package io.smarketing.store;

import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sync.Intent;
import io.smarketing.core.sync.WaveRecord;
import io.smarketing.testkit.books.Samples;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Prints how fast the store is, and whether a question costs more as the tables grow. Not a test: run its main with the
 * number of people (100,000 unless told) and the file to use (a temporary one).
 */
public final class StoreBench {

    private static final int WAVE = 1_000;
    private static final Random RANDOM = new Random(1);

    private StoreBench() {}

    public static void main(String[] args) throws IOException {
        int people = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        Path file = args.length > 1
                ? Path.of(args[1])
                : Files.createTempDirectory("bench").resolve("store.db");
        try (SqliteStore store = SqliteStore.open(file, Map.of(Samples.LEFT, "1", Samples.RIGHT, "2"))) {
            int report = Math.max(WAVE, people / 5);
            long intend = 0;
            long record = 0;
            for (int from = 0; from < people; from += WAVE) {
                WaveRecord wave = Samples.load(from, WAVE);
                List<Intent> intents = intents(store, wave.people());
                WaveRecord answered = new WaveRecord(
                        wave.people(), wave.sightings(), ids(intents), wave.cleared(), wave.parked(), wave.journal());
                intend += nanos(() -> store.ledger().intend(intents));
                record += nanos(() -> store.ledger().record(answered));
                if ((from + WAVE) % report == 0) {
                    System.out.printf(
                            "%,9d people: intend %,7.1f ms, record %,7.1f ms a wave of %,d%n",
                            from + WAVE, intend / 1e6 * WAVE / report, record / 1e6 * WAVE / report, WAVE);
                    intend = 0;
                    record = 0;
                    questions(store, from + WAVE);
                }
            }
        }
        System.out.printf("file: %,d MB%n", Files.size(file) / 1_000_000);
    }

    private static List<Intent> intents(SqliteStore store, List<Person> people) {
        List<Intent> intents = new ArrayList<>();
        people.forEach(p -> intents.add(Samples.create(store.ledger().nextIntentId(), p, Fields.of("field_0", "x"))));
        return intents;
    }

    private static java.util.Set<Long> ids(List<Intent> intents) {
        return new java.util.HashSet<>(intents.stream().map(Intent::id).toList());
    }

    private static void questions(SqliteStore store, int known) {
        List<PersonId> ids = some(known, Samples::id);
        List<Email> emails = some(known, Samples::email);
        List<RecordRef> refs = some(known, n -> Samples.ref(Samples.RIGHT, "lead", n));
        List<String> keys = some(known, n -> "left-1-" + n);
        tell("people", () -> store.people().people(ids).size());
        tell("sightings", () -> store.people().sightings(refs).size());
        tell(
                "by e-mail",
                () -> store.people().sightedByEmail(Samples.RIGHT, emails).size());
        tell("by key", () -> store.people().sightedByKey(Samples.RIGHT, keys).size());
        tell("parked", () -> store.ledger().parked(refs).size());
        tell(
                "counts",
                () -> Math.addExact(store.people().known(), store.people().sighted(Samples.LEFT)));
        tell(
                "by stage",
                () -> store.overview(EnumSet.allOf(Subject.class)).byStage().size());
        System.out.printf("  heap in use: %,d MB%n", used() / 1_000_000);
    }

    private static <T> List<T> some(int known, IntFunction<T> named) {
        List<T> some = new ArrayList<>();
        for (int i = 0; i < WAVE; i++) {
            some.add(named.apply(RANDOM.nextInt(known)));
        }
        return some;
    }

    private static void tell(String what, Runnable question) {
        System.out.printf("  %-10s %,7.1f ms for %,d%n", what, nanos(question) / 1e6, WAVE);
    }

    /** The thread's own time on a processor, so that a busy machine does not tell another figure. */
    private static long nanos(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        return threads.getCurrentThreadCpuTime() - start;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
