package io.smarketing.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.notice.Notice;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.sync.loop.Rounds;
import io.smarketing.testkit.crm.Call;
import io.smarketing.testkit.crm.FakeCrm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What marketing is told on its side when sales, on the other side, says what it thinks of a lead. */
class NoticesTest {

    private static final String WHO = "lead-0001@example.com";

    private final Bench bench = Funnel.bench();

    private void mql() {
        bench.leftPerson(WHO, "company", "Acme", "score", "70");
        rest();
    }

    private void rest() {
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(10));
    }

    private void verdict(String... fields) {
        bench.right.edit(bench.rightRef(WHO), FakeCrm.fields(fields));
    }

    private List<String> titles() {
        return bench.left.posted().stream().map(Notice::title).toList();
    }

    @Test
    void aVerdictIsNotedWithWhoWhenAndWhy() {
        mql();
        Instant given = bench.clock.instant();
        verdict("verdict", "rejected", "reason", "too <b>early</b>", "rating", "2");
        rest();

        assertThat(titles()).containsExactly("Sales rejected this lead", "Follow up: sales rejected this lead");
        Notice note = bench.left.posted().get(0);
        assertThat(note.about()).isEqualTo(bench.leftRef(WHO));
        assertThat(note.at()).isEqualTo(given);
        assertThat(note.task()).isEmpty();
        assertThat(note.body().lines())
                .containsExactly(
                        "When: 2 Mar 2026, 09:10 UTC", "Who: rep@example.com", "Reason: too <b>early</b>", "Rating: 2");
        assertThat(bench.left.posted().get(1).task().orElseThrow().due().toInstant())
                .isEqualTo(given.plus(Duration.ofDays(2)));
        assertThat(bench.books.journal())
                .filteredOn(l -> l.event() == Event.TOLD)
                .extracting(JournalLine::note)
                .containsExactlyElementsOf(titles());
    }

    @Test
    void aLeadThatWasTakenGivesNobodyATask() {
        mql();
        verdict("verdict", "accepted", "rating", "5");
        rest();
        rest();

        assertThat(titles()).containsExactly("Sales accepted this lead");
    }

    @Test
    void theSameVerdictInTheNextPassIsAnother() {
        mql();
        verdict("verdict", "rejected", "reason", "too early");
        rest();
        bench.left.edit(bench.leftRef(WHO), FakeCrm.fields("stage", "mql"));
        rest();
        verdict("verdict", "rejected", "reason", "too early");
        rest();

        assertThat(bench.left.posted()).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void whatStoodThereAtTheFirstMeetingIsNoNews() {
        bench.leftPerson(WHO, "company", "Acme", "score", "70");
        bench.rightPerson(WHO, "verdict", "rejected", "reason", "too early");
        bench.rightPerson("lead-0002@example.com", "verdict", "accepted");
        rest();
        rest();

        assertThat(bench.left.posted()).isEmpty();
    }

    @Test
    void whatWasSaidBeforePeopleWereToldIsNoNews() {
        Handoff silent = Funnel.PROMISED;
        bench.lifecycle(
                Funnel.lifecycle(50),
                new Handoff(
                        silent.from(),
                        silent.verdict(),
                        silent.feedback(),
                        silent.grading(),
                        silent.source(),
                        silent.hours()),
                Funnel.own());
        mql();
        verdict("verdict", "accepted");
        rest();
        bench.lifecycle(Funnel.lifecycle(50), Funnel.PROMISED, Funnel.own());
        verdict("rating", "4");
        rest();

        assertThat(bench.left.posted()).isEmpty();
    }

    @Test
    void whatStandsInAFieldThatIsNewlyMappedIsNoNews() {
        bench.rule(Rules.text("verdict").onlyLeft().rule("0"));
        mql();
        verdict("verdict", "accepted");
        rest();
        bench.rule(Rules.text("verdict").rule());
        rest();
        rest();

        assertThat(bench.rightText(WHO, "verdict")).isEqualTo("accepted");
        assertThat(bench.left.posted()).isEmpty();
    }

    @Test
    void aLostAnswerIsLookedForAndNotRepeated() {
        mql();
        verdict("verdict", "accepted");
        bench.left.mishaps().after(Call.POST, 1, () -> {
            throw new CrmException(FailureKind.UNKNOWN_OUTCOME, "the line broke");
        });
        rest();
        rest();

        assertThat(titles()).containsExactly("Sales accepted this lead");
        assertThat(bench.left.mishaps().made(Call.POST)).isEqualTo(1);
    }

    @Test
    void whatWasLostOnTheWayIsSentAgainOnceItCanNoLongerArrive() {
        mql();
        verdict("verdict", "accepted");
        bench.left.mishaps().before(Call.POST, 1, () -> {
            throw new CrmException(FailureKind.UNKNOWN_OUTCOME, "the line broke");
        });
        bench.sync();
        // it may have been sent only now: a round may take its time
        bench.clock.advance(Duration.ofMinutes(5));
        bench.round();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.round();
        assertThat(bench.left.mishaps().made(Call.POST)).isEqualTo(1);
        bench.clock.advance(Duration.ofMinutes(1));
        bench.round();

        assertThat(titles()).containsExactly("Sales accepted this lead");
    }

    @Test
    void aMissingPermissionHoldsUpNothingAndIsAskedForOnce() throws Exception {
        mql();
        verdict("verdict", "accepted");
        for (int nth = 1; nth <= 3; nth++) {
            bench.left.mishaps().before(Call.POST, nth, () -> {
                throw new CrmException(FailureKind.FORBIDDEN, "HubSpot lacks a scope");
            });
        }
        Rounds daemon = bench.open();
        daemon.round(bench.guard());
        daemon.round(bench.guard());
        assertThat(bench.left.mishaps().made(Call.POST)).isEqualTo(1);
        assertThat(bench.leftText(WHO, "verdict")).isEqualTo("accepted");
        assertThat(bench.left.posted()).isEmpty();
        bench.left.mishaps().heal();
        bench.round();

        assertThat(titles()).containsExactly("Sales accepted this lead");
    }

    private void refuse(int calls) {
        for (int nth = 1; nth <= calls; nth++) {
            bench.left.mishaps().before(Call.POST, nth, () -> {
                throw new CrmException(FailureKind.REFUSED_BY_RULE, "a rule refuses it");
            });
        }
    }

    @Test
    void whatARuleRefusesWaitsUntilTheCrmIsOpenedAnew() throws Exception {
        mql();
        verdict("verdict", "accepted");
        refuse(1);
        Rounds daemon = bench.open();
        daemon.round(bench.guard());
        daemon.round(bench.guard());
        assertThat(bench.left.mishaps().made(Call.POST)).isEqualTo(1);
        verdict("verdict", "rejected");
        daemon.round(bench.guard());
        assertThat(titles()).containsExactly("Sales rejected this lead", "Follow up: sales rejected this lead");
        bench.round();

        assertThat(titles()).hasSize(3).contains("Sales accepted this lead");
    }

    @Test
    void whatARuleRefusesForAWeekIsNoNewsAnyMore() {
        mql();
        verdict("verdict", "accepted");
        refuse(2);
        bench.round();
        bench.clock.advance(Duration.ofDays(7));
        bench.round();
        bench.round();

        assertThat(bench.left.posted()).isEmpty();
        assertThat(bench.books.journal()).extracting(JournalLine::event).contains(Event.NOT_TOLD);
    }

    @Test
    void whoIsMergedWithAnotherIsToldOfAllTheSame() {
        mql();
        String other = "lead-0002@example.com";
        bench.leftPerson(other, "company", "Acme", "score", "70");
        rest();
        bench.right.edit(bench.rightRef(other), FakeCrm.fields("verdict", "accepted"));
        refuse(1);
        bench.round();
        bench.left.merge(bench.leftRef(other), bench.leftRef(WHO));
        rest();

        assertThat(titles()).contains("Sales accepted this lead");
        assertThat(bench.books.journal()).extracting(JournalLine::event).doesNotContain(Event.NOT_TOLD);
    }

    @Test
    void aProcessThatDiesWithTheCallNeitherLosesNorRepeatsIt() {
        for (boolean before : List.of(true, false)) {
            Bench one = Funnel.bench();
            one.leftPerson(WHO, "company", "Acme", "score", "70");
            one.sync();
            one.clock.advance(Duration.ofMinutes(10));
            one.right.edit(one.rightRef(WHO), FakeCrm.fields("verdict", "disqualified"));
            Runnable death = () -> {
                throw new Fuse.Killed();
            };
            if (before) {
                one.left.mishaps().before(Call.POST, 1, death);
            } else {
                one.left.mishaps().after(Call.POST, 1, death);
            }
            assertThatThrownBy(one::sync).isInstanceOf(Fuse.Killed.class);
            one.sync();
            for (int round = 0; round < 2; round++) {
                one.clock.advance(Duration.ofMinutes(3));
                one.round();
            }
            assertThat(one.left.posted()).hasSize(2);
        }
    }

    @Test
    void whoeverHasNoRecordAnyMoreIsToldOfNowhere() {
        mql();
        verdict("verdict", "accepted");
        bench.left.mishaps().before(Call.POST, 1, () -> bench.left.delete(bench.leftRef(WHO)));
        rest();
        rest();

        assertThat(bench.left.posted()).isEmpty();
        assertThat(bench.books.outbox().open(Bench.LEFT, 10)).isEmpty();
        assertThat(bench.books.journal())
                .extracting(JournalLine::event)
                .contains(Event.NOT_TOLD)
                .doesNotContain(Event.TOLD);
    }

    @Test
    void aRoundWithoutNewsAsksNothing() {
        mql();
        Map<Call, Integer> calls = Map.of(
                Call.POST, bench.left.mishaps().made(Call.POST),
                Call.STANDING, bench.left.mishaps().made(Call.STANDING));
        assertThat(calls)
                .containsOnlyKeys(Call.POST, Call.STANDING)
                .allSatisfy((c, n) -> assertThat(n).isZero());
    }
}
