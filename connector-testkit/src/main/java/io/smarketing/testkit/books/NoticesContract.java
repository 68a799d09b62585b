package io.smarketing.testkit.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.notice.Notice;
import io.smarketing.core.crm.notice.Task;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.sync.Posting;
import io.smarketing.core.sync.WaveRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a store must keep of notices: what is to be told, and which events have been. */
public interface NoticesContract {

    StoreLab lab();

    private static Posting posting(CrmId crm, int number, String event, String body) {
        Task task = new Task(Samples.AT.atZone(ZoneId.of("America/New_York")), Optional.of(Samples.email(number)));
        Notice notice = new Notice(
                event,
                Samples.ref(crm, "contact", number),
                "title",
                body,
                Samples.AT.plusMillis(number),
                number % 2 == 0 ? Optional.of(task) : Optional.empty());
        return Posting.of(Samples.id(number), notice);
    }

    private static Posting sent(Posting posting, Instant at) {
        return new Posting(posting.person(), posting.notice(), Optional.of(at), Optional.empty());
    }

    @Test
    default void whatIsToBeToldComesBackAsItWasInItsOrder() {
        List<Posting> all = new ArrayList<>();
        for (String body : Samples.HOSTILE) {
            all.add(posting(Samples.LEFT, all.size(), "z-" + (99 - all.size()), body));
        }
        try (OpenBooks books = lab().open()) {
            books.ledger().outbox().add(all);
            books.ledger().outbox().add(List.of(posting(Samples.RIGHT, 1, "z-1", "of the other side")));
        }
        try (OpenBooks books = lab().open()) {
            assertThat(books.ledger().outbox().open(Samples.LEFT, 1_000)).isEqualTo(all);
            assertThat(books.ledger().outbox().open(Samples.LEFT, 2)).isEqualTo(all.subList(0, 2));
            assertThat(books.ledger().outbox().waiting())
                    .containsOnly(Map.entry(Samples.LEFT, (long) all.size()), Map.entry(Samples.RIGHT, 1L));
        }
    }

    @Test
    default void anEventIsTakenInOnceAlsoAfterItWasTold() {
        Posting first = posting(Samples.LEFT, 1, "e-1", "first");
        Posting again = posting(Samples.LEFT, 1, "e-1", "again");
        try (OpenBooks books = lab().open()) {
            books.ledger().outbox().add(List.of(first, again));
            assertThat(books.ledger().outbox().open(Samples.LEFT, 10)).containsExactly(first);
            books.ledger().outbox().close(List.of(first), List.of(Samples.line(1, Event.TOLD)));
        }
        try (OpenBooks books = lab().open()) {
            books.ledger().outbox().add(List.of(again));
            assertThat(books.ledger().outbox().open(Samples.LEFT, 10)).isEmpty();
            assertThat(books.overview().journal(Samples.line(1, Event.TOLD).person(), 10))
                    .containsExactly(Samples.line(1, Event.TOLD));
        }
    }

    @Test
    default void thatItIsOnItsWayIsKnownAfterARestart() {
        Posting one = posting(Samples.LEFT, 1, "e-1", "one");
        Posting two = posting(Samples.LEFT, 2, "e-2", "two");
        Instant at = Samples.AT.plusMillis(7);
        try (OpenBooks books = lab().open()) {
            books.ledger().outbox().add(List.of(one, two));
            books.ledger().outbox().sending(List.of(one, two), at);
            books.ledger().outbox().unsent(List.of(one));
        }
        try (OpenBooks books = lab().open()) {
            assertThat(books.ledger().outbox().open(Samples.LEFT, 10)).containsExactly(one, sent(two, at));
        }
    }

    @Test
    default void thatItWasNotThereIsKnownUntilItIsSentAgain() {
        Posting one = posting(Samples.LEFT, 1, "e-1", "one");
        Instant at = Samples.AT.plusMillis(7);
        try (OpenBooks books = lab().open()) {
            books.ledger().outbox().add(List.of(one));
            books.ledger().outbox().sending(List.of(one), Samples.AT);
            books.ledger().outbox().missing(List.of(one), at);
        }
        try (OpenBooks books = lab().open()) {
            assertThat(books.ledger().outbox().open(Samples.LEFT, 10))
                    .containsExactly(new Posting(one.person(), one.notice(), Optional.of(Samples.AT), Optional.of(at)));
            books.ledger().outbox().sending(List.of(one), at);
            assertThat(books.ledger().outbox().open(Samples.LEFT, 10)).containsExactly(sent(one, at));
        }
    }

    @Test
    default void whatIsAboutSomebodyWhoIsAnotherIsAboutThatOne() {
        Posting theirs = posting(Samples.LEFT, 2, "e-1", "theirs");
        try (OpenBooks books = lab().open()) {
            books.ledger().record(Samples.wave(Samples.person(1), Samples.person(2)));
            books.ledger().outbox().add(List.of(theirs));
            books.ledger()
                    .record(new WaveRecord(
                            List.of(Samples.person(1)),
                            List.of(Samples.sighting(Samples.LEFT, "contact", 1)),
                            Set.of(),
                            Set.of(),
                            List.of(),
                            List.of(),
                            Map.of(Samples.id(2), Samples.id(1))));
            assertThat(books.ledger().outbox().open(Samples.LEFT, 10))
                    .containsExactly(Posting.of(Samples.id(1), theirs.notice()));
            books.ledger().erase(Set.of(Samples.ref(Samples.LEFT, "contact", 1)));
            assertThat(books.ledger().outbox().open(Samples.LEFT, 10)).isEmpty();
        }
    }

    @Test
    default void whoeverIsErasedIsToldOfNoMore() {
        Posting theirs = posting(Samples.LEFT, 1, "e-1", "theirs");
        Posting others = posting(Samples.LEFT, 2, "e-2", "another's");
        try (OpenBooks books = lab().open()) {
            books.ledger().record(Samples.wave(Samples.person(1), Samples.person(2)));
            books.ledger().record(Samples.seen(Samples.sighting(Samples.LEFT, "contact", 1)));
            books.ledger().outbox().add(List.of(theirs, others));
            books.ledger()
                    .erase(Set.copyOf(
                            Samples.person(1).in(Samples.LEFT).orElseThrow().all()));
            assertThat(books.ledger().outbox().open(Samples.LEFT, 10)).containsExactly(others);
        }
    }
}
