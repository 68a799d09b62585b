package io.smarketing.testkit.engine;

import static io.smarketing.testkit.engine.Funnel.PROMISED;
import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.StageFact;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lifecycle.Lifecycle.IllegalMoves;
import io.smarketing.core.lifecycle.Lifecycle.Then;
import io.smarketing.testkit.crm.FakeCrm;
import io.smarketing.testkit.engine.Fuse.Killed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stages that somebody moves as they must not be moved: back along the stages, or past a gate that is shut. */
final class IllegalMovesTest {

    private static final String WHO = "lead-0001@example.com";
    private final Bench bench = Funnel.bench();

    private void policy(Then back, Then pastGate) {
        bench.lifecycle(Funnel.lifecycle(new IllegalMoves(back, pastGate)), PROMISED, Funnel.own());
    }

    private void inStep(String... more) {
        bench.leftPerson(WHO, more);
        sync();
    }

    private void sync() {
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(30));
    }

    private void left(String field, String value) {
        bench.left.edit(bench.leftRef(WHO), field, value);
    }

    private void right(String field, String value) {
        bench.right.edit(bench.rightRef(WHO), field, value);
    }

    private void stages(String onLeft, String onRight) {
        assertThat(bench.leftText(WHO, "stage")).isEqualTo(onLeft);
        assertThat(bench.rightText(WHO, "stage")).isEqualTo(onRight);
    }

    private List<String> illegal() {
        return bench.books.journal().stream()
                .filter(l -> l.event() == Event.ILLEGAL_MOVE)
                .map(JournalLine::note)
                .toList();
    }

    @Test
    void a_move_back_is_undone_and_noted_once() {
        inStep("company", "Acme", "score", "70");
        right("stage", "Open");
        sync();
        sync();
        stages("mql", "Qualified");
        assertThat(illegal()).containsExactly("mql back to lead");
    }

    @Test
    void a_move_back_that_is_escalated_stays_in_that_crm_until_the_person_moves_on() {
        policy(Then.ESCALATE, Then.ALLOW);
        inStep("company", "Acme", "score", "70");
        right("stage", "Open");
        sync();
        stages("mql", "Open");
        right("title", "another field");
        left("score", "80");
        sync();
        stages("mql", "Open");
        assertThat(illegal()).containsExactly("mql back to lead");
        assertThat(bench.sync().all().writes()).isZero();
        bench.right.fact(bench.rightRef(WHO), StageFact.OPPORTUNITY);
        sync();
        stages("opportunity", "Opportunity");
    }

    @Test
    void who_is_put_forward_again_by_hand_and_back_once_more_is_noted_twice() {
        policy(Then.ESCALATE, Then.ALLOW);
        inStep("company", "Acme", "score", "70");
        for (int times = 0; times < 2; times++) {
            right("stage", "Open");
            sync();
            right("stage", "Qualified");
            sync();
        }
        stages("mql", "Qualified");
        assertThat(illegal()).hasSize(2);
    }

    @Test
    void the_nearest_word_for_a_further_stage_is_no_move_back() {
        policy(Then.ESCALATE, Then.ALLOW);
        inStep("stage", "sql", "company", "Acme");
        right("stage", "Nurture");
        sync();
        right("stage", "Qualified");
        sync();
        assertThat(illegal()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"mql,mql: company is known", "sql,mql: company is known"})
    void a_move_past_a_shut_gate_is_undone_also_where_it_skips_the_stage(String stage, String line) {
        policy(Then.REFUSE, Then.REFUSE);
        inStep("stage", "lead");
        left("stage", stage);
        sync();
        sync();
        stages("lead", "Open");
        assertThat(bench.leftText(WHO, stage + "_at")).isEmpty();
        assertThat(illegal()).containsExactly(line);
        left("company", "Acme");
        left("stage", stage);
        sync();
        stages(stage, "Qualified");
        assertThat(bench.leftText(WHO, stage + "_at")).isNotEmpty();
    }

    @Test
    void who_had_no_stage_has_none_again() {
        policy(Then.REFUSE, Then.REFUSE);
        inStep("score", "20");
        left("stage", "mql");
        sync();
        stages("", "");
    }

    @Test
    void a_refused_move_does_not_use_up_what_the_criteria_wait_for() {
        policy(Then.REFUSE, Then.REFUSE);
        inStep("stage", "lead", "score", "20");
        bench.left.edit(bench.leftRef(WHO), FakeCrm.fields("stage", "mql", "score", "70"));
        sync();
        stages("lead", "Open");
        right("company", "Acme");
        sync();
        stages("mql", "Qualified");
    }

    @Test
    void an_opportunity_proves_its_stage_whatever_the_gate_says() {
        policy(Then.REFUSE, Then.REFUSE);
        inStep("stage", "lead");
        bench.right.fact(bench.rightRef(WHO), StageFact.OPPORTUNITY);
        right("stage", "Opportunity");
        sync();
        stages("opportunity", "Opportunity");
        assertThat(illegal()).isEmpty();
    }

    @Test
    void a_gate_that_may_be_passed_lets_pass_and_notes_also_what_is_skipped() {
        policy(Then.REFUSE, Then.ALLOW);
        inStep("stage", "lead");
        left("stage", "sql");
        sync();
        stages("sql", "Qualified");
        assertThat(bench.books.journal())
                .filteredOn(l -> l.event() == Event.PAST_GATE)
                .extracting(JournalLine::note)
                .containsExactly("mql: company is known");
    }

    @Test
    void a_refused_move_is_not_followed_while_it_cannot_be_undone() {
        policy(Then.REFUSE, Then.REFUSE);
        inStep("stage", "lead");
        left("stage", "mql");
        bench.left.mishaps().refuse(c -> c instanceof WriteCommand.Update, FailureKind.BUSY, "Locked.");
        sync();
        right("title", "an edit of the other side");
        sync();
        stages("mql", "Open");
        bench.left.mishaps().heal();
        sync();
        stages("lead", "Open");
        assertThat(illegal()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void a_death_at_any_write_changes_nothing_of_it(int nth) {
        Fuse fuse = new Fuse();
        bench.ledger(fuse::in);
        policy(Then.ESCALATE, Then.REFUSE);
        inStep("stage", "lead");
        left("stage", "mql");
        for (boolean after : new boolean[] {false, true}) {
            fuse.dieAt(nth, after);
            try {
                bench.sync();
            } catch (Killed e) {
                bench.clock.advance(Duration.ofSeconds(1));
            }
        }
        fuse.live();
        sync();
        stages("lead", "Open");
        assertThat(bench.leftText(WHO, "mql_at")).isEmpty();
    }
}
