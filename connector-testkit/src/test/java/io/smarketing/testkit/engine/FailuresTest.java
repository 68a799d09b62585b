package io.smarketing.testkit.engine;

import static io.smarketing.testkit.engine.Bench.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.merge.MergePolicy.Conflict;
import io.smarketing.core.sync.loop.BlastRadius;
import io.smarketing.core.sync.loop.BlastRadius.GuardStop;
import io.smarketing.core.sync.loop.BlastRadius.Limits;
import io.smarketing.core.sync.loop.Rounds;
import io.smarketing.testkit.crm.Call;
import io.smarketing.testkit.crm.FakeCrm;
import io.smarketing.testkit.crm.FakeHabits;
import io.smarketing.testkit.engine.Fuse.Killed;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FailuresTest {
    private static final String WHO = "lead-0001@example.com";
    private static final Predicate<WriteCommand> ALL = c -> true;
    private final Bench bench = new Bench();

    private void inStep() {
        bench.leftPerson(WHO, "title", "one", "company", "Acme");
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(1));
    }

    private void editLeft(String field, String value) {
        bench.left.edit(bench.leftRef(WHO), field, value);
    }

    private void editRight(String field, String value) {
        bench.right.edit(bench.rightRef(WHO), field, value);
    }

    @Test
    void aRefusedRowIsAsideWithItsReasonAndTriedOnceByEachRun() {
        inStep();
        bench.right.mishaps().refuse(ALL, FailureKind.REFUSED_BY_RULE, "A rule says no.");
        editLeft("title", "two");
        assertThat(bench.sync().inStep()).isTrue();
        assertThat(bench.parked()).singleElement().satisfies(p -> {
            assertThat(p.kind()).isEqualTo(FailureKind.REFUSED_BY_RULE);
            assertThat(p.sentence()).isEqualTo("A rule says no.");
            assertThat(p.target()).isEqualTo(RIGHT);
        });
        bench.clock.advance(Duration.ofHours(1));
        int writes = bench.made(Call.WRITE);
        var again = bench.sync();
        assertThat(again.all().parked()).isEqualTo(1);
        assertThat(bench.made(Call.WRITE)).as("tried once").isEqualTo(writes + 1);
        assertThat(bench.parked()).hasSize(1);
        bench.right.mishaps().heal();
        bench.clock.advance(Duration.ofHours(1));
        bench.sync();
        assertThat(bench.rightText(WHO, "title")).as("the rule is gone").isEqualTo("two");
        assertThat(bench.parked()).isEmpty();
    }

    @Test
    void aValueThatWasTooLongIsCarriedOnceTheFieldIsLonger() {
        inStep();
        editLeft("title", "x".repeat(256));
        bench.sync();
        assertThat(bench.parked()).hasSize(1);
        bench.clock.advance(Duration.ofHours(1));
        bench.right.define(Bench.LEAD, Bench.text("title", 1_000));
        bench.sync();
        assertThat(bench.rightText(WHO, "title")).hasSize(256);
        assertThat(bench.parked()).isEmpty();
    }

    @Test
    void whatIsAsideForARecordThatIsNoMoreIsForgotten() {
        inStep();
        bench.right.mishaps().refuse(ALL, FailureKind.BUSY, "Locked.");
        editLeft("title", "two");
        bench.sync();
        assertThat(bench.parked()).hasSize(1);
        bench.left.delete(bench.leftRef(WHO));
        bench.clock.advance(Duration.ofHours(1));
        bench.sync();
        assertThat(bench.parked()).isEmpty();
    }

    @Test
    void aRefusedCreateHoldsUpNobodyElse() throws GuardStop {
        bench.right
                .mishaps()
                .refuse(
                        c -> c.fields().text(FieldName.of("email")).equals(WHO),
                        FailureKind.INVALID_VALUE,
                        "No such thing.");
        bench.leftPerson(WHO);
        bench.left.edit(bench.leftRef(WHO), "stage", "mql");
        bench.leftPerson("lead-0002@example.com");
        bench.sync();
        assertThat(bench.emails(bench.right)).containsExactly("lead-0002@example.com");
        assertThat(bench.parked()).hasSize(1);
        Rounds rounds = bench.open();
        rounds.round(bench.guard());
        int writes = bench.made(Call.WRITE);
        bench.clock.advance(Duration.ofMinutes(1));
        rounds.round(bench.guard());
        assertThat(bench.made(Call.WRITE))
                .as("another time of the read makes it no other attempt")
                .isEqualTo(writes);
        bench.right.mishaps().heal();
        editLeft("title", "changed");
        bench.sync();
        assertThat(bench.emails(bench.right)).hasSize(2);
        assertThat(bench.parked()).isEmpty();
    }

    @Test
    void aValueThatIsTooLongIsAsideAndTheRestGoesOn() {
        inStep();
        editLeft("title", "x".repeat(256));
        editLeft("city", "Bonn");
        bench.sync();
        assertThat(bench.rightText(WHO, "title")).isEqualTo("one");
        assertThat(bench.rightText(WHO, "city")).isEqualTo("Bonn");
        assertThat(bench.parked()).singleElement().satisfies(p -> {
            assertThat(p.field()).contains(FieldName.of("title"));
            assertThat(p.sentence()).contains("256").doesNotContain("xxx");
        });
        editLeft("title", "short");
        bench.sync();
        assertThat(bench.rightText(WHO, "title")).isEqualTo("short");
        assertThat(bench.parked()).isEmpty();
    }

    @Test
    void anUnreadableValueIsAsideAndTheRestGoesOn() {
        bench.rule(Rules.of("title", FieldType.NUMBER).rule());
        bench.leftPerson(WHO, "title", "many", "city", "Bonn");
        bench.sync();
        assertThat(bench.rightText(WHO, "city")).isEqualTo("Bonn");
        assertThat(bench.parked())
                .singleElement()
                .satisfies(p -> assertThat(p.sentence()).doesNotContain("many"));
        editLeft("title", "12");
        bench.sync();
        assertThat(bench.rightText(WHO, "title")).isEqualTo("12");
        assertThat(bench.parked()).isEmpty();
    }

    @Test
    void whatIsAsideForOneRecordIsClearedByTheOther() {
        inStep();
        editLeft("title", "x".repeat(256));
        bench.sync();
        assertThat(bench.parked()).hasSize(1);
        bench.clock.advance(Duration.ofHours(1));
        bench.sync();
        editRight("title", "agreed");
        editLeft("title", "agreed");
        bench.sync();
        assertThat(bench.parked()).isEmpty();
    }

    @Test
    void aLostAnswerToACreateMakesNoSecondRecord() {
        bench.leftPerson(WHO);
        bench.right.mishaps().loseAnswer(WriteCommand.Create.class::isInstance);
        assertThat(bench.sync().inStep()).isTrue();
        assertThat(bench.emails(bench.right)).containsExactly(WHO);
        assertThat(bench.leftText(WHO, "key")).isNotEmpty();
        assertThat(bench.parked()).isEmpty();
    }

    @Test
    void aLostAnswerLosesNoWordOfWhoWasBeaten() {
        inStep();
        editRight("title", "right");
        bench.clock.advance(Duration.ofMinutes(5));
        editLeft("title", "left, later");
        bench.right.mishaps().loseAnswer(ALL);
        bench.round();
        bench.right.mishaps().heal();
        bench.sync();
        assertThat(bench.rightText(WHO, "title")).isEqualTo("left, later");
        assertThat(bench.books.journal().stream().filter(l -> l.event() == Event.CONFLICT))
                .singleElement()
                .satisfies(l -> assertThat(l.note()).isEqualTo("left won, edited later"));
    }

    @Test
    void aLostRequestIsSentAgain() {
        inStep();
        editLeft("title", "two");
        int[] sent = {0};
        bench.right.mishaps().loseRequest(c -> sent[0]++ == 0);
        assertThat(bench.sync().inStep()).isTrue();
        assertThat(bench.rightText(WHO, "title")).isEqualTo("two");
        assertThat(bench.parked()).isEmpty();
    }

    @Test
    void aWriteOfOursFromBeforeIsNoProofThatALaterOneTookPlace() {
        inStep();
        editLeft("city", "Bonn");
        bench.round();
        bench.clock.advance(Duration.ofSeconds(2));
        editLeft("title", "two");
        bench.right.mishaps().before(Call.WRITE, 1, () -> {
            throw new CrmException(FailureKind.UNREACHABLE, "No answer.");
        });
        assertThatThrownBy(bench::round).isInstanceOf(CrmException.class);
        assertThat(bench.books.openIntents()).hasSize(1);
        bench.sync();
        assertThat(bench.rightText(WHO, "title")).isEqualTo("two");
    }

    @Test
    void aBrokenCallIsWaitedOutByTheLoop() {
        bench.leftPerson(WHO);
        bench.right.mishaps().before(Call.WRITE, 1, () -> {
            throw new CrmException(FailureKind.UNREACHABLE, "No answer.");
        });
        assertThat(bench.sync().inStep()).isTrue();
        assertThat(bench.clock.slept()).isPositive();
        bench.left.mishaps().before(Call.CHANGES, 1, () -> {
            throw new CrmException(FailureKind.FORBIDDEN, "Grant it.");
        });
        assertThatThrownBy(bench::sync).hasMessage("Grant it.");
    }

    @Test
    void aWaitForHoursIsCutShort() {
        bench.left.mishaps().before(Call.CHANGES, 1, () -> {
            throw new CrmException(FailureKind.THROTTLED, "Wait.", Optional.of(Duration.ofHours(10)));
        });
        assertThat(bench.sync().inStep()).isTrue();
        assertThat(bench.clock.slept()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aSurveyThatBrokeOffIsGoneThroughAgainBeforeAnythingIsWritten() {
        Bench small = new Bench(FakeHabits.THRIFTY.withPage(2), FakeHabits.TALKATIVE.withPage(2));
        IntStream.range(0, 9).forEach(i -> small.leftPerson("lead-" + i + "@example.com"));
        IntStream.range(0, 9).forEach(i -> small.rightPerson("lead-" + i + "@example.com"));
        small.right.mishaps().before(Call.CHANGES, 3, () -> {
            throw new CrmException(FailureKind.UNREACHABLE, "No answer.");
        });
        small.sync();
        assertThat(small.emails(small.right)).hasSize(9);
        assertThat(small.emails(small.left)).hasSize(9);
    }

    @Test
    void aProcessKilledAtAnyWriteToItsBooksMakesEachPersonOnceAndLosesNoEdit() {
        for (int nth = 1; nth < 60; nth++) {
            for (boolean after : new boolean[] {false, true}) {
                killedAt(nth, after);
            }
        }
    }

    private static void killedAt(int nth, boolean after) {
        Bench bench = new Bench(FakeHabits.THRIFTY.withPage(3), FakeHabits.TALKATIVE.withPage(3));
        Fuse fuse = new Fuse();
        bench.ledger(fuse::in);
        IntStream.range(0, 8).forEach(i -> bench.leftPerson("lead-" + i + "@example.com", "title", "t" + i));
        fuse.dieAt(nth, after);
        try {
            bench.sync();
        } catch (Killed e) {
            bench.rightPerson("lead-7@example.com".replace('7', '9'));
            bench.left.edit(bench.leftRef("lead-3@example.com"), "title", "edited");
            bench.right.records().stream()
                    .filter(r -> r.email().orElseThrow().address().equals("lead-1@example.com"))
                    .forEach(r -> bench.right.edit(r.ref(), "city", "edited"));
        }
        fuse.live();
        boolean cityEdited = bench.right.records().stream()
                .anyMatch(r -> r.fields().text(FieldName.of("city")).equals("edited"));
        assertThat(bench.sync().inStep()).isTrue();
        String as = "killed " + (after ? "after" : "before") + " write " + nth;
        assertThat(bench.emails(bench.right)).as(as).doesNotHaveDuplicates().isEqualTo(bench.emails(bench.left));
        assertThat(bench.rightText("lead-3@example.com", "title"))
                .as(as)
                .isEqualTo(bench.leftText("lead-3@example.com", "title"));
        assertThat(bench.leftText("lead-1@example.com", "city")).as(as).isEqualTo(cityEdited ? "edited" : "");
        assertThat(bench.parked()).as(as).isEmpty();
    }

    @Test
    void aFirstLoadThatWasInterruptedIsNotStoppedByTheGuard() throws GuardStop {
        Bench small = new Bench(FakeHabits.THRIFTY.withPage(5), FakeHabits.TALKATIVE.withPage(5))
                .limits(new Limits(0.2, 0.2, 2));
        IntStream.range(10, 40).forEach(i -> small.leftPerson("lead-" + i + "@example.com"));
        small.right.mishaps().before(Call.WRITE, 3, () -> {
            throw new Killed();
        });
        assertThatThrownBy(small::sync).isInstanceOf(Killed.class);
        assertThat(small.right.records()).hasSize(10);
        small.sync();
        assertThat(small.right.records()).hasSize(30);
    }

    @Test
    void theGuardStopsBeforeTheWaveIsWritten() {
        bench.limits(new Limits(0.2, 0.2, 2));
        IntStream.range(0, 9).forEach(i -> bench.leftPerson("lead-" + i + "@example.com"));
        bench.sync();
        int writes = bench.made(Call.WRITE);
        IntStream.range(0, 3).forEach(i -> bench.left.edit(bench.leftRef("lead-" + i + "@example.com"), "title", "x"));
        Rounds rounds = bench.open();
        BlastRadius guard = bench.guard();
        assertThatThrownBy(() -> rounds.round(guard))
                .isInstanceOf(GuardStop.class)
                .hasMessageContaining("--allow-changes");
        assertThat(bench.made(Call.WRITE)).isEqualTo(writes);
        bench.limits(new Limits(Limits.UNLIMITED, 0.2, 2)).sync();
        assertThat(bench.rightText("lead-2@example.com", "title")).isEqualTo("x");
    }

    @Test
    void theGuardCapsCreates() {
        bench.limits(new Limits(0.2, 0.2, 2));
        bench.leftPerson(WHO);
        bench.sync();
        IntStream.range(2, 5).forEach(i -> bench.leftPerson("lead-" + i + "@example.com"));
        Rounds rounds = bench.open();
        BlastRadius guard = bench.guard();
        assertThatThrownBy(() -> rounds.round(guard)).hasMessageContaining("--allow-creates");
        assertThat(bench.right.records()).hasSize(1);
    }

    @Test
    void aDeletedTargetIsNotMadeAgain() {
        inStep();
        bench.right.delete(bench.rightRef(WHO));
        editLeft("title", "two");
        bench.sync();
        assertThat(bench.right.records()).isEmpty();
        assertThat(bench.parked()).isEmpty();
    }

    @Test
    void anEditFoundByAReadIsNotTakenForOursAfterAnotherWrite() {
        inStep();
        editLeft("title", "ours");
        bench.right.mishaps().before(Call.CHANGES, 1, () -> {
            throw new Killed();
        });
        assertThatThrownBy(bench::round).as("written, not read back").isInstanceOf(Killed.class);
        bench.clock.advance(Duration.ofSeconds(5));
        editRight("title", "theirs");
        editLeft("city", "Bonn");
        bench.left.mishaps().before(Call.WRITE, 1, () -> {
            throw new Killed();
        });
        assertThatThrownBy(bench::round).isInstanceOf(Killed.class);
        assertThat(bench.rightText(WHO, "city")).isEqualTo("Bonn");
        bench.sync();
        assertThat(bench.leftText(WHO, "title")).isEqualTo("theirs");
    }

    @Test
    void whatIsRefusedForALinkGoesWithoutIt() {
        FieldName city = FieldName.of("city");
        bench.leftPerson(WHO, "city", "Bonn", "title", "one", "company", "Acme");
        bench.right.mishaps().refuse(city, FailureKind.LINK_MISSING, "There is no such city.");
        bench.sync();
        assertThat(bench.rightText(WHO, "title")).isEqualTo("one");
        assertThat(bench.parked())
                .singleElement()
                .satisfies(p -> assertThat(p.field()).contains(city));

        bench.left.edit(bench.leftRef(WHO), "title", "two");
        bench.sync();
        assertThat(bench.rightText(WHO, "title")).isEqualTo("two");
        assertThat(bench.rightText(WHO, "city")).isEmpty();
        assertThat(bench.parked()).hasSize(1);

        bench.right.mishaps().heal();
        bench.sync();
        assertThat(bench.rightText(WHO, "city")).isEqualTo("Bonn");
        assertThat(bench.parked()).isEmpty();
    }

    @Test
    void aValueThatIsNotTakenHoldsUpNothingElseOfItsRecord() {
        inStep();
        FieldName city = FieldName.of("city");
        bench.right.mishaps().refuse(city, FailureKind.INVALID_VALUE, "It is out of range.");
        editLeft("city", "Bonn");
        editLeft("title", "two");
        bench.sync();
        assertThat(bench.rightText(WHO, "title")).isEqualTo("two");
        assertThat(bench.rightText(WHO, "city")).isEmpty();
        assertThat(bench.parked())
                .singleElement()
                .satisfies(p -> assertThat(p.field()).contains(city));

        bench.leftPerson("lead-0002@example.com", "city", "Bonn", "title", "one", "company", "Acme");
        bench.sync();
        assertThat(bench.rightText("lead-0002@example.com", "title")).isEqualTo("one");

        bench.right.mishaps().heal();
        bench.sync();
        assertThat(bench.rightText(WHO, "city")).isEqualTo("Bonn");
        assertThat(bench.rightText("lead-0002@example.com", "city")).isEqualTo("Bonn");
        assertThat(bench.parked()).isEmpty();
    }

    @Test
    void whatWasNotTakenFromTheStartGivesWayToWhatIsTypedThere() {
        bench.rule(Rules.text("title").conflict(Conflict.PREFER, RIGHT).rule());
        bench.rule(Rules.text("city").conflict(Conflict.PREFER, RIGHT).rule());
        bench.right.mishaps().refuse(FieldName.of("city"), FailureKind.INVALID_VALUE, "It is out of range.");
        bench.leftPerson(WHO, "company", "Acme");
        editLeft("title", "x".repeat(256));
        editLeft("city", "Bonn");
        bench.sync();
        assertThat(bench.parked()).isNotEmpty();
        bench.clock.advance(Duration.ofHours(1));
        editRight("title", "short");
        editRight("city", "Ulm");
        bench.sync();
        assertThat(bench.leftText(WHO, "title")).isEqualTo("short");
        assertThat(bench.leftText(WHO, "city")).isEqualTo("Ulm");
        assertThat(bench.parked()).isEmpty();
        assertThat(bench.books.journal().stream().filter(l -> l.event() == Event.CONFLICT))
                .hasSize(2);
    }

    @Test
    void aStampDoesNotWaitForAValueThatIsNotTaken() {
        inStep();
        bench.right.mishaps().refuse(FieldName.of("city"), FailureKind.INVALID_VALUE, "It is out of range.");
        bench.left.edit(bench.leftRef(WHO), FakeCrm.fields("city", "Bonn", "stage", "mql"));
        bench.sync();
        assertThat(bench.rightText(WHO, "mql_at")).isNotEmpty();
    }

    @Test
    void aStampDoesNotWaitForAnAddressThatAnotherRecordHolds() {
        inStep();
        FieldName email = FieldName.of("email");
        bench.right.mishaps().refuse(email, FailureKind.DUPLICATE, "Another record holds it.");
        bench.left.edit(bench.leftRef(WHO), FakeCrm.fields("email", "lead-0009@example.com", "stage", "mql"));
        bench.sync();
        assertThat(bench.rightText(WHO, "mql_at")).isNotEmpty();
        assertThat(bench.parked())
                .singleElement()
                .satisfies(p -> assertThat(p.field()).contains(email));
    }

    @Test
    void aStampDoesNotWaitForAKeyThatAnotherRecordHolds() {
        inStep();
        FieldName key = FieldName.of("key");
        bench.right.mishaps().refuse(key, FailureKind.DUPLICATE, "Another record holds it.");
        bench.right.edit(bench.rightRef(WHO), "key", "");
        bench.left.edit(bench.leftRef(WHO), FakeCrm.fields("city", "Bonn", "stage", "mql"));
        bench.sync();
        assertThat(bench.rightText(WHO, "mql_at")).isNotEmpty();
        assertThat(bench.rightText(WHO, "city")).isEqualTo("Bonn");
        assertThat(bench.parked())
                .singleElement()
                .satisfies(p -> assertThat(p.field()).contains(key));
        bench.right.mishaps().heal();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.left.edit(bench.leftRef(WHO), "city", "Ulm");
        bench.sync();
        assertThat(bench.right.record(WHO).key()).isNotEmpty();
        assertThat(bench.parked()).isEmpty();
    }

    @Test
    void nobodyIsMadeWithoutTheAddressByWhichTheyAreKnown() {
        bench.right.mishaps().refuse(FieldName.of("email"), FailureKind.INVALID_VALUE, "It is no address.");
        bench.leftPerson(WHO, "title", "one", "company", "Acme");
        bench.sync();
        assertThat(bench.emails(bench.right)).isEmpty();
        assertThat(bench.parked()).hasSize(1);
    }
}
