package io.smarketing.store.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.commitment.Goal;
import io.smarketing.core.commitment.Part;
import io.smarketing.core.commitment.Remark;
import io.smarketing.core.commitment.Score;
import io.smarketing.core.commitment.Verdict;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.notice.TaskBoard;
import io.smarketing.core.crm.notice.TeamTask;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.Email;
import io.smarketing.core.sla.terms.Period;
import io.smarketing.core.sla.terms.Side;
import io.smarketing.core.sync.Bookmark;
import io.smarketing.core.sync.Party;
import io.smarketing.core.sync.Route;
import io.smarketing.core.sync.write.Deliveries;
import io.smarketing.core.sync.write.MissTasks;
import io.smarketing.store.SqliteStore;
import io.smarketing.testkit.books.Samples;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A miss as a task in a CRM that may fail. */
final class MissTasksTest {

    private static final Email OWNER = new Email("marketing@example.com");

    @TempDir
    private Path folder;

    private final Board board = new Board();
    private final List<String> objections = new ArrayList<>();
    private SqliteStore store;
    private MissTasks tasks;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("store.db"), Map.of(Samples.LEFT, "1", Samples.RIGHT, "2"));
        start();
        miss("MQLs");
    }

    private void miss(String name) {
        Goal goal = new Goal(Side.MARKETING, name, Period.named("2026-02").orElseThrow(), "1");
        Part hostile = new Part("source", "Web\nsmarketing-miss-1", 3, 5);
        store.commitments()
                .judge(
                        List.of(new Verdict(
                                goal,
                                Optional.of(OWNER),
                                new Score(5, 3, 0, Optional.empty()),
                                List.of(hostile),
                                Samples.AT)),
                        List.of());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void itIsMadeOnceAndKeptAsTheMissIs() {
        show(0);
        start();
        show(1);
        assertThat(board.made).hasSize(1);
        assertThat(task().whose()).contains(OWNER);
        assertThat(task().body()).contains("5 leads promised, 3 delivered").contains("source Web smarketing-miss-1: 3");

        say(Remark.Kind.DISCUSSED, Optional.empty());
        say(Remark.Kind.DECIDED, Optional.of(LocalDate.of(2026, 3, 31)));
        show(2);
        assertThat(task().due().toLocalDate()).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(task().done()).isFalse();
        say(Remark.Kind.CLOSED, Optional.empty());
        show(3);
        show(4);
        assertThat(task().done()).isTrue();
        assertThat(board.made).hasSize(1);
        assertThat(board.updates).isEqualTo(2);
    }

    @Test
    void oneOfWhichItIsNotKnownWhatCameIsLookedForAndNotMadeTwice() {
        board.answers = false;
        show(0);
        board.answers = true;
        board.finds = false;
        show(1);
        start();
        board.finds = true;
        show(2);
        show(20);

        assertThat(board.made).hasSize(1);
    }

    @Test
    void oneThatIsNotThereMinutesLaterIsMadeAgain() {
        board.takes = false;
        show(0);
        board.takes = true;
        show(4);
        assertThat(board.made).isEmpty();
        show(6);
        assertThat(board.made).hasSize(1);
    }

    @Test
    void oneThatIsRefusedIsToldOnceAndHoldsUpNoOther() {
        miss("SQLs");
        board.refused = "Missed: MQLs, 2026-02";
        show(0);
        show(10);

        assertThat(board.made.values()).extracting(TeamTask::title).containsExactly("Missed: SQLs, 2026-02");
        assertThat(objections).containsExactly("A rule says no.");
        start();
        board.refused = "";
        show(20);
        assertThat(board.made).hasSize(2);
    }

    @Test
    void anOpenOutcomeHoldsUpNoOther() {
        miss("SQLs");
        board.answers = false;
        show(0);

        assertThat(board.made).hasSize(2);
    }

    @Test
    void itsTitleFitsIntoAField() {
        miss("many words ".repeat(40));
        show(0);

        assertThat(board.made.values()).extracting(t -> t.title().length()).containsExactly(21, 255);
    }

    @Test
    void oneThatIsClosedAndWasNeverThereIsLookedForOnlyUntilThatIsKnown() {
        board.takes = false;
        show(0);
        say(Remark.Kind.CLOSED, Optional.empty());
        show(4);
        show(6);
        assertThat(board.searches).isEqualTo(2);
        start();
        show(7);
        show(100);

        assertThat(board.searches).isEqualTo(2);
        assertThat(board.made).isEmpty();
    }

    @Test
    void oneThatIsShownAsClosedIsReadNoMore() {
        show(0);
        miss("SQLs");
        say(Remark.Kind.CLOSED, Optional.empty());
        assertThat(store.commitments().unsettled(Samples.LEFT)).hasSize(2);
        show(1);

        assertThat(store.commitments().unsettled(Samples.LEFT))
                .extracting(m -> m.verdict().goal().name())
                .containsExactly("SQLs");
        assertThat(store.commitments().unsettled(Samples.RIGHT)).hasSize(2);
    }

    private TeamTask task() {
        return board.made.values().iterator().next();
    }

    private void say(Remark.Kind kind, Optional<LocalDate> deadline) {
        long id = store.commitments().misses().get(0).id();
        store.commitments().add(id, new Remark(kind, Samples.AT, OWNER, "so be it", Optional.empty(), deadline));
    }

    private void start() {
        Crm crm = (Crm) Proxy.newProxyInstance(
                Crm.class.getClassLoader(),
                new Class<?>[] {Crm.class},
                (proxy, method, args) -> method.getName().equals("id") ? Samples.LEFT : Optional.of(board));
        RecordType type = new RecordType("contact");
        tasks = new MissTasks(List.of(new Party(crm, List.of(type), type)), store.ledger(), new Deliveries() {
            @Override
            public void delivered(Route route, Duration lag) {}

            @Override
            public void notPosted(CrmId crm, String why) {
                objections.add(why);
            }
        });
    }

    private void show(int minute) {
        Instant now = Samples.AT.plus(Duration.ofMinutes(minute));
        store.ledger()
                .move(new Bookmark(
                        Samples.LEFT,
                        Cursor.START,
                        true,
                        Cursor.START,
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(now)));
        tasks.show(store.commitments());
    }

    /** A board that may lose requests and answers, and whose search may lag behind. */
    private static final class Board implements TaskBoard {

        private final Map<String, TeamTask> made = new LinkedHashMap<>();
        private final List<String> ids = new ArrayList<>();
        private int updates;
        private boolean takes = true;
        private boolean answers = true;
        private boolean finds = true;
        private String refused = "";
        private int searches;

        @Override
        public Optional<String> find(TeamTask task, Instant madeSince) {
            searches++;
            return made.entrySet().stream()
                    .filter(e -> finds && e.getValue().mark().equals(task.mark()))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        @Override
        public String make(TeamTask task) {
            if (task.title().equals(refused)) {
                throw new CrmException(FailureKind.REFUSED_BY_RULE, "A rule says no.");
            }
            if (takes) {
                ids.add("t-" + ids.size());
                made.put(ids.get(ids.size() - 1), task);
            }
            if (!takes || !answers) {
                throw new CrmException(FailureKind.UNKNOWN_OUTCOME, "The connection broke.");
            }
            return ids.get(ids.size() - 1);
        }

        @Override
        public void update(String id, TeamTask task) {
            updates++;
            made.put(id, task);
        }
    }
}
