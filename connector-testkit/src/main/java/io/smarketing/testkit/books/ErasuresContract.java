package io.smarketing.testkit.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.person.Sighting;
import io.smarketing.core.person.Traces;
import io.smarketing.core.sync.WaveRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a store must do with people who are to be erased. */
public interface ErasuresContract {

    /** The record that was deleted for privacy: somebody's second one. */
    RecordRef DELETED = Samples.ref(Samples.LEFT, "contact", 100_001);

    StoreLab lab();

    @Test
    default void whatIsAskedForIsKnownAfterARestartUntilItIsDone() {
        try (OpenBooks books = lab().open()) {
            books.ledger().askErasure(Set.of(DELETED));
            books.ledger().askErasure(Set.of(DELETED));
            books.ledger().askErasure(Set.of());
        }
        try (OpenBooks again = lab().open()) {
            assertThat(again.ledger().erasuresAsked()).containsExactly(DELETED);
            assertThat(again.ledger().erase(Set.of(DELETED))).containsExactly(DELETED);
            assertThat(again.ledger().erasuresAsked()).isEmpty();
            assertThat(again.people().erased(new Traces(Set.of(DELETED), Set.of(), Set.of())))
                    .isEqualTo(new Traces(Set.of(DELETED), Set.of(), Set.of()));
        }
    }

    @Test
    default void nothingIsLeftOfThePersonAndOfNobodyElseIsAnythingLost() {
        try (OpenBooks books = lab().open()) {
            books.ledger().record(everythingAbout(1));
            books.ledger().record(everythingAbout(2));
            books.ledger()
                    .intend(List.of(
                            Samples.create(books.ledger().nextIntentId(), Samples.person(1), Fields.NONE),
                            Samples.create(books.ledger().nextIntentId(), Samples.person(2), Fields.NONE)));
            assertThat(books.ledger().erase(Set.of(DELETED)))
                    .containsExactlyInAnyOrder(
                            DELETED,
                            Samples.ref(Samples.LEFT, "contact", 1),
                            Samples.ref(Samples.RIGHT, "lead", 1),
                            Samples.ref(Samples.RIGHT, "contact", 1));
            assertThat(known(books, 1)).isZero();
            assertThat(known(books, 2)).isEqualTo(6);
        }
    }

    private static WaveRecord everythingAbout(int number) {
        Person person = Samples.fullPerson(number, List.of("a value"));
        return new WaveRecord(
                List.of(person),
                List.of(
                        Samples.sighting(Samples.LEFT, "contact", number),
                        second(number),
                        Samples.sighting(Samples.RIGHT, "lead", number),
                        Samples.sighting(Samples.RIGHT, "contact", number).buried()),
                Set.of(),
                Set.of(),
                List.of(Samples.parked(number, "company", FailureKind.INVALID_VALUE)),
                List.of(Samples.line(number, Event.UPDATED, "company")));
    }

    private static Sighting second(int number) {
        Sighting second = Samples.sighting(Samples.LEFT, "contact", 100_000 + number);
        return new Sighting(
                second.ref(),
                Optional.of(Samples.id(number)),
                "",
                Optional.of(new Email("second-" + number + "@example.com")),
                second.createdAt(),
                second.stamp(),
                true,
                true);
    }

    /** In how many places that person is known. */
    private static int known(OpenBooks books, int number) {
        int places = books.people().people(Set.of(Samples.id(number))).size();
        places += books.people()
                .sightedByEmail(Samples.LEFT, Set.of(Samples.email(number)))
                .size();
        places += books.people().tombstones(Samples.id(number)).size();
        places += books.ledger()
                .parked(Set.of(Samples.ref(Samples.LEFT, "contact", number)))
                .size();
        places += books.overview().journal(Samples.id(number), 9).size();
        places += (int) books.ledger().openIntents().stream()
                .filter(i -> i.after().id().equals(Samples.id(number)))
                .count();
        return places;
    }

    @Test
    default void theirTracesAreKnownForEver() {
        try (OpenBooks books = lab().open()) {
            books.ledger().record(everythingAbout(1));
            books.ledger().record(everythingAbout(2));
            books.ledger().erase(Set.of(DELETED));
        }
        try (OpenBooks again = lab().open()) {
            Traces asked = new Traces(
                    Set.of(Samples.ref(Samples.RIGHT, "lead", 1), Samples.ref(Samples.RIGHT, "lead", 2)),
                    Set.of("left-1-1", "left-1-2", Samples.email(1).address()),
                    Set.of(
                            new Email("LEAD-0001@example.com "),
                            Samples.email(2),
                            new Email("second-1@example.com"),
                            new Email("left-1-1")));
            assertThat(again.people().erased(asked))
                    .isEqualTo(new Traces(
                            Set.of(Samples.ref(Samples.RIGHT, "lead", 1)),
                            Set.of("left-1-1"),
                            Set.of(Samples.email(1), new Email("second-1@example.com"))));
            assertThat(again.people().erased(Traces.NONE)).isEqualTo(Traces.NONE);
        }
    }

    @Test
    default void whoeverBearsTheAddressGoesTooAndMayComeBackByAnother() {
        try (OpenBooks books = lab().open()) {
            books.ledger().record(everythingAbout(1));
            books.ledger().record(everythingAbout(2));
            Sighting stranger = bearing(4, Optional.empty(), Samples.email(1));
            Sighting sharing = bearing(5, Optional.of(Samples.id(2)), Samples.email(1));
            books.ledger().record(Samples.seen(stranger, sharing));
            RecordRef theirOwn = Samples.ref(Samples.RIGHT, "lead", 2);
            assertThat(books.ledger().erase(Set.of(DELETED)))
                    .contains(stranger.ref(), sharing.ref())
                    .doesNotContain(theirOwn);
            assertThat(books.people().sightings(Set.of(stranger.ref(), sharing.ref(), theirOwn)))
                    .isEmpty();
            assertThat(books.people().people(Set.of(Samples.id(2)))).isEmpty();
            Traces others = new Traces(Set.of(theirOwn), Set.of("left-1-2"), Set.of(Samples.email(2)));
            assertThat(books.people().erased(others)).isEqualTo(Traces.NONE);
        }
    }

    private static Sighting bearing(int number, Optional<PersonId> person, Email email) {
        Sighting seen = Samples.sighting(Samples.RIGHT, "lead", number);
        return new Sighting(seen.ref(), person, "", Optional.of(email), seen.createdAt(), seen.stamp(), true, true);
    }
}
