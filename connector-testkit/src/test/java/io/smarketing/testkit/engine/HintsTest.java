package io.smarketing.testkit.engine;

import static io.smarketing.testkit.engine.Bench.LEFT;
import static io.smarketing.testkit.engine.Bench.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.sync.loop.BlastRadius.GuardStop;
import io.smarketing.core.sync.write.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class HintsTest {
    private static final String WHO = "lead-0001@example.com";
    private static final String OTHER = "lead-0002@example.com";
    private final Bench bench = new Bench();

    private void inStep() {
        bench.leftPerson(WHO, "title", "one", "company", "Acme");
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.sync();
    }

    private Tally hint(RecordRef... refs) {
        try {
            return bench.open().hinted(LEFT, Set.of(refs), bench.guard());
        } catch (GuardStop e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anEditIsCarriedOverThatTheFeedDoesNotShowYet() {
        inStep();
        bench.left.showLate(Duration.ofMinutes(5));
        bench.left.edit(bench.leftRef(WHO), "title", "two");
        assertThat(hint().writes()).as("the feed shows nothing").isZero();
        assertThat(hint(bench.leftRef(WHO)).writes()).isEqualTo(1);
        assertThat(bench.rightText(WHO, "title")).isEqualTo("two");
        bench.clock.advance(Duration.ofMinutes(6));
        assertThat(bench.sync().all().writes()).as("the feed shows it by now").isZero();
    }

    @Test
    void anEditWhoseHintIsLostIsFoundByTheFeed() {
        inStep();
        bench.left.edit(bench.leftRef(WHO), "title", "two");
        bench.sync();
        assertThat(bench.rightText(WHO, "title")).isEqualTo("two");
    }

    @Test
    void somebodyNewIsMadeOnceHoweverOftenTheHintComes() {
        inStep();
        bench.left.showLate(Duration.ofMinutes(5));
        RecordRef fresh = bench.leftPerson(OTHER, "company", "Acme");
        hint(fresh);
        hint(fresh);
        bench.clock.advance(Duration.ofMinutes(6));
        bench.sync();
        assertThat(bench.emails(bench.right)).containsExactly(WHO, OTHER);
    }

    @Test
    void hintsOfWhatIsDeletedOrWasNeverThereDoNoHarm() {
        inStep();
        RecordRef gone = bench.leftRef(WHO);
        bench.left.delete(gone);
        hint(gone, new RecordRef(LEFT, Bench.CONTACT, "999999"));
        bench.sync();
        bench.right.edit(bench.rightRef(WHO), "title", "two");
        assertThat(bench.sync().all().writes()).isZero();
        assertThat(bench.left.records()).isEmpty();
        assertThat(bench.emails(bench.right)).containsExactly(WHO);
    }

    @Test
    void aHintOfOneSideCostsTheOtherNothingIfThereIsNoNews() {
        inStep();
        long before = bench.right.quota().calls();
        hint(bench.leftRef(WHO));
        assertThat(bench.right.quota().calls()).isEqualTo(before);
    }

    @Test
    void duringAFirstLoadHintsWaitForIt() {
        bench.leftPerson(WHO, "company", "Acme");
        bench.rightPerson(OTHER);
        assertThat(hint(bench.leftRef(WHO)).writes()).isZero();
        bench.sync();
        assertThat(List.of(bench.emails(bench.left), bench.emails(bench.right)))
                .allSatisfy(emails -> assertThat(emails).containsExactly(WHO, OTHER));
    }

    @Test
    void theOtherSideMayHintToo() throws GuardStop {
        inStep();
        bench.right.showLate(Duration.ofMinutes(5));
        bench.right.edit(bench.rightRef(WHO), "city", "Ulm");
        bench.open().hinted(RIGHT, Set.of(bench.rightRef(WHO)), bench.guard());
        assertThat(bench.leftText(WHO, "city")).isEqualTo("Ulm");
    }
}
