package io.smarketing.testkit.engine;

import static io.smarketing.testkit.crm.FakeType.UNTOLD;
import static io.smarketing.testkit.engine.Bench.LEFT;
import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.merge.MergePolicy.Conflict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A field that a record has and cannot tell for a while: a link to a record that our key has not reached yet. */
final class UntoldTest {

    private static final String WHO = "lead-0001@example.com";
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
