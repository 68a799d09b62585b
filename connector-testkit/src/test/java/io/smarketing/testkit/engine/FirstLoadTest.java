package io.smarketing.testkit.engine;

import static io.smarketing.testkit.engine.Bench.LEFT;
import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.merge.MergePolicy.FirstMeeting;
import io.smarketing.testkit.crm.Call;
import io.smarketing.testkit.crm.FakeHabits;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FirstLoadTest {
    private final Bench bench = new Bench(FakeHabits.THRIFTY.withPage(7), FakeHabits.TALKATIVE.withPage(7));

    @Test
    void anEmptySideGetsEverybodyOnceAndASecondRunWritesNothing() {
        people(20);
        assertThat(bench.sync().inStep()).isTrue();
        assertThat(bench.emails(bench.right)).hasSize(20).doesNotHaveDuplicates();
        assertThat(bench.rightText("lead-0003@example.com", "title")).isEqualTo("T 3");
        assertThat(bench.leftText("lead-0003@example.com", "key")).isEqualTo("left-1-000000003");
        assertThat(bench.rightText("lead-0003@example.com", "key")).isEqualTo("left-1-000000003");
        assertThat(bench.parked()).isEmpty();
        int writes = bench.made(Call.WRITE);
        assertThat(bench.sync().rounds()).isEqualTo(1);
        assertThat(bench.made(Call.WRITE)).isEqualTo(writes);
    }

    @Test
    void nothingOfTheOtherSideIsReadWhereNothingDiffers() {
        bench.rule(Rules.text("note").onlyLeft().rule());
        people(20);
        bench.sync();
        assertThat(bench.right.mishaps().made(Call.BY_REFS)).isZero();
        assertThat(bench.made(Call.BY_KEYS))
                .as("no look-up either: the survey answers")
                .isZero();
        assertThat(bench.made(Call.BY_EMAILS)).isZero();
    }

    @Test
    void theEmptySideMayBeTheFirst() {
        IntStream.range(0, 20).forEach(i -> bench.rightPerson(email(i), "city", "C " + i));
        assertThat(bench.sync().inStep()).isTrue();
        assertThat(bench.emails(bench.left)).hasSize(20).doesNotHaveDuplicates();
        assertThat(bench.leftText(email(9), "city")).isEqualTo("C 9");
    }

    @Test
    void twoPopulatedSidesAreMatchedByAddress() {
        bench.leftPerson(email(1), "title", "left", "city", "Bonn");
        bench.rightPerson(email(1), "title", "right");
        bench.leftPerson(email(2));
        bench.rightPerson(email(3));
        assertThat(bench.sync().inStep()).isTrue();
        assertThat(bench.emails(bench.left)).containsExactly(email(1), email(2), email(3));
        assertThat(bench.emails(bench.right)).containsExactly(email(1), email(2), email(3));
        assertThat(bench.rightText(email(1), "city")).as("a blank is filled").isEqualTo("Bonn");
        assertThat(bench.leftText(email(1), "company")).as("a blank is filled").isEqualTo("Acme");
        assertThat(bench.leftText(email(1), "title")).isEqualTo("left");
        assertThat(bench.rightText(email(1), "title"))
                .as("different ones are left")
                .isEqualTo("right");
        assertThat(bench.books.journal())
                .anySatisfy(l -> {
                    assertThat(l.event()).isEqualTo(Event.LEFT_DIFFERENT);
                    assertThat(l.fields()).extracting(Object::toString).containsExactly("title");
                })
                .anySatisfy(l -> assertThat(l.event()).isEqualTo(Event.LINKED));
        bench.right.edit(bench.rightRef(email(1)), "title", "agreed");
        bench.sync();
        assertThat(bench.leftText(email(1), "title"))
                .as("the next edit is carried")
                .isEqualTo("agreed");
    }

    @Test
    void theFirstMeetingMayBeDecidedByTheFavouredSide() {
        bench.rule(Rules.text("title").firstMeeting(FirstMeeting.FAVOURED).rule());
        bench.leftPerson(email(1), "title", "left");
        bench.rightPerson(email(1), "title", "right");
        bench.sync();
        assertThat(bench.rightText(email(1), "title")).isEqualTo("left");
    }

    @Test
    void twoRecordsWithOneAddressInOnePageAreOnePerson() {
        bench.rightPerson(email(1), "title", "first");
        bench.clock.advance(java.time.Duration.ofMinutes(1));
        var second = bench.rightPerson(email(1), "title", "second");
        bench.sync();
        assertThat(bench.emails(bench.left)).containsExactly(email(1));
        assertThat(bench.leftText(email(1), "title"))
                .as("the oldest is the principal")
                .isEqualTo("first");
        assertThat(bench.books.everybody()).hasSize(1);
        assertThat(bench.books.everybody().get(0).in(Bench.RIGHT).orElseThrow().others())
                .containsExactly(second);
        bench.right.edit(second, "title", "third");
        assertThat(bench.sync().all().writes()).isZero();
        assertThat(bench.right.record(second).key()).isEmpty();
    }

    @Test
    void aContactIsPreferredToALeadWithTheSameAddress() {
        bench.rightPerson(email(1), "title", "lead");
        bench.right.put("contact", "email", email(1), "name", "C", "title", "contact");
        bench.sync();
        assertThat(bench.leftText(email(1), "title")).isEqualTo("contact");
    }

    @Test
    void bothSidesAreListedWholeBeforeAnythingIsWritten() {
        people(10);
        bench.rightPerson(email(100));
        bench.right.mishaps().before(Call.WRITE, 1, () -> {
            assertThat(bench.books.sighted(LEFT)).isEqualTo(10);
            assertThat(bench.books.sighted(Bench.RIGHT)).isEqualTo(1);
        });
        bench.sync();
        assertThat(bench.right.records()).hasSize(11);
    }

    private void people(int many) {
        IntStream.rangeClosed(1, many).forEach(i -> bench.leftPerson(email(i), "title", "T " + i));
    }

    private static String email(int number) {
        return String.format("lead-%04d@example.com", number);
    }
}
