package io.smarketing.testkit.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.sync.Parked;
import io.smarketing.core.sync.WaveRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a store must answer to an operator's questions: about one person, about one cause. */
public interface QuestionsContract {

    StoreLab lab();

    private static WaveRecord journal(JournalLine... lines) {
        return new WaveRecord(List.of(), List.of(), Set.of(), Set.of(), List.of(), List.of(lines));
    }

    @Test
    default void thePersonsJournalComesNewestFirstAndWhole() {
        JournalLine first = Samples.line(1, Event.CREATED, "company", "title, with \"comma\"");
        JournalLine second = new JournalLine(
                Samples.AT.minusSeconds(60),
                first.person(),
                Event.CONFLICT,
                Samples.LEFT,
                Samples.ref(Samples.LEFT, "contact", 1),
                Set.of(),
                Samples.HOSTILE.get(0));
        JournalLine third = Samples.line(1, Event.UPDATED);
        try (OpenBooks books = lab().open()) {
            books.ledger().record(journal(first, Samples.line(2, Event.CREATED)));
            books.ledger().record(journal(second, third));
        }
        try (OpenBooks books = lab().open()) {
            assertThat(books.overview().journal(Samples.id(1), 10)).containsExactly(third, second, first);
            assertThat(books.overview().journal(Samples.id(1), 2)).containsExactly(third, second);
            assertThat(books.overview().journal(Samples.id(3), 10)).isEmpty();
        }
    }

    @Test
    default void whatWasAPersonsRecordIsKnown() {
        try (OpenBooks books = lab().open()) {
            var live = Samples.sighting(Samples.LEFT, "contact", 1);
            var dead = Samples.sighting(Samples.RIGHT, "lead", 1).buried();
            var others = Samples.sighting(Samples.RIGHT, "lead", 2).buried();
            books.ledger().record(Samples.seen(live, dead, others));
            assertThat(books.people().tombstones(Samples.id(1))).containsExactly(dead);
            assertThat(books.people().tombstones(Samples.id(3))).isEmpty();
        }
    }

    @Test
    default void whatIsParkedForOneCauseComesOldestFirst() {
        Parked late = Samples.parked(9, "", FailureKind.INVALID_VALUE);
        Parked early = Samples.parked(2, "company", FailureKind.INVALID_VALUE);
        Parked other = Samples.parked(1, "", FailureKind.DUPLICATE);
        try (OpenBooks books = lab().open()) {
            books.ledger()
                    .record(new WaveRecord(
                            List.of(), List.of(), Set.of(), Set.of(), List.of(late, other, early), List.of()));
            List<Parked> heard = new ArrayList<>();
            books.overview().parked(FailureKind.INVALID_VALUE, 10, heard::add);
            assertThat(heard).containsExactly(early, late);
            heard.clear();
            books.overview().parked(FailureKind.INVALID_VALUE, 1, heard::add);
            books.overview().parked(FailureKind.BUSY, 10, heard::add);
            assertThat(heard).containsExactly(early);
        }
    }
}
