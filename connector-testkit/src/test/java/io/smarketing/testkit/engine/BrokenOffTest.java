package io.smarketing.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.testkit.crm.Call;
import io.smarketing.testkit.engine.Fuse.Killed;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What a round leaves behind that broke off, or never heard an answer. */
final class BrokenOffTest {
    private static final String WHO = "lead-0001@example.com";
    private static final Predicate<WriteCommand> ALL = c -> true;
    private final Bench bench = new Bench();

    private void inStep() {
        bench.leftPerson(WHO, "title", "one", "company", "Acme");
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(1));
    }

    private void editLeft(String field, String value) {
        bench.left.edit(bench.leftRef(WHO), field, value);
    }

    private void editRight(String field, String value) {
        bench.right.edit(bench.rightRef(WHO), field, value);
    }

    @Test
    void whoWasBeatenIsToldAlsoIfTheAnswerWasLostAndAnotherFieldEditedSince() {
        inStep();
        editRight("title", "two");
        bench.clock.advance(Duration.ofMinutes(1));
        editLeft("title", "three");
        editLeft("city", "Bonn");
        bench.right.mishaps().loseAnswer(ALL);
        bench.right.mishaps().after(Call.WRITE, 1, () -> editRight("city", "Ulm"));
        bench.right.mishaps().before(Call.BY_REFS, 2, bench.right.mishaps()::heal);
        bench.clock.advance(Duration.ofMinutes(1));
        bench.sync();
        bench.right.mishaps().heal();
        bench.sync();
        assertThat(bench.rightText(WHO, "title")).isEqualTo("three");
        assertThat(bench.books.journal())
                .anySatisfy(l -> assertThat(l.event() + " " + l.fields()).isEqualTo("CONFLICT [title]"));
    }

    @Test
    void whatARoundPutAsideThatBrokeOffIsTriedAtTheNextStart() {
        for (int nth = 1; nth <= 6; nth++) {
            Bench other = new Bench();
            Fuse fuse = new Fuse();
            other.ledger(fuse::in);
            other.leftPerson(WHO, "title", "one", "company", "Acme");
            other.sync();
            other.clock.advance(Duration.ofMinutes(1));
            other.right.mishaps().refuse(ALL, FailureKind.REFUSED_BY_RULE, "A rule says no.");
            other.left.edit(other.leftRef(WHO), "title", "two");
            fuse.dieAt(nth, true);
            try {
                other.sync();
            } catch (Killed e) {
                fuse.live();
            }
            other.right.mishaps().heal();
            other.clock.advance(Duration.ofMinutes(1));
            other.sync();
            assertThat(other.rightText(WHO, "title"))
                    .as("killed after commit " + nth)
                    .isEqualTo("two");
        }
    }
}
