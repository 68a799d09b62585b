package io.smarketing.testkit.engine;

import static io.smarketing.testkit.engine.Bench.LEFT;
import static io.smarketing.testkit.engine.Bench.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.StageFact;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.sync.Parked;
import io.smarketing.core.sync.loop.BlastRadius.GuardStop;
import io.smarketing.core.sync.loop.BlastRadius.Limits;
import io.smarketing.core.sync.loop.Rounds;
import io.smarketing.testkit.crm.Call;
import io.smarketing.testkit.crm.FakeCrm;
import io.smarketing.testkit.crm.FakeHabits;
import io.smarketing.testkit.engine.Fuse.Killed;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DepartureTest {
    private static final String WHO = "lead-0001@example.com";
    private static final String OTHER = "lead-0002@example.com";
    private Bench bench = new Bench();

    private void inStep() {
        bench.leftPerson(WHO, "title", "one", "company", "Acme");
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(1));
    }

    private List<Event> events() {
        return bench.books.journal().stream().map(JournalLine::event).toList();
    }

    @Test
    void aDeletionEndsTheLinkAndNobodyIsMadeAgain() {
        inStep();
        bench.right.delete(bench.rightRef(WHO));
        bench.sync();
        bench.left.edit(bench.leftRef(WHO), "title", "two");
        assertThat(bench.sync().all().writes()).isZero();
        assertThat(bench.right.records()).isEmpty();
        assertThat(bench.emails(bench.left)).containsExactly(WHO);
        assertThat(bench.parked()).isEmpty();
        assertThat(events()).contains(Event.DELETED).doesNotContain(Event.DELETION_CARRIED);
    }

    @Test
    void aRestoredRecordIsTheSamePersonAgain() {
        inStep();
        RecordRef lead = bench.rightRef(WHO);
        bench.right.delete(lead);
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.left.edit(bench.leftRef(WHO), "city", "Bonn");
        bench.right.restore(lead);
        bench.sync();
        assertThat(bench.rightText(WHO, "city")).isEqualTo("Bonn");
        assertThat(bench.books.known()).isEqualTo(1);
        assertThat(bench.emails(bench.left)).containsExactly(WHO);
    }

    @Test
    void whatWasDoneWhileARecordWasGoneReachesItWhenItIsBack() {
        inStep();
        RecordRef lead = bench.rightRef(WHO);
        bench.right.delete(lead);
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.left.edit(bench.leftRef(WHO), "city", "Bonn");
        bench.left.edit(bench.leftRef(WHO), "stage", "mql");
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.right.restore(lead);
        bench.sync();
        assertThat(bench.rightText(WHO, "city")).isEqualTo("Bonn");
        assertThat(bench.leftText(WHO, "mql_at")).isNotEmpty().isEqualTo(bench.rightText(WHO, "mql_at"));
    }

    @Test
    void anEditReachesARecordThatCouldNotBeReadForAMoment() {
        inStep();
        RecordRef lead = bench.rightRef(WHO);
        bench.left.edit(bench.leftRef(WHO), "city", "Bonn");
        bench.right.mishaps().before(Call.BY_REFS, 1, () -> bench.right.delete(lead));
        bench.right.mishaps().after(Call.BY_REFS, 1, () -> bench.right.restore(lead));
        bench.sync();
        assertThat(bench.rightText(WHO, "city")).isEqualTo("Bonn");
    }

    @Test
    void somebodyNewWithTheAddressTakesThePlaceOfTheDeleted() {
        inStep();
        bench.right.delete(bench.rightRef(WHO));
        bench.sync();
        bench.rightPerson(WHO, "city", "Ulm");
        bench.sync();
        assertThat(bench.leftText(WHO, "city")).isEqualTo("Ulm");
        assertThat(bench.emails(bench.left)).containsExactly(WHO);
        assertThat(bench.books.known()).isEqualTo(1);
    }

    @Test
    void aDeletionIsCarriedOverWhereItIsAgreed() {
        bench.carrying(LEFT);
        inStep();
        bench.left.delete(bench.leftRef(WHO));
        assertThat(bench.sync().inStep()).isTrue();
        assertThat(bench.right.records()).isEmpty();
        assertThat(events()).contains(Event.DELETED, Event.DELETION_CARRIED);
        bench.clock.advance(Duration.ofMinutes(1));
        assertThat(bench.sync().all().writes()).isZero();
        bench.leftPerson(WHO, "company", "Acme");
        bench.sync();
        assertThat(bench.emails(bench.right)).as("made anew by somebody").containsExactly(WHO);
    }

    @Test
    void anEditBeatsADeletion() {
        bench.carrying(LEFT, RIGHT);
        inStep();
        bench.right.edit(bench.rightRef(WHO), "title", "edited");
        bench.left.delete(bench.leftRef(WHO));
        bench.sync();
        assertThat(bench.rightText(WHO, "title")).isEqualTo("edited");
        assertThat(bench.left.records()).isEmpty();
        assertThat(bench.books.journal())
                .anySatisfy(l -> assertThat(l.note()).isEqualTo("the record was edited since both were in step"));
    }

    @Test
    void nobodyWithAnOpportunityIsDeleted() {
        bench.carrying(LEFT);
        inStep();
        bench.right.fact(bench.rightRef(WHO), StageFact.OPPORTUNITY);
        bench.sync();
        bench.left.delete(bench.leftRef(WHO));
        bench.sync();
        assertThat(bench.emails(bench.right)).containsExactly(WHO);
    }

    @Test
    void aDeletionThatIsRefusedIsAside() {
        bench.carrying(LEFT);
        inStep();
        bench.right
                .mishaps()
                .refuse(WriteCommand.Delete.class::isInstance, FailureKind.REFUSED_BY_RULE, "A rule says no.");
        bench.left.delete(bench.leftRef(WHO));
        bench.sync();
        assertThat(bench.parked())
                .extracting(Parked::sentence)
                .containsExactly("It was deleted on the other side and cannot be deleted here: A rule says no.");
        assertThat(bench.emails(bench.right)).containsExactly(WHO);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aDeletionSurvivesADeathAtAnyWrite(int nth) {
        Fuse fuse = new Fuse();
        bench.ledger(fuse::in).carrying(LEFT);
        inStep();
        bench.left.delete(bench.leftRef(WHO));
        for (boolean after : new boolean[] {false, true}) {
            fuse.dieAt(nth, after);
            try {
                bench.sync();
            } catch (Killed e) {
                bench.clock.advance(Duration.ofSeconds(1));
            }
        }
        fuse.live();
        bench.sync();
        assertThat(bench.right.records()).isEmpty();
        assertThat(bench.parked()).isEmpty();
    }

    @Test
    void aLostAnswerToADeletionIsNoMatter() {
        bench.carrying(LEFT);
        inStep();
        bench.right.mishaps().loseAnswer(WriteCommand.Delete.class::isInstance);
        bench.left.delete(bench.leftRef(WHO));
        bench.sync();
        bench.right.mishaps().heal();
        bench.sync();
        assertThat(bench.right.records()).isEmpty();
        assertThat(bench.parked()).isEmpty();
    }

    @Test
    void theGuardCapsDeletions() {
        bench.carrying(LEFT).limits(new Limits(0.2, 0.2, 2));
        IntStream.range(0, 9).forEach(i -> bench.leftPerson("lead-" + i + "@example.com"));
        bench.sync();
        IntStream.range(0, 3).forEach(i -> bench.left.delete(bench.leftRef("lead-" + i + "@example.com")));
        Rounds rounds = bench.open();
        assertThatThrownBy(() -> rounds.round(bench.guard())).isInstanceOf(GuardStop.class);
        assertThat(bench.right.records()).hasSize(9);
    }

    @Test
    void anotherRecordTakesThePlaceOfTheDeletedOne() {
        inStep();
        bench.rightPerson(WHO, "title", "twin");
        bench.sync();
        RecordRef first = bench.books.everybody().get(0).in(RIGHT).orElseThrow().principal();
        bench.right.delete(first);
        bench.sync();
        bench.left.edit(bench.leftRef(WHO), "city", "Bonn");
        bench.sync();
        assertThat(bench.rightText(WHO, "city")).isEqualTo("Bonn");
        assertThat(bench.books.everybody().get(0).in(RIGHT).orElseThrow().others())
                .isEmpty();
    }

    @Test
    void mergedRecordsMakeTwoPeopleOne() {
        inStep();
        bench.leftPerson(OTHER, "title", "other", "company", "Acme");
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.left.merge(bench.leftRef(OTHER), bench.leftRef(WHO));
        bench.sync();
        assertThat(bench.books.known()).isEqualTo(1);
        var person = bench.books.everybody().get(0);
        assertThat(person.in(RIGHT).orElseThrow().principal()).isEqualTo(bench.rightRef(WHO));
        assertThat(person.in(RIGHT).orElseThrow().others()).containsExactly(bench.rightRef(OTHER));
        bench.left.edit(bench.leftRef(WHO), "title", "merged");
        bench.right.edit(bench.rightRef(OTHER), "title", "of nobody");
        bench.sync();
        assertThat(bench.rightText(WHO, "title")).isEqualTo("merged");
        assertThat(bench.rightText(OTHER, "title")).isEqualTo("of nobody");
        assertThat(bench.emails(bench.left)).containsExactly(WHO);
        assertThat(events()).contains(Event.BECAME, Event.JOINED);
        assertThat(bench.parked()).isEmpty();
    }

    @Test
    void whoBringsTheOnlyRecordThatIsLeftBringsItsKey() {
        inStep();
        bench.leftPerson(OTHER, "title", "other", "company", "Acme");
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(1));
        RecordRef lead = bench.rightRef(OTHER);
        String key = bench.right.record(OTHER).key();
        bench.right.delete(bench.rightRef(WHO));
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.left.merge(bench.leftRef(OTHER), bench.leftRef(WHO));
        bench.sync();
        var person = bench.books.everybody().get(0);
        assertThat(person.in(RIGHT).orElseThrow().principal()).isEqualTo(lead);
        assertThat(person.key()).isEqualTo(key);
        assertThat(bench.left.record(WHO).key()).isEqualTo(key);
        assertThat(bench.parked()).isEmpty();
    }

    @Test
    void whoIsBroughtBackAndMergedBetweenTwoLooksKeepsTheKeyThatBothRecordsBear() {
        inStep();
        String key = bench.left.record(WHO).key();
        bench.leftPerson(OTHER, "title", "other", "company", "Acme", "stage", "mql");
        RecordRef gone = bench.rightRef(WHO);
        bench.right.delete(gone);
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.right.restore(gone);
        bench.right.merge(bench.rightRef(OTHER), gone);
        bench.sync();
        assertThat(bench.books.known()).isEqualTo(1);
        assertThat(bench.books.everybody().get(0).key()).isEqualTo(key);
        assertThat(bench.left.record(WHO).key()).isEqualTo(key);
        assertThat(bench.leftText(WHO, "mql_at")).isNotEmpty().isEqualTo(bench.rightText(WHO, "mql_at"));
        assertThat(bench.parked()).isEmpty();
    }

    @Test
    void twoThatMergeIntoANewRecordAreOnePersonToo() {
        inStep();
        bench.leftPerson(OTHER, "company", "Acme");
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(1));
        RecordRef one = bench.leftRef(WHO);
        RecordRef two = bench.leftRef(OTHER);
        RecordRef merged = bench.left.put(
                Bench.CONTACT, FakeCrm.fields("email", "merged@example.com", "name", "Merged", "title", "one"));
        bench.left.merge(one, merged);
        bench.left.merge(two, merged);
        bench.sync();
        assertThat(bench.books.known()).isEqualTo(1);
        assertThat(bench.books.everybody().get(0).in(LEFT).orElseThrow().principal())
                .isEqualTo(merged);
        assertThat(bench.left.records()).hasSize(1);
        assertThat(bench.right.records()).hasSize(2);
    }

    @Test
    void oneThatWasDeletedAndMergedBeforeAnybodyLookedIsThatPersonStill() {
        inStep();
        bench.leftPerson(OTHER, "company", "Acme");
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(1));
        RecordRef deleted = bench.leftRef(OTHER);
        bench.left.delete(deleted);
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.left.restore(deleted);
        bench.left.merge(deleted, bench.leftRef(WHO));
        bench.sync();
        assertThat(bench.books.known()).isEqualTo(1);
        assertThat(bench.books.everybody().get(0).in(RIGHT).orElseThrow().all()).hasSize(2);
        int joined = Collections.frequency(events(), Event.JOINED);
        bench.clock.advance(Duration.ofMinutes(1));
        bench.sync();
        assertThat(Collections.frequency(events(), Event.JOINED))
                .as("told again it is no news")
                .isEqualTo(joined);
    }

    @Test
    void aMergeIsFollowedWhoeverTellsOfItFirst() {
        bench = new Bench(FakeHabits.TALKATIVE, FakeHabits.TALKATIVE);
        inStep();
        bench.leftPerson(OTHER, "company", "Acme");
        bench.sync();
        bench.left.merge(bench.leftRef(OTHER), bench.leftRef(WHO));
        bench.right.edit(bench.rightRef(OTHER), "city", "Ulm");
        bench.sync();
        assertThat(bench.books.known()).isEqualTo(1);
        assertThat(bench.made(Call.WRITE)).isPositive();
        assertThat(bench.left.records()).hasSize(1);
    }
}
