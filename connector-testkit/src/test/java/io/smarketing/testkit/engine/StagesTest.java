package io.smarketing.testkit.engine;

import static io.smarketing.testkit.engine.Bench.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.StageFact;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.testkit.crm.Call;
import io.smarketing.testkit.crm.FakeCrm;
import io.smarketing.testkit.crm.FakeHabits;
import io.smarketing.testkit.engine.Fuse.Killed;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conversion, stages and their stamps. */
final class StagesTest {
    private static final String WHO = "lead-0001@example.com";
    private static final String START = "2026-03-02T09:00:00Z";
    private final Bench bench = new Bench();

    private void inStep(String... more) {
        bench.leftPerson(WHO, more);
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(30));
        bench.sync();
    }

    @Test
    void aConvertedLeadIsStillTheSamePerson() {
        inStep("company", "Acme", "title", "one", "city", "Bonn");
        RecordRef lead = bench.rightRef(WHO);
        bench.right.convert(lead, "contact");
        bench.sync();
        assertThat(bench.books.everybody()).hasSize(1);
        assertThat(bench.books.everybody().get(0).in(RIGHT).orElseThrow().principal())
                .isEqualTo(bench.rightRef(WHO))
                .isNotEqualTo(lead);
        assertThat(bench.emails(bench.left)).containsExactly(WHO);
        assertThat(bench.leftText(WHO, "title")).isEqualTo("one");
        assertThat(bench.books.journal()).anySatisfy(l -> assertThat(l.event()).isEqualTo(Event.BECAME));
        bench.left.edit(bench.leftRef(WHO), "title", "two");
        bench.right.edit(bench.rightRef(WHO), "city", "Ulm");
        bench.sync();
        assertThat(bench.rightText(WHO, "title")).isEqualTo("two");
        assertThat(bench.leftText(WHO, "city")).isEqualTo("Ulm");
    }

    @Test
    void aBlankOnTheContactIsFilledAndAValueCounts() {
        inStep("company", "Acme", "title", "one", "city", "Bonn");
        RecordRef contact = bench.right.convert(bench.rightRef(WHO), "contact");
        bench.right.edit(contact, FakeCrm.fields("title", "", "city", "Ulm", "company", "Acme Inc"));
        bench.sync();
        assertThat(bench.rightText(WHO, "title")).isEqualTo("one");
        assertThat(bench.leftText(WHO, "city")).isEqualTo("Ulm");
        assertThat(bench.leftText(WHO, "company"))
                .as("read from there, not written")
                .isEqualTo("Acme Inc");
    }

    @Test
    void aFieldThatCannotBeWrittenOnTheContactDriftsOnce() {
        inStep("company", "Acme", "title", "one");
        RecordRef contact = bench.right.convert(bench.rightRef(WHO), "contact");
        bench.right.edit(contact, "company", "");
        bench.sync();
        assertThat(bench.leftText(WHO, "company")).isEqualTo("Acme");
        bench.right.edit(contact, "unmapped", "x");
        bench.sync();
        bench.right.edit(contact, "unmapped", "y");
        assertThat(bench.sync().all().writes()).isZero();
        assertThat(bench.books.leftAlone().get(Event.DRIFT).values()).containsExactly(1L);
    }

    @Test
    void aConversionIsFollowedWhoeverTellsOfItFirst() {
        inStep("company", "Acme", "title", "one");
        bench.right.convert(bench.rightRef(WHO), "contact");
        bench.left.edit(bench.leftRef(WHO), "title", "two");
        bench.sync();
        assertThat(bench.rightText(WHO, "title")).isEqualTo("two");
        assertThat(bench.rightRef(WHO).type()).isEqualTo(Bench.CONTACT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aConversionSurvivesADeathAtAnyWrite(int nth) {
        Fuse fuse = new Fuse();
        bench.ledger(fuse::in);
        inStep("company", "Acme", "title", "one");
        RecordRef contact = bench.right.convert(bench.rightRef(WHO), "contact");
        bench.right.edit(contact, "city", "Ulm");
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
        assertThat(bench.leftText(WHO, "city")).isEqualTo("Ulm");
        assertThat(bench.emails(bench.left)).containsExactly(WHO);
    }

    @Test
    void theFurtherStageOfBothIsWrittenToBothWithItsStamp() {
        inStep("stage", "lead");
        bench.left.edit(bench.leftRef(WHO), "stage", "mql");
        bench.sync();
        String mql = bench.leftText(WHO, "mql_at");
        assertThat(mql).isEqualTo("2026-03-02T09:30:00Z").isEqualTo(bench.rightText(WHO, "mql_at"));
        assertThat(bench.rightText(WHO, "stage")).isEqualTo("Qualified");
        bench.clock.advance(Duration.ofDays(2));
        bench.right.fact(bench.rightRef(WHO), StageFact.OPPORTUNITY);
        bench.sync();
        assertThat(bench.leftText(WHO, "stage")).isEqualTo("opportunity");
        assertThat(bench.rightText(WHO, "stage")).isEqualTo("Opportunity");
        assertThat(bench.leftText(WHO, "opportunity_at"))
                .isEqualTo("2026-03-04T09:30:00Z")
                .isEqualTo(bench.rightText(WHO, "opportunity_at"));
        assertThat(bench.leftText(WHO, "sql_at")).as("skipped").isEmpty();
        assertThat(bench.leftText(WHO, "mql_at")).isEqualTo(mql);
    }

    @Test
    void anEntryOfOurOwnWritingIsNoSourceOfAStamp() {
        inStep();
        bench.left.edit(bench.leftRef(WHO), "stage", "sql");
        bench.sync();
        assertThat(bench.rightText(WHO, "stage")).as("there is no word for sql").isEqualTo("Qualified");
        bench.clock.advance(Duration.ofMinutes(3));
        bench.right.edit(bench.rightRef(WHO), "title", "touched");
        bench.sync();
        assertThat(bench.leftText(WHO, "sql_at")).isNotEmpty();
        assertThat(bench.leftText(WHO, "mql_at")).as("skipped").isEmpty();
    }

    @Test
    void aStageThatIsSetBackIsBroughtForwardAndAStampThatIsEditedIsWrittenAgain() {
        inStep("stage", "mql");
        bench.right.edit(bench.rightRef(WHO), FakeCrm.fields("stage", "Open", "mql_at", "2020-01-01T00:00:00Z"));
        bench.sync();
        assertThat(bench.rightText(WHO, "stage")).isEqualTo("Qualified");
        assertThat(bench.rightText(WHO, "mql_at")).isEqualTo(START);
    }

    @Test
    void aStageWordThatNobodyKnowsIsLeftAlone() {
        inStep("stage", "mql");
        bench.right.edit(bench.rightRef(WHO), "stage", "Nurture");
        assertThat(bench.sync().all().writes()).isZero();
        assertThat(bench.rightText(WHO, "stage")).isEqualTo("Nurture");
    }

    @Test
    void theHistoryTellsWhenAStageWasEnteredAndIsAskedOnce() {
        bench.leftPerson(WHO, "stage", "mql");
        bench.clock.advance(Duration.ofHours(5));
        bench.sync();
        assertThat(bench.leftText(WHO, "mql_at")).isEqualTo(START);
        assertThat(bench.made(Call.HISTORY)).isEqualTo(1);
        bench.left.edit(bench.leftRef(WHO), "title", "x");
        bench.sync();
        assertThat(bench.made(Call.HISTORY)).isEqualTo(1);
    }

    @Test
    void ofTwoStampsTheEarlierCounts() {
        Bench plain = new Bench(FakeHabits.TALKATIVE, FakeHabits.TALKATIVE);
        plain.leftPerson(WHO, "stage", "mql", "mql_at", "2026-01-05T00:00:00Z");
        plain.rightPerson(WHO, "stage", "Qualified", "mql_at", "2026-01-03T00:00:00Z");
        plain.sync();
        assertThat(plain.leftText(WHO, "mql_at")).isEqualTo("2026-01-03T00:00:00Z");
        assertThat(plain.rightText(WHO, "mql_at")).isEqualTo("2026-01-03T00:00:00Z");
    }
}
