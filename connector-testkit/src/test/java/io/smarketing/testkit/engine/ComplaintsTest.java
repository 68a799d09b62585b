package io.smarketing.testkit.engine;

import static io.smarketing.testkit.engine.Bench.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.FieldName;
import io.smarketing.testkit.crm.Call;
import io.smarketing.testkit.crm.FakeCrm;
import io.smarketing.testkit.crm.FakeHabits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What people complain about where CRMs are kept in step; {@code docs/correctness.md} lists them all. */
final class ComplaintsTest {

    private static final String WHO = "lead-0001@example.com";
    private static final String RENAMED = "lead-0001.renamed@example.com";

    private final Bench bench = new Bench();

    private void inStep() {
        bench.leftPerson(WHO, "company", "Acme", "title", "at first");
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(30));
    }

    private static String text(CrmRecord record, String field) {
        return record.fields().text(FieldName.of(field));
    }

    private static long inStage(FakeCrm crm, String word) {
        return crm.records().stream().filter(r -> text(r, "stage").equals(word)).count();
    }

    @Test
    void bothSidesCountTheSameInAStageAndWhoeverIsMissingIsAsideWithAReason() {
        Bench funnel = Funnel.bench();
        for (int i = 1; i <= 20; i++) {
            funnel.leftPerson("lead-%04d@example.com".formatted(i), "company", "Acme", "score", i <= 12 ? "70" : "20");
        }
        funnel.right
                .mishaps()
                .refuse(
                        c -> c.fields().text(FieldName.of("email")).contains("0003"),
                        FailureKind.REFUSED_BY_RULE,
                        "a rule of the org refuses it");
        funnel.sync();
        assertThat(inStage(funnel.left, "mql")).isEqualTo(11);
        assertThat(inStage(funnel.right, "Qualified")).isEqualTo(11);
        assertThat(funnel.parked())
                .singleElement()
                .satisfies(p -> assertThat(p.toString()).contains("a rule of the org refuses it"));
    }

    @Test
    void whoChangesTheAddressStaysOnePersonInBoth() {
        inStep();
        bench.right.edit(bench.rightRef(WHO), "email", RENAMED);
        bench.sync();
        assertThat(bench.emails(bench.left)).containsExactly(RENAMED);
        bench.left.edit(bench.leftRef(RENAMED), "email", WHO);
        bench.sync();
        assertThat(bench.emails(bench.right)).containsExactly(WHO);
        assertThat(bench.emails(bench.left)).containsExactly(WHO);
    }

    @Test
    void aLinkDoesNotHopToAnotherRecordWithTheSameAddress() {
        inStep();
        RecordRef linked = bench.rightRef(WHO);
        RecordRef twin = bench.right.put(
                LEAD, FakeCrm.fields("email", WHO, "name", "Twin", "company", "Acme", "title", "of the twin"));
        bench.sync();
        bench.left.edit(bench.leftRef(WHO), "title", "edited");
        bench.right.edit(twin, "city", "Ulm");
        bench.sync();
        assertThat(bench.right.records()).hasSize(2);
        for (CrmRecord lead : bench.right.records()) {
            assertThat(text(lead, "title")).isEqualTo(lead.ref().equals(linked) ? "edited" : "of the twin");
        }
        assertThat(bench.leftText(WHO, "city")).isEmpty();
        assertThat(bench.left.records()).hasSize(1);
    }

    @Test
    void anOldFormDoesNotOverwriteWhatTheRepTypedLater() {
        FakeHabits tracked =
                new FakeHabits(true, false, true, true, false, Duration.ofSeconds(1), Duration.ofMinutes(10), 1_000);
        Bench both = new Bench(FakeHabits.THRIFTY, tracked);
        both.leftPerson(WHO, "company", "Acme", "title", "at first");
        both.sync();
        both.clock.advance(Duration.ofMinutes(30));
        both.left.edit(both.leftRef(WHO), "title", "from the form");
        both.clock.advance(Duration.ofMinutes(5));
        both.right.edit(both.rightRef(WHO), "title", "typed by the rep");
        both.sync();
        assertThat(both.leftText(WHO, "title")).isEqualTo("typed by the rep");
        assertThat(both.rightText(WHO, "title")).isEqualTo("typed by the rep");
    }

    @Test
    void anEditThatIsMadeWhileARoundReadsIsCarriedByTheNext() {
        inStep();
        RecordRef lead = bench.rightRef(WHO);
        bench.right.mishaps().after(Call.CHANGES, 1, () -> bench.right.edit(lead, "title", "meanwhile"));
        bench.round();
        assertThat(bench.rightText(WHO, "title")).isEqualTo("meanwhile");
        assertThat(bench.leftText(WHO, "title")).isEqualTo("at first");
        bench.clock.advance(Duration.ofHours(2));
        bench.round();
        assertThat(bench.leftText(WHO, "title")).isEqualTo("meanwhile");
    }

    @Test
    void theFifthEditCrossesAsTheFirstDid() {
        inStep();
        for (int i = 1; i <= 5; i++) {
            bench.clock.advance(Duration.ofMinutes(20));
            bench.left.edit(bench.leftRef(WHO), "title", "edit " + i);
            bench.sync();
            assertThat(bench.rightText(WHO, "title")).isEqualTo("edit " + i);
            bench.right.edit(bench.rightRef(WHO), "city", "city " + i);
            bench.sync();
            assertThat(bench.leftText(WHO, "city")).isEqualTo("city " + i);
        }
    }
}
