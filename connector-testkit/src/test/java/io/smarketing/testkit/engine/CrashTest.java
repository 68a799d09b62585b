package io.smarketing.testkit.engine;

import static io.smarketing.testkit.engine.Bench.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.notice.Notice;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.testkit.crm.FakeCrm;
import io.smarketing.testkit.engine.Fuse.Killed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever two moments the process dies at, all ends as if it had lived. */
final class CrashTest {
    private static final String WHO = "lead-0001@example.com";
    private static final String OTHER = "lead-0002@example.com";
    private static final int WRITES = 7;

    private static final Set<Event> NOTED = EnumSet.of(
            Event.STAGE_REACHED,
            Event.LEFT_FUNNEL,
            Event.CAME_BACK,
            Event.ASSIGNED,
            Event.TOUCHED,
            Event.ACCEPTED,
            Event.REJECTED,
            Event.BECAME,
            Event.JOINED);

    /** What happens while the process dies. */
    enum Happening {
        CONVERTED(CrashTest::recycled, b -> {
            RecordRef contact = b.right.convert(b.rightRef(WHO), "contact");
            b.right.edit(contact, FakeCrm.fields("city", "Ulm", "title", ""));
        }),
        CONVERTED_AND_EDITED_ACROSS(CrashTest::recycled, b -> {
            b.right.convert(b.rightRef(WHO), "contact");
            b.left.edit(b.leftRef(WHO), "title", "edited");
        }),
        MERGED(CrashTest::two, b -> {
            b.left.merge(b.leftRef(OTHER), b.leftRef(WHO));
            b.left.edit(b.leftRef(WHO), "title", "merged");
        }),
        MERGED_ON_THE_RIGHT(CrashTest::two, b -> b.right.merge(b.rightRef(WHO), b.rightRef(OTHER))),
        MERGED_INTO_A_NEW_RECORD(CrashTest::two, b -> {
            RecordRef one = b.leftRef(WHO);
            RecordRef two = b.leftRef(OTHER);
            RecordRef merged = b.left.put(
                    CONTACT, FakeCrm.fields("email", "merged@example.com", "name", "Merged", "company", "Acme"));
            b.left.merge(one, merged);
            b.left.merge(two, merged);
        }),
        BACK_BY_CRITERIA(CrashTest::recycled, b -> b.left.edit(b.leftRef(WHO), "score", "95")),
        BACK_BY_HAND_ON_THE_LEFT(CrashTest::recycled, b -> b.left.edit(b.leftRef(WHO), "stage", "mql")),
        BACK_BY_HAND_ON_THE_RIGHT(CrashTest::recycled, b -> b.right.edit(b.rightRef(WHO), "stage", "Qualified")),
        VERDICT_ON_THE_LEFT(
                CrashTest::mql, b -> b.left.edit(b.leftRef(WHO), FakeCrm.fields("verdict", "accepted", "rating", "5"))),
        VERDICT_ON_THE_RIGHT(
                CrashTest::mql,
                b -> b.right.edit(
                        b.rightRef(WHO), FakeCrm.fields("verdict", "rejected", "reason", "too early", "rating", "1"))),
        DETOUR_BY_HAND(CrashTest::mql, b -> b.right.edit(b.rightRef(WHO), "stage", "Parked"));

        private final Consumer<Bench> before;
        private final Consumer<Bench> event;

        Happening(Consumer<Bench> before, Consumer<Bench> event) {
            this.before = before;
            this.event = event;
        }
    }

    private static void wait(Bench bench) {
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(10));
    }

    private static void mql(Bench bench) {
        bench.leftPerson(WHO, "company", "Acme", "score", "70", "title", "one");
        wait(bench);
    }

    private static void recycled(Bench bench) {
        mql(bench);
        bench.right.assign(bench.rightRef(WHO));
        wait(bench);
        bench.right.edit(
                bench.rightRef(WHO), FakeCrm.fields("verdict", "rejected", "reason", "too early", "rating", "2"));
        wait(bench);
    }

    private static void two(Bench bench) {
        mql(bench);
        bench.leftPerson(OTHER, "company", "Acme", "title", "two");
        wait(bench);
    }

    @ParameterizedTest
    @EnumSource
    void endsAsIfTheProcessHadLived(Happening happening) {
        List<String> alive = life(happening, Integer.MAX_VALUE, Integer.MAX_VALUE, false);
        for (int first = 1; first <= WRITES; first++) {
            for (int second : new int[] {1, 2, 3, 5}) {
                boolean after = (first + second) % 2 == 0;
                assertThat(life(happening, first, second, after))
                        .as("died at %d, then at %d, %s the write", first, second, after ? "after" : "before")
                        .isEqualTo(alive);
            }
        }
    }

    @Test
    void whoWasBeatenIsSaidAlsoWhereTheRecordBecameAnotherMeanwhile() {
        for (int nth = 1; nth <= WRITES; nth++) {
            Bench bench = new Bench();
            Fuse fuse = new Fuse();
            bench.ledger(fuse::in).leftPerson(WHO, "title", "one", "company", "Acme");
            wait(bench);
            bench.right.edit(bench.rightRef(WHO), "title", "right");
            bench.clock.advance(Duration.ofMinutes(5));
            bench.left.edit(bench.leftRef(WHO), "title", "left, later");
            fuse.dieAt(nth, false);
            try {
                bench.sync();
            } catch (Killed e) {
                bench.right.convert(bench.rightRef(WHO), "contact");
            }
            fuse.live();
            bench.sync();
            assertThat(bench.rightText(WHO, "title")).as("killed at %d", nth).isEqualTo("left, later");
            assertThat(bench.books.journal()).as("killed at %d", nth).anyMatch(l -> l.event() == Event.CONFLICT);
        }
    }

    private static List<String> life(Happening happening, int first, int second, boolean after) {
        Bench bench = Funnel.bench();
        Fuse fuse = new Fuse();
        bench.ledger(fuse::in);
        happening.before.accept(bench);
        happening.event.accept(bench);
        for (int nth : new int[] {first, second}) {
            fuse.dieAt(nth, after);
            try {
                bench.sync();
            } catch (Killed e) {
                assertThat(nth).isLessThan(Integer.MAX_VALUE);
            }
        }
        fuse.live();
        assertThat(bench.sync().inStep()).isTrue();
        bench.clock.advance(Duration.ofMinutes(1));
        assertThat(bench.round().writes()).isZero();
        bench.clock.advance(Duration.ofMinutes(2));
        bench.round();
        return outcome(bench);
    }

    /** All that is left of it: both CRMs' records, the people, and what the journal says of their ways. */
    private static List<String> outcome(Bench bench) {
        List<String> lines = new ArrayList<>();
        for (FakeCrm crm : List.of(bench.left, bench.right)) {
            crm.records()
                    .forEach(r -> lines.add(r.ref() + " "
                            + r.fields().values().entrySet().stream()
                                    .map(e -> e.getKey() + "=" + e.getValue().text())
                                    .filter(t -> !t.endsWith("="))
                                    .toList()
                            + " " + r.stage().value()));
        }
        bench.books
                .everybody()
                .forEach(p -> lines.add(p.key() + " " + p.progress() + " "
                        + p.holdings().values().stream()
                                .map(h -> h.principal() + " " + h.others())
                                .toList()));
        bench.books.journal().stream()
                .filter(l -> NOTED.contains(l.event()))
                .map(l -> l.event() + " " + l.note().replaceAll("was person .*", ""))
                .sorted()
                .forEach(lines::add);
        bench.parked().forEach(p -> lines.add("aside " + p));
        bench.left.posted().stream().map(Notice::event).sorted().forEach(lines::add);
        return lines;
    }
}
