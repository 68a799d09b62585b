package io.smarketing.testkit.engine;

import static io.smarketing.testkit.engine.Bench.LEFT;
import static io.smarketing.testkit.engine.Bench.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.sync.loop.BlastRadius.Limits;
import io.smarketing.core.sync.plan.Plan;
import io.smarketing.core.sync.plan.Plan.Change;
import io.smarketing.core.sync.plan.Plan.FieldChange;
import io.smarketing.core.sync.plan.Plan.Kind;
import io.smarketing.core.sync.plan.Plan.Writes;
import io.smarketing.core.sync.write.Tally;
import io.smarketing.testkit.crm.Call;
import io.smarketing.testkit.crm.FakeHabits;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PlanTest {
    private static final String WHO = "lead-0001@example.com";
    private final Bench bench = new Bench();

    private static FieldChange change(String field, String before, String after) {
        return new FieldChange(FieldName.of(field), FieldValue.of(before), FieldValue.of(after));
    }

    private List<CrmRecord> everything() {
        return Stream.concat(bench.left.records().stream(), bench.right.records().stream())
                .toList();
    }

    /** The plan, after making sure that nothing was written, and that the round which follows does what it says. */
    private Plan kept(int most) {
        List<CrmRecord> before = everything();
        var people = bench.books.everybody();
        var journal = bench.books.journal();
        int written = bench.made(Call.WRITE);
        Plan plan = bench.plan(most);
        assertThat(bench.made(Call.WRITE)).isEqualTo(written);
        assertThat(everything()).isEqualTo(before);
        assertThat(bench.books.everybody()).isEqualTo(people);
        assertThat(bench.books.journal()).isEqualTo(journal);
        Tally real = bench.round();
        assertThat(plan.writes().values().stream().mapToLong(Writes::created).sum())
                .isEqualTo(real.created().values().stream().mapToLong(n -> n).sum());
        assertThat(plan.writes().values().stream().mapToLong(Writes::updated).sum())
                .isEqualTo(real.updated().values().stream().mapToLong(n -> n).sum());
        assertThat(plan.linked()).isEqualTo(real.linked());
        return plan;
    }

    @Test
    void anEditIsPlannedWithBeforeAndAfter() {
        bench.leftPerson(WHO, "company", "Acme", "city", "Berlin");
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(20));
        bench.left.edit(bench.leftRef(WHO), "city", "Hamburg");
        bench.clock.advance(Duration.ofMinutes(1));
        Plan plan = kept(10);
        Change only = plan.first().get(0);
        assertThat(plan.records()).isEqualTo(1);
        assertThat(only.kind()).isEqualTo(Kind.UPDATE);
        assertThat(only.ref()).contains(bench.rightRef(WHO));
        assertThat(only.fields()).containsExactly(change("city", "Berlin", "Hamburg"));
        assertThat(bench.plan(10).records()).as("after the round").isZero();
    }

    @Test
    void editsOfBothSidesOfOnePersonArePlannedOnce() {
        bench.leftPerson(WHO, "company", "Acme", "city", "Berlin", "title", "CTO");
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(20));
        bench.left.edit(bench.leftRef(WHO), "city", "Hamburg");
        bench.right.edit(bench.rightRef(WHO), "title", "CEO");
        bench.clock.advance(Duration.ofMinutes(1));
        Plan plan = kept(10);
        assertThat(plan.writes()).containsOnlyKeys(LEFT, RIGHT);
        assertThat(plan.first().stream().flatMap(c -> c.fields().stream()))
                .containsExactlyInAnyOrder(change("city", "Berlin", "Hamburg"), change("title", "CTO", "CEO"));
    }

    @Test
    void aFirstLoadIsCountedAndShownInPart() {
        for (int i = 0; i < 30; i++) {
            bench.leftPerson("lead-%04d@example.com".formatted(i), "company", "Acme");
        }
        bench.rightPerson("lead-0003@example.com");
        bench.leftPerson("lead-0004@example.com", "company", "the same address again");
        Plan plan = kept(4);
        assertThat(plan.first()).hasSize(4);
        assertThat(plan.writes().get(RIGHT).created()).isEqualTo(29);
        assertThat(plan.linked()).isEqualTo(1);
    }

    @Test
    void secondRecordsOfAPersonMakeNoFurtherOnes() {
        bench.leftPerson(WHO, "company", "Acme");
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(20));
        bench.leftPerson("lead-0002@example.com", "company", "Acme");
        bench.leftPerson("lead-0002@example.com", "company", "Acme again");
        bench.clock.advance(Duration.ofMinutes(1));
        assertThat(kept(10).writes().get(RIGHT).created()).isEqualTo(1);
    }

    @Test
    void aChangedMappingShowsItsBackfill() {
        bench.leftPerson(WHO, "company", "Acme", "unmapped", "told at last");
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(20));
        assertThat(bench.plan(10).records()).isZero();
        bench.rule(Rules.of("unmapped", FieldType.TEXT).rule());
        Plan plan = kept(10);
        assertThat(plan.first().get(0).fields()).containsExactly(change("unmapped", "", "told at last"));
    }

    @Test
    void aPlanWaitsForAListThatIsNotReady() {
        Bench slow = new Bench(FakeHabits.THRIFTY.withPage(2), FakeHabits.TALKATIVE);
        for (int i = 1; i <= 3; i++) {
            slow.leftPerson("lead-000" + i + "@example.com", "company", "Acme", "unmapped", "told at last");
        }
        slow.sync();
        slow.clock.advance(Duration.ofMinutes(20));
        slow.sync();
        slow.rule(Rules.of("unmapped", FieldType.TEXT).rule());
        slow.left.mishaps().stall(3);

        assertThat(slow.plan(10).records()).isEqualTo(3);
    }

    @Test
    void whatIsParkedIsPlannedOnceThoughAnotherFieldIsEdited() {
        bench.leftPerson(WHO, "company", "Acme", "city", "Berlin");
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(20));
        bench.left.edit(bench.leftRef(WHO), "city", "x".repeat(300));
        bench.sync();
        assertThat(bench.parked()).hasSize(1);
        bench.clock.advance(Duration.ofMinutes(20));
        bench.left.edit(bench.leftRef(WHO), "title", "CEO");
        bench.clock.advance(Duration.ofMinutes(1));
        Plan plan = kept(10);
        assertThat(plan.first().stream().flatMap(c -> c.fields().stream())).containsExactly(change("title", "", "CEO"));
        assertThat(bench.parked()).hasSize(1);
    }

    @Test
    void aDeletionThatWouldBeCarriedOverIsPlanned() {
        bench.carrying(LEFT);
        bench.leftPerson(WHO, "company", "Acme");
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(20));
        bench.left.delete(bench.leftRef(WHO));
        bench.clock.advance(Duration.ofMinutes(1));
        Plan plan = bench.plan(10);
        assertThat(plan.writes().get(RIGHT).deleted()).isEqualTo(1);
        assertThat(plan.first().get(0).ref()).contains(bench.rightRef(WHO));
        assertThat(bench.right.records()).hasSize(1);
    }

    @Test
    void itGoesOnWhereAGuardWouldStopAndSaysSo() {
        for (int i = 0; i < 5; i++) {
            bench.leftPerson("lead-%04d@example.com".formatted(i), "company", "Acme");
        }
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(20));
        for (int i = 0; i < 5; i++) {
            bench.left.edit(bench.leftRef("lead-%04d@example.com".formatted(i)), "city", "Hamburg");
        }
        bench.clock.advance(Duration.ofMinutes(1));
        assertThat(bench.plan(10).stop()).isEmpty();
        bench.limits(new Limits(0.2, 0.2, 1));
        Plan plan = bench.plan(10);
        assertThat(plan.writes().get(RIGHT).updated()).isEqualTo(5);
        assertThat(plan.stop()).hasValueSatisfying(why -> assertThat(why).contains("--allow-changes"));
    }

    @Test
    void stageMovesAreCounted() {
        Bench funnel = Funnel.bench();
        funnel.leftPerson(WHO, "company", "Acme", "score", "20");
        funnel.sync();
        funnel.clock.advance(Duration.ofMinutes(20));
        funnel.left.edit(funnel.leftRef(WHO), "score", "90");
        funnel.clock.advance(Duration.ofMinutes(1));
        assertThat(funnel.plan(10).stages()).containsExactly(java.util.Map.entry("mql", 1L));
    }
}
