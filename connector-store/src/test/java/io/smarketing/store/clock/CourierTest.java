package io.smarketing.store.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.alert.Alert;
import io.smarketing.core.alert.Channel;
import io.smarketing.core.alert.Courier;
import io.smarketing.core.alert.Message;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.notice.Receipt;
import io.smarketing.core.sla.terms.Recipient;
import io.smarketing.core.sla.terms.Recipient.Way;
import io.smarketing.store.SqliteStore;
import io.smarketing.testkit.books.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The courier on a real store. */
final class CourierTest {

    private static final Recipient SALES = Recipient.address("sales@example.com");
    private static final Recipient MARKETING = Recipient.address("marketing@example.com");
    private static final Duration WINDOW = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private SqliteStore store;
    private final Post post = new Post(Way.EMAIL);
    private final Post hook = new Post(Way.WEBHOOK);
    private final List<String> heard = new ArrayList<>();
    private Courier courier;
    private Instant now = Samples.AT;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("store.db"), Map.of(Samples.LEFT, "1", Samples.RIGHT, "2"));
        courier = new Courier(store.alerts(), List.of(post, hook), WINDOW, new Ear());
    }

    /** What is found there was left by an earlier courier. */
    @BeforeEach
    void begin() {
        courier.deliver(now);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatComesWithinAShortTimeIsOneMessageForEachRecipient() {
        add(SALES, 1);
        deliver(0);
        add(SALES, 2, 3);
        add(MARKETING, 1);
        deliver(30);
        assertThat(post.arrived).isEmpty();
        deliver(30);
        deliver(30);

        assertThat(post.arrived)
                .extracting(m -> m.to().to() + " " + m.alerts().size())
                .containsExactly("sales@example.com 3", "marketing@example.com 1");
        assertThat(store.alerts().unsent()).isEmpty();
    }

    @Test
    void anEventIsToldOnceAlsoIfItIsFoundAgain() {
        add(SALES, 1);
        deliver(0);
        deliver(60);
        add(SALES, 1);
        deliver(60);
        deliver(60);

        assertThat(post.arrived).hasSize(1);
    }

    @Test
    void aChannelThatIsDownForDaysLosesNothingAndIsNotPestered() {
        add(SALES, 1);
        deliver(0);
        post.down = true;
        for (int minute = 0; minute < 3 * 24 * 60; minute++) {
            deliver(60);
            if (minute == 600) {
                add(SALES, 2, 3);
            }
        }
        assertThat(post.tries).isLessThan(100);
        post.down = false;
        for (int minute = 0; minute < 70; minute++) {
            deliver(60);
        }

        assertThat(post.arrived).extracting(m -> m.alerts().size()).containsExactly(1, 2);
        assertThat(post.sent.subList(0, post.sent.size() - 1))
                .as("the same message again")
                .containsOnly(post.arrived.get(0).id());
    }

    @Test
    void whoeverRefusesHoldsUpNobodyElseAndIsGivenUpAfterAWeek() {
        post.refused.add(MARKETING);
        add(MARKETING, 1);
        add(SALES, 1);
        deliver(0);
        deliver(60);
        assertThat(post.arrived).extracting(Message::to).containsExactly(SALES);
        assertThat(store.alerts().unsent()).containsOnly(Map.entry(Way.EMAIL, 1L));

        for (int hour = 0; hour < 8 * 24; hour++) {
            deliver(3600);
        }

        assertThat(store.alerts().unsent()).isEmpty();
        assertThat(heard).last().isEqualTo("given up: no such mailbox");
    }

    @Test
    void whoRefusesForTheFirstTimeWhatIsAWeekOldIsAskedOnceMore() {
        post.refused.add(SALES);
        add(SALES, 1);
        deliver(8 * 24 * 3600);
        deliver(60);
        assertThat(heard).containsExactly("later: no such mailbox");

        deliver(60);

        assertThat(heard).last().isEqualTo("given up: no such mailbox");
    }

    @Test
    void whoAsksForPatienceHoldsUpNobodyElseAndIsNeverGivenUp() {
        post.refused.add(MARKETING);
        post.refusal = FailureKind.BUSY;
        add(MARKETING, 1);
        add(SALES, 1);
        deliver(0);
        for (int hour = 0; hour < 8 * 24; hour++) {
            deliver(3600);
        }
        assertThat(post.arrived).extracting(Message::to).containsExactly(SALES);

        post.refused.clear();
        deliver(3600);

        assertThat(post.arrived).extracting(Message::to).containsExactly(SALES, MARKETING);
    }

    @Test
    void aMessageThatTheWebhookWillNotTakeHoldsUpNoOther() {
        add(Recipient.WEBHOOK, 1);
        deliver(0);
        hook.poison = "event-1";
        deliver(60);
        add(Recipient.WEBHOOK, 2);
        deliver(60);
        deliver(60);

        assertThat(hook.arrived).hasSize(1);
        assertThat(store.alerts().unsent()).as("it may be taken later").containsOnly(Map.entry(Way.WEBHOOK, 1L));
        hook.poison = "";
        deliver(3600);
        deliver(60);
        assertThat(hook.arrived).hasSize(2);
    }

    @Test
    void aChannelWithADefectIsDownAndStopsNobody() {
        hook.defect = true;
        add(Recipient.WEBHOOK, 1);
        add(SALES, 1);
        deliver(0);

        deliver(60);
        deliver(3600);

        assertThat(post.arrived).hasSize(1);
        assertThat(heard).last().isEqualTo("later: an error in the program (IllegalArgumentException)");
        assertThat(store.alerts().unsent()).containsOnly(Map.entry(Way.WEBHOOK, 1L));
    }

    @Test
    void whatAnEarlierCourierHasLeftWaitsNoMore() {
        add(SALES, 1);
        deliver(0);
        restart();

        deliver(1);

        assertThat(post.arrived).hasSize(1);
    }

    @Test
    void aRestIsKeptWhoeverIsTheCourierThen() {
        add(SALES, 1);
        deliver(0);
        post.down = true;
        for (int minute = 0; minute < 60; minute++) {
            deliver(60);
        }
        int tries = post.tries;
        restart();
        deliver(60);
        assertThat(post.tries).as("it rests still").isEqualTo(tries);

        post.down = false;
        deliver(3600);
        assertThat(post.arrived).hasSize(1);
        assertThat(store.alerts().pauses()).isEmpty();
    }

    @Test
    void aClockThatIsSetBackMakesNobodyWaitLonger() {
        post.down = true;
        add(SALES, 1);
        deliver(0);
        deliver(60);
        post.down = false;
        restart();

        deliver(-24 * 3600);

        assertThat(post.arrived).hasSize(1);
    }

    @Test
    void aMailboxThatRefusedBeforeTheRestartHasRefusedTwice() {
        post.refused.add(SALES);
        add(SALES, 1);
        deliver(8 * 24 * 3600);
        deliver(60);
        assertThat(heard).containsExactly("later: no such mailbox");
        restart();

        deliver(60);

        assertThat(heard).last().isEqualTo("given up: no such mailbox");
    }

    @Test
    void whoIsKilledBetweenSendingAndNotingItSendsTheSameAgain() {
        add(SALES, 1, 2);
        deliver(0);
        post.killed = true;
        assertThatThrownBy(() -> deliver(60)).hasMessage("killed");
        restart();
        add(SALES, 3);
        deliver(0);
        deliver(60);

        assertThat(post.sent).hasSize(3);
        assertThat(post.sent.get(1)).as("so that its recipient can tell").isEqualTo(post.sent.get(0));
        assertThat(post.arrived).extracting(m -> m.alerts().size()).containsExactly(2, 2, 1);
    }

    @Test
    void aDigestTellsHowManyThereAreOfEachKindAndTheFirstOfThem() {
        add(SALES, IntStream.range(0, 600).toArray());
        deliver(0);
        deliver(60);

        assertThat(post.arrived).extracting(m -> m.alerts().size()).containsExactly(500, 100);
        Message first = post.arrived.get(0);
        assertThat(first.title()).isEqualTo("500 things to know about your leads");
        assertThat(first.text())
                .startsWith("   250  Kind 0\n   250  Kind 1\n\nKind 0\n  Lead: lead-0000@example.com\n\nKind 1\n")
                .endsWith("\n... and 480 more, counted above.\n");
        assertThat(first.text().split("Lead: ", -1)).hasSize(21);
    }

    @Test
    void whatStrangersHaveTypedStaysAText() {
        List<Alert> hostile = new ArrayList<>();
        for (String text : Samples.HOSTILE) {
            hostile.add(new Alert(
                    "e-" + hostile.size(), SALES, Optional.empty(), "Kind", Map.of("Lead", text), Samples.AT));
        }
        store.alerts().add(hostile);
        restart();

        List<Alert> kept =
                store.alerts().next(SALES, 100, Set.of()).orElseThrow().alerts();

        assertThat(kept).isEqualTo(hostile);
        assertThat(kept)
                .allMatch(a -> a.facts().getOrDefault("Lead", "").lines().count() <= 1);
    }

    private void add(Recipient to, int... numbers) {
        store.alerts()
                .add(IntStream.of(numbers)
                        .mapToObj(n -> new Alert(
                                "event-" + n,
                                to,
                                Optional.of(Samples.id(n)),
                                "Kind " + n % 2,
                                Map.of("Lead", Samples.email(n).address()),
                                Samples.AT))
                        .toList());
    }

    private void deliver(int secondsLater) {
        now = now.plusSeconds(secondsLater);
        courier.deliver(now);
    }

    private void restart() {
        store.close();
        open();
    }

    /** Hears what became of messages. */
    private final class Ear implements Courier.Listener {

        @Override
        public void sent(Way way, int alerts) {
            heard.add("sent");
        }

        @Override
        public void notSent(Way way, String why, boolean givenUp) {
            heard.add((givenUp ? "given up: " : "later: ") + why);
        }
    }

    /** A channel that may be down, refuse, or see its sender die. */
    private static final class Post implements Channel {

        private final Way way;
        private final List<Message> arrived = new ArrayList<>();
        private final List<String> sent = new ArrayList<>();
        private final Set<Recipient> refused = new HashSet<>();
        private FailureKind refusal = FailureKind.INVALID_VALUE;
        private String poison = "";
        private boolean defect;
        private boolean down;
        private boolean killed;
        private int tries;

        private Post(Way way) {
            this.way = way;
        }

        @Override
        public Way way() {
            return way;
        }

        @Override
        public Receipt send(Message message) {
            tries++;
            if (defect) {
                throw new IllegalArgumentException("unexpected port");
            }
            if (refused.contains(message.to())
                    || message.alerts().stream().anyMatch(a -> a.event().equals(poison))) {
                return Receipt.failed(refusal, "no such mailbox");
            }
            sent.add(message.id());
            if (down) {
                return Receipt.failed(FailureKind.UNREACHABLE, "nobody answers");
            }
            arrived.add(message);
            if (killed) {
                killed = false;
                throw new AssertionError("killed");
            }
            return Receipt.POSTED;
        }
    }
}
