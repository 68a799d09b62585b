package io.smarketing.testkit.engine;

import static io.smarketing.testkit.engine.Bench.LEFT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.Cursor;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.sync.loop.BlastRadius.Limits;
import io.smarketing.core.sync.loop.RunGuard;
import io.smarketing.core.sync.loop.SyncListener;
import io.smarketing.core.sync.loop.SyncLoop;
import io.smarketing.testkit.crm.Call;
import io.smarketing.testkit.crm.FakeHabits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Going through everybody once more, beside what the feeds tell. */
final class SweepTest {

    private static final int PEOPLE = 30;
    private static final String SOMEBODY = "lead-0007@example.com";

    private final Bench bench = new Bench(FakeHabits.THRIFTY.withPage(2), FakeHabits.TALKATIVE.withPage(2));

    @BeforeEach
    void thirtyPeopleAreInStep() {
        for (int i = 1; i <= PEOPLE; i++) {
            bench.leftPerson(String.format("lead-%04d@example.com", i), "company", "Acme");
        }
        bench.sync();
        bench.clock.advance(Duration.ofHours(1));
        bench.sync();
    }

    /** A run of a new engine that sweeps what was not listed since then. */
    private SyncLoop.Result sweep(Instant listedBefore) throws Exception {
        SyncLoop loop = new SyncLoop(List.of(bench.open()), bench.clock, SyncListener.NONE);
        loop.sweep(listedBefore);
        return loop.untilInStep(new RunGuard(Limits.DEFAULT));
    }

    private void editUnseen(String email, String city) {
        bench.left.showLate(Duration.ofDays(1));
        bench.left.edit(bench.leftRef(email), "city", city);
        bench.left.showLate(Duration.ZERO);
    }

    @Test
    void anEditThatNoFeedShowedIsFound() throws Exception {
        editUnseen(SOMEBODY, "Bonn");
        assertThat(bench.sync().all().writes()).isZero();
        assertThat(sweep(bench.clock.instant()).all().writes()).isOne();
        assertThat(bench.rightText(SOMEBODY, "city")).isEqualTo("Bonn");
    }

    @Test
    void whatWasListedSinceItWasDueIsNotListedAgain() throws Exception {
        Instant due = bench.clock.instant();
        sweep(due);
        int before = bench.made(Call.CHANGES);
        sweep(due);
        assertThat(bench.made(Call.CHANGES) - before).isLessThan(PEOPLE / 2);
    }

    @Test
    void whatChangesMeanwhileIsNotKeptWaiting() throws Exception {
        bench.left.mishaps().after(Call.CHANGES, 3, () -> bench.left.edit(bench.leftRef(SOMEBODY), "title", "new"));
        int[] whenWritten = {0};
        bench.right
                .mishaps()
                .after(
                        Call.WRITE,
                        1,
                        () -> whenWritten[0] = bench.left.mishaps().made(Call.CHANGES));
        int before = bench.left.mishaps().made(Call.CHANGES);
        sweep(bench.clock.instant());
        int whole = bench.left.mishaps().made(Call.CHANGES) - before;
        assertThat(whenWritten[0] - before).isPositive().isLessThan(whole - 3);
    }

    @Test
    void oneThatBreaksOffGoesOnInTheNextRun() {
        editUnseen("lead-0030@example.com", "Bonn");
        bench.left.mishaps().after(Call.CHANGES, 5, () -> {
            throw new CancellationException("killed");
        });
        assertThatThrownBy(() -> sweep(bench.clock.instant())).isInstanceOf(CancellationException.class);
        assertThat(bench.books.bookmark(LEFT).sweep().orElseThrow()).isNotEqualTo(Cursor.START);
        bench.sync();
        assertThat(bench.books.bookmark(LEFT).sweep()).isEmpty();
        assertThat(bench.rightText("lead-0030@example.com", "city")).isEqualTo("Bonn");
    }

    @Test
    void aListThatIsNotReadyHoldsUpNoRound() throws Exception {
        editUnseen("lead-0030@example.com", "Bonn");
        SyncLoop loop = new SyncLoop(List.of(bench.open()), bench.clock, SyncListener.NONE);
        loop.sweep(bench.clock.instant());
        bench.left.mishaps().stall(1_000);
        int before = bench.left.mishaps().made(Call.CHANGES);

        loop.untilInStep(new RunGuard(Limits.DEFAULT));

        assertThat(bench.left.mishaps().made(Call.CHANGES) - before).isLessThan(10);
        assertThat(loop.isSweeping()).isTrue();
        bench.left.mishaps().heal();
        assertThat(loop.untilInStep(new RunGuard(Limits.DEFAULT)).all().writes())
                .isOne();
        assertThat(loop.isSweeping()).isFalse();
    }

    @Test
    void whoCanWaitSweepsUntilTheEnd() throws Exception {
        editUnseen("lead-0030@example.com", "Bonn");
        SyncLoop loop = new SyncLoop(List.of(bench.open()), bench.clock, SyncListener.NONE);
        loop.sweep(bench.clock.instant());
        bench.left.mishaps().stall(20);

        assertThat(loop.untilSwept(new RunGuard(Limits.DEFAULT)).all().writes()).isOne();

        assertThat(loop.isSweeping()).isFalse();
    }

    @Test
    void aDeletionThatTheFeedHasYetToTellIsStillTold() throws Exception {
        bench.left.delete(bench.leftRef(SOMEBODY));
        sweep(bench.clock.instant());
        assertThat(bench.books.journal()).extracting(JournalLine::event).contains(Event.DELETED);
    }
}
