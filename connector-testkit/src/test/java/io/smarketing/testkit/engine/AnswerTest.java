package io.smarketing.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.lifecycle.Handoff.Answers;
import io.smarketing.core.person.Person;
import io.smarketing.core.sync.WaveRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What marketing has said to a verdict past the CRMs: both come to show it. */
final class AnswerTest {

    private static final String WHO = "lead-0001@example.com";
    private static final String CHANGE = "No more cold lists";
    private final Bench bench = Funnel.bench();

    /** The field that holds the answer is note. */
    private void rejected() {
        Handoff usual = Funnel.PROMISED;
        Answers answers = new Answers(
                usual.verdict(),
                usual.answers().reason(),
                Optional.of(FieldName.of("note")),
                usual.answers().all());
        bench.rule(Rules.text("note").rule());
        bench.lifecycle(
                Funnel.lifecycle(50),
                new Handoff(
                        usual.from(),
                        answers,
                        usual.grading(),
                        usual.source(),
                        usual.hours(),
                        Map.of(),
                        Handoff.Lookout.FIRST),
                Funnel.own());
        bench.leftPerson(WHO, "company", "Acme", "score", "70");
        sync();
        bench.right.edit(bench.rightRef(WHO), "verdict", "rejected");
        sync();
    }

    private void sync() {
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(30));
    }

    private void answer() {
        Person person = bench.books.everybody().get(0);
        Person answered =
                person.with(person.progress().with(person.progress().handover().answered(Optional.of(CHANGE))));
        bench.books.record(new WaveRecord(List.of(answered), List.of(), Set.of(), Set.of(), List.of(), List.of()));
    }

    /** Has both records looked at. */
    private void touch(String title) {
        bench.left.edit(bench.leftRef(WHO), "title", title);
        sync();
    }

    private void notes(String expected) {
        assertThat(bench.leftText(WHO, "note")).isEqualTo(expected);
        assertThat(bench.rightText(WHO, "note")).isEqualTo(expected);
    }

    @Test
    void both_come_to_show_it_and_what_somebody_makes_of_it_then_stands() {
        rejected();
        answer();
        touch("one");
        notes(CHANGE);
        touch("two");
        assertThat(bench.sync().all().writes()).isZero();

        bench.right.edit(bench.rightRef(WHO), "note", "");
        sync();
        touch("three");
        notes("");
    }

    @Test
    void what_stands_in_a_crm_already_is_carried_and_not_written_over() {
        rejected();
        answer();
        bench.left.edit(bench.leftRef(WHO), "note", "Said in the CRM");
        sync();
        touch("one");
        notes("Said in the CRM");
    }

    @Test
    void a_new_pass_begins_without_it() {
        rejected();
        answer();
        bench.right.edit(bench.rightRef(WHO), "stage", "Parked");
        sync();
        bench.right.edit(bench.rightRef(WHO), "note", "");
        bench.right.edit(bench.rightRef(WHO), "stage", "Qualified");
        sync();
        touch("one");
        assertThat(bench.books.everybody().get(0).progress().handover().answer())
                .isEmpty();
    }
}
