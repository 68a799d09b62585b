package io.smarketing.testkit.engine;

import static io.smarketing.testkit.engine.Funnel.PROMISED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.StageFact;
import io.smarketing.core.crm.record.Touch.Kind;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.testkit.crm.Call;
import io.smarketing.testkit.crm.FakeCrm;
import io.smarketing.testkit.engine.Fuse.Killed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FunnelTest {
    private static final String WHO = "lead-0001@example.com";
    private final Bench bench = Funnel.bench();

    private void mql() {
        bench.leftPerson(WHO, "company", "Acme", "score", "70");
        bench.sync();
        pass(10);
    }

    private void pass(int minutes) {
        bench.clock.advance(Duration.ofMinutes(minutes));
    }

    private void left(String field, String value) {
        bench.left.edit(bench.leftRef(WHO), field, value);
    }

    private void right(String... fields) {
        bench.right.edit(bench.rightRef(WHO), FakeCrm.fields(fields));
    }

    private void inBoth(String field, String value) {
        assertThat(bench.leftText(WHO, field)).as("left " + field).isEqualTo(value);
        assertThat(bench.rightText(WHO, field)).as("right " + field).isEqualTo(value);
    }

    private void stages(String onLeft, String onRight) {
        assertThat(bench.leftText(WHO, "stage")).isEqualTo(onLeft);
        assertThat(bench.rightText(WHO, "stage")).isEqualTo(onRight);
    }

    private List<Event> events() {
        return bench.books.journal().stream().map(JournalLine::event).toList();
    }

    @Test
    void criteriaMakeALeadAnMqlWithTheSameStampInBoth() {
        bench.leftPerson(WHO, "company", "Acme", "score", "20");
        bench.sync();
        stages("", "");
        pass(10);
        left("score", "60");
        bench.sync();
        stages("mql", "Qualified");
        inBoth("mql_at", "2026-03-02T09:10:00Z");
        pass(10);
        assertThat(bench.sync().all().writes()).isZero();
    }

    @Test
    void aNewPersonIsJudgedBeforeTheRecordIsMade() {
        mql();
        stages("mql", "Qualified");
        inBoth("mql_at", "2026-03-02T09:00:00Z");
    }

    @Test
    void theJournalTellsOnceHowFarANewPersonHadCome() {
        bench.right.mishaps().refuse(c -> true, FailureKind.BUSY, "Locked.");
        bench.leftPerson(WHO, "company", "Acme", "score", "70");
        bench.sync();
        assertThat(events()).as("nobody is in the book").doesNotContain(Event.STAGE_REACHED);
        bench.right.mishaps().heal();
        pass(10);
        bench.sync();
        assertThat(events()).containsOnlyOnce(Event.STAGE_REACHED);
    }

    @Test
    void aGateHoldsBackCriteriaAndIsNotedWhereAHandPassesIt() {
        bench.leftPerson(WHO, "score", "60");
        bench.sync();
        stages("", "");
        left("stage", "mql");
        bench.sync();
        stages("mql", "Qualified");
        assertThat(events()).contains(Event.PAST_GATE);
    }

    @Test
    void aDetourWhoseAnswerWasLostIsRememberedThoughSomebodyMovedTheStageSince() {
        mql();
        right("verdict", "rejected", "reason", "too early");
        bench.left.mishaps().after(Call.WRITE, 1, () -> {
            left("stage", "sql");
            throw new Killed();
        });
        assertThatThrownBy(bench::sync).isInstanceOf(Killed.class);
        pass(10);
        bench.sync();
        stages("sql", "Qualified");
        inBoth("recycled_at", "");
        assertThat(events()).contains(Event.REJECTED);
    }

    @Test
    void aHandIsNotUndoneByTheSameFacts() {
        mql();
        right("stage", "Parked");
        bench.sync();
        stages("lead", "Parked");
        pass(10);
        left("title", "changed, but no input of the criteria");
        bench.sync();
        stages("lead", "Parked");
        pass(10);
        left("score", "90");
        bench.sync();
        stages("mql", "Qualified");
        inBoth("mql_at", "2026-03-02T09:30:00Z");
        assertThat(events()).contains(Event.LEFT_FUNNEL, Event.CAME_BACK);
    }

    @Test
    void theHandoffIsTimedInWallTimeAndBusinessHours() {
        mql();
        pass(5);
        bench.right.assign(bench.rightRef(WHO));
        bench.sync();
        inBoth("assigned_at", "2026-03-02T09:15:00Z");
        pass(24 * 60);
        bench.left.touch(bench.leftRef(WHO), Kind.CALL);
        pass(1);
        bench.sync();
        inBoth("touched_at", "2026-03-03T09:15:00Z");
        inBoth("touch_minutes", "1455");
        inBoth("touch_business", "495");
        pass(30);
        bench.right.touch(bench.rightRef(WHO), Kind.MEETING);
        bench.sync();
        inBoth("touched_at", "2026-03-03T09:15:00Z");
        assertThat(bench.books.journal())
                .anySatisfy(l -> assertThat(l.note()).isEqualTo("after 1455 min, 495 of them in business hours"));
    }

    @Test
    void salesVerdictReachesMarketingWithWhoAndWhen() {
        mql();
        right("verdict", "accepted", "rating", "4");
        pass(3);
        bench.sync();
        inBoth("verdict", "accepted");
        inBoth("rating", "4");
        inBoth("accepted_at", "2026-03-02T09:10:00Z");
        inBoth("judge", "rep@example.com");
        stages("sql", "Qualified");
        inBoth("sql_at", "2026-03-02T09:13:00Z");
    }

    @Test
    void aVerdictThatAnAppWritesIsItsUsersWhoseAddressStandsBesideIt() {
        mql();
        bench.left.editByApp(bench.leftRef(WHO), FakeCrm.fields("verdict", "accepted", "judge", "rep-2@example.com"));
        pass(3);
        bench.sync();
        inBoth("verdict", "accepted");
        inBoth("judge", "rep-2@example.com");
        pass(3);
        bench.left.editByApp(bench.leftRef(WHO), FakeCrm.fields("verdict", "rejected", "judge", "somebody"));
        bench.sync();
        inBoth("verdict", "rejected");
        assertThat(bench.right.text(bench.rightRef(WHO), "judge")).isEqualTo("rep-2@example.com");
    }

    @Test
    void aRejectedLeadIsRecycledAndComesBackAsANewPass() {
        mql();
        right("verdict", "rejected", "reason", "too early");
        bench.sync();
        stages("lead", "Recycled");
        inBoth("rejected_at", "2026-03-02T09:10:00Z");
        inBoth("recycled_at", "2026-03-02T09:10:00Z");
        inBoth("mql_at", "2026-03-02T09:00:00Z");
        assertThat(bench.sync().all().writes()).isZero();
        pass(60);
        left("score", "95");
        bench.sync();
        stages("mql", "Qualified");
        inBoth("mql_at", "2026-03-02T10:10:00Z");
        inBoth("recycled_at", "");
        inBoth("rejected_at", "");
        inBoth("verdict", "");
        inBoth("reason", "");
        pass(10);
        assertThat(bench.sync().all().writes()).isZero();
        right("verdict", "rejected", "reason", "too early");
        bench.sync();
        stages("lead", "Recycled");
        inBoth("rejected_at", "2026-03-02T10:20:00Z");
    }

    @Test
    void whoOwnedTheLeadWhenItWasSentBackIsTold() {
        mql();
        bench.right.assign(bench.rightRef(WHO));
        right("verdict", "rejected", "reason", "too early");
        bench.sync();
        stages("lead", "Recycled");
        inBoth("assigned_at", "2026-03-02T09:10:00Z");
        assertThat(events()).contains(Event.ASSIGNED, Event.REJECTED);
    }

    @Test
    void anOldOpportunityBringsNobodyBack() {
        mql();
        bench.right.fact(bench.rightRef(WHO), StageFact.OPPORTUNITY);
        bench.sync();
        stages("opportunity", "Opportunity");
        pass(10);
        right("verdict", "rejected", "reason", "too early");
        bench.sync();
        stages("lead", "Recycled");
        pass(10);
        right("title", "edited");
        bench.sync();
        stages("lead", "Recycled");
        pass(10);
        bench.right.fact(bench.rightRef(WHO), StageFact.OPPORTUNITY);
        bench.sync();
        stages("opportunity", "Opportunity");
        inBoth("opportunity_at", "2026-03-02T09:40:00Z");
        inBoth("mql_at", "");
    }

    @Test
    void changedCriteriaAreHeldAgainstEverybody() {
        bench.leftPerson(WHO, "company", "Acme", "score", "40");
        bench.sync();
        stages("", "");
        pass(60);
        bench.lifecycle(Funnel.lifecycle(30), PROMISED, Funnel.own());
        bench.sync();
        stages("mql", "Qualified");
        pass(60);
        assertThat(bench.sync().all().writes()).as("judged once").isZero();
    }

    @Test
    void aLeadOnADetourByItsReasonStaysOutForGood() {
        mql();
        right("verdict", "disqualified", "reason", "no such company");
        bench.sync();
        assertThat(bench.rightText(WHO, "stage")).isEqualTo("Closed");
        assertThat(bench.books.byStage()).containsOnly(java.util.Map.entry("disqualified", 1L));
    }
}
