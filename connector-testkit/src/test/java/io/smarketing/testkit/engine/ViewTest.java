package io.smarketing.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.record.StageFact;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.testkit.crm.FakeCrm;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What marketing knew of a lead when it handed it over, on the record that sales works with. */
final class ViewTest {
    private static final String FIRST = "lead-0001@example.com";
    private static final String SECOND = "lead-0002@example.com";
    private static final String THIRD = "lead-0003@example.com";
    private final Bench bench = Funnel.bench();

    private void person(String email, String score, String source) {
        bench.leftPerson(email, "company", "Acme", "score", score, "source", source);
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(10));
    }

    private void verdict(String email, String... fields) {
        bench.right.edit(bench.rightRef(email), FakeCrm.fields(fields));
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(10));
    }

    private void inBoth(String email, String grade, String record) {
        for (String field : new String[] {"grade", "source_record"}) {
            String wanted = field.equals("grade") ? grade : record;
            assertThat(bench.leftText(email, field)).as("left " + field).isEqualTo(wanted);
            assertThat(bench.rightText(email, field)).as("right " + field).isEqualTo(wanted);
        }
    }

    /** The first load is over. */
    private void running() {
        person("lead-0000@example.com", "1", "Elsewhere");
    }

    @Test
    void theGradeAndTheTrackRecordStandOnTheNewRecord() {
        running();
        person(FIRST, "85", "Web");
        inBoth(FIRST, "A", "Web: nobody handed over before");
        person(SECOND, "79.5", "Web");
        inBoth(SECOND, "B", "Web: 1 handed over, 0 accepted, 0 customers");
        person(THIRD, "50", "");
        inBoth(THIRD, "", "");
    }

    @Test
    void whoBecomesAnMqlLaterIsViewedThen() {
        running();
        person(FIRST, "85", "Web");
        verdict(FIRST, "verdict", "accepted");
        bench.right.fact(bench.rightRef(FIRST), StageFact.WON_OPPORTUNITY);
        bench.sync();
        person(SECOND, "10", "Web");
        inBoth(SECOND, "", "");
        bench.left.edit(bench.leftRef(SECOND), "score", "60");
        bench.sync();
        inBoth(SECOND, "B", "Web: 1 handed over, 1 accepted, 1 customer");
    }

    @Test
    void theViewIsNotTakenAgainInThePassWhateverBecomesOfOthersOrOfTheScore() {
        running();
        person(FIRST, "65", "Web");
        person(SECOND, "65", "Web");
        verdict(FIRST, "verdict", "accepted");
        bench.left.edit(bench.leftRef(SECOND), FakeCrm.fields("score", "95", "source", "Fair"));
        bench.sync();
        inBoth(SECOND, "B", "Web: 1 handed over, 0 accepted, 0 customers");
        bench.clock.advance(Duration.ofMinutes(10));
        assertThat(bench.sync().all().writes()).isZero();
    }

    @Test
    void aNewPassIsViewedAnewAndTheEarlierOneCounts() {
        running();
        person(FIRST, "65", "Web");
        verdict(FIRST, "verdict", "rejected", "reason", "too early");
        inBoth(FIRST, "B", "Web: nobody handed over before");
        bench.left.edit(bench.leftRef(FIRST), "score", "90");
        bench.sync();
        inBoth(FIRST, "A", "Web: 1 handed over, 0 accepted, 0 customers");
        bench.clock.advance(Duration.ofMinutes(10));
        assertThat(bench.sync().all().writes()).isZero();
    }

    @Test
    void aFirstLoadTellsNoTrackRecordButCounts() {
        person(FIRST, "85", "Web");
        inBoth(FIRST, "A", "");
        person(SECOND, "85", "Web");
        inBoth(SECOND, "A", "Web: 1 handed over, 0 accepted, 0 customers");
    }

    @Test
    void whoWasHandedOverBeforeThereWasAViewGetsAGradeAndCounts() {
        Handoff agreed = Funnel.PROMISED;
        Handoff blind = new Handoff(
                agreed.from(), agreed.verdict(), agreed.feedback(), Optional.empty(), Optional.empty(), agreed.hours());
        bench.lifecycle(Funnel.lifecycle(50), blind, Funnel.own());
        running();
        person(FIRST, "85", "Web");
        inBoth(FIRST, "", "");
        bench.lifecycle(Funnel.lifecycle(50), agreed, Funnel.own());
        bench.clock.advance(Duration.ofHours(1));
        assertThat(bench.sync().inStep()).isTrue();
        inBoth(FIRST, "A", "");
        person(SECOND, "85", "Web");
        inBoth(SECOND, "A", "Web: 1 handed over, 0 accepted, 0 customers");
        assertThat(bench.sync().all().writes()).isZero();
    }

    @Test
    void whoIsHandedOverTogetherCountsForNeither() {
        running();
        bench.leftPerson(FIRST, "company", "Acme", "score", "70", "source", "Web");
        person(SECOND, "70", "Web");
        inBoth(FIRST, "B", "Web: nobody handed over before");
        inBoth(SECOND, "B", "Web: nobody handed over before");
    }

    @Test
    void aGradeThatSomebodyOverwritesIsPutRight() {
        running();
        person(FIRST, "85", "Web");
        bench.right.edit(bench.rightRef(FIRST), "grade", "Z");
        bench.sync();
        inBoth(FIRST, "A", "Web: nobody handed over before");
    }
}
