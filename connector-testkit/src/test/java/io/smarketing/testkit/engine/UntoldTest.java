package io.smarketing.testkit.engine;

import static io.smarketing.testkit.crm.FakeType.UNTOLD;
import static io.smarketing.testkit.engine.Bench.LEFT;
import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.FieldSpec.Trait;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.merge.MergePolicy.Conflict;
import io.smarketing.testkit.crm.Call;
import io.smarketing.testkit.crm.FakeType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links: a field that a record cannot tell for a while, since our key has not reached the other one, or that stands beside it. */
final class UntoldTest {

    private static final String WHO = "lead-0001@example.com";
    private static final String OTHER = "lead-0002@example.com";
    private final Bench bench = new Bench();

    @BeforeEach
    void inStepAndThenUntold() {
        bench.rule(Rules.text("city").conflict(Conflict.PREFER, LEFT).rule());
        bench.leftPerson(WHO, "city", "one");
        bench.sync();
        editRight(UNTOLD);
    }

    private void editLeft(String city) {
        bench.left.edit(bench.leftRef(WHO), "city", city);
        bench.sync();
    }

    private void editRight(String city) {
        bench.right.edit(bench.rightRef(WHO), "city", city);
        bench.sync();
    }

    private void cityStandsBeside() {
        for (RecordType type : List.of(Bench.LEAD, Bench.CONTACT)) {
            bench.right.define(type, FakeType.spec("city", FieldType.TEXT, Trait.RELATED));
        }
    }

    @Test
    void whatDidNotComeToStandBesideARecordIsWrittenAgain() {
        cityStandsBeside();
        bench.leftPerson(OTHER, "city", "one");
        bench.right.mishaps().loseAnswer(WriteCommand.Create.class::isInstance);
        bench.right.mishaps().after(Call.WRITE, 1, () -> bench.right.edit(bench.rightRef(OTHER), "city", ""));
        bench.sync();
        assertThat(bench.leftText(OTHER, "city")).isEqualTo("one");
        assertThat(bench.rightText(OTHER, "city")).isEqualTo("one");
    }

    @Test
    void whatStandsBesideARecordOfOursIsEditedBySomebodyElse() {
        cityStandsBeside();
        bench.leftPerson(OTHER, "city", "one");
        bench.right.showLate(Duration.ofMinutes(1));
        bench.round();
        bench.right.edit(bench.rightRef(OTHER), "city", "two");
        bench.clock.advance(Duration.ofMinutes(2));
        bench.sync();
        assertThat(bench.leftText(OTHER, "city")).isEqualTo("two");
    }

    @Test
    void nothingIsCarriedMeanwhile() {
        editLeft("two");
        assertThat(bench.leftText(WHO, "city")).isEqualTo("two");
        assertThat(bench.rightText(WHO, "city")).as("still untold").isEmpty();
        assertThat(bench.round().writes()).isZero();
    }

    @Test
    void whatIsEditedMeanwhileIsHeldAgainstWhatIsToldInTheEnd() {
        editLeft("two");
        editRight("three");
        assertThat(bench.leftText(WHO, "city")).isEqualTo("two");
        assertThat(bench.rightText(WHO, "city")).isEqualTo("two");
        assertThat(bench.books.journal()).extracting(JournalLine::event).contains(Event.CONFLICT);
    }

    @Test
    void whatIsToldInTheEndIsCarriedToWhereNobodyEdited() {
        editRight("three");
        assertThat(bench.leftText(WHO, "city")).isEqualTo("three");
    }
}
