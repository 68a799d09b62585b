package io.smarketing.testkit.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.Email;
import io.smarketing.core.person.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a store must keep of records seen. */
public interface SightingsContract {

    StoreLab lab();

    @Test
    default void aSightingComesBackByReferenceKeyAndEmailAlsoAfterARestart() {
        Sighting linked = Samples.sighting(Samples.LEFT, "contact", 1);
        Sighting stranger = new Sighting(
                Samples.ref(Samples.LEFT, "contact", 2),
                Optional.empty(),
                "",
                Optional.empty(),
                Samples.AT.minusSeconds(9),
                Samples.AT,
                false,
                true);
        try (OpenBooks books = lab().open()) {
            books.ledger().record(Samples.seen(linked, stranger));
        }
        try (OpenBooks books = lab().open()) {
            assertThat(books.people().sightings(List.of(linked.ref(), stranger.ref())))
                    .isEqualTo(Map.of(linked.ref(), linked, stranger.ref(), stranger));
            assertThat(books.people().sightedByKey(Samples.LEFT, List.of(linked.key(), "", "nobody")))
                    .containsExactly(linked);
            assertThat(books.people().sightedByEmail(Samples.LEFT, List.of(Samples.email(1), Samples.email(2))))
                    .containsExactly(linked);
            assertThat(books.people().sightedByKey(Samples.RIGHT, List.of(linked.key())))
                    .isEmpty();
            assertThat(books.people().sightedByEmail(Samples.RIGHT, List.of(Samples.email(1))))
                    .isEmpty();
        }
    }

    @Test
    default void emptyQuestionsHaveEmptyAnswers() {
        try (OpenBooks books = lab().open()) {
            books.ledger().record(Samples.seen(Samples.sighting(Samples.LEFT, "contact", 1)));
            assertThat(books.people().sightings(List.of())).isEmpty();
            assertThat(books.people().sightedByKey(Samples.LEFT, List.of())).isEmpty();
            assertThat(books.people().sightedByEmail(Samples.LEFT, List.of())).isEmpty();
            assertThat(books.ledger().parked(List.of())).isEmpty();
        }
    }

    @Test
    default void theSameIdOfAnotherTypeOrCrmIsAnotherRecord() {
        Sighting lead = Samples.sighting(Samples.RIGHT, "lead", 7);
        Sighting contact = Samples.sighting(Samples.RIGHT, "contact", 7);
        Sighting far = Samples.sighting(Samples.LEFT, "contact", 7);
        try (OpenBooks books = lab().open()) {
            books.ledger().record(Samples.seen(lead, contact, far));
            assertThat(books.people().sightings(List.of(contact.ref()))).isEqualTo(Map.of(contact.ref(), contact));
            assertThat(books.people().sightings(List.of(lead.ref(), contact.ref(), far.ref())))
                    .hasSize(3);
            assertThat(books.people().sighted(Samples.RIGHT)).isEqualTo(2);
            assertThat(books.people().sighted(Samples.LEFT)).isOne();
        }
    }

    @Test
    default void aLaterSightingOfTheRecordReplacesTheEarlierOneAsAWhole() {
        Sighting before = Samples.sighting(Samples.LEFT, "contact", 1);
        Sighting after = new Sighting(
                before.ref(),
                Optional.empty(),
                "",
                Optional.of(new Email("new@example.com")),
                before.createdAt(),
                before.stamp().plusSeconds(1),
                false,
                true);
        try (OpenBooks books = lab().open()) {
            books.ledger().record(Samples.seen(before));
            books.ledger().record(Samples.seen(after));
            assertThat(books.people().sightings(List.of(before.ref()))).containsValue(after);
            assertThat(books.people().sightedByKey(Samples.LEFT, List.of(before.key())))
                    .isEmpty();
            assertThat(books.people().sightedByEmail(Samples.LEFT, List.of(Samples.email(1))))
                    .isEmpty();
            assertThat(books.people().sightedByEmail(Samples.LEFT, List.of(new Email("NEW@example.com "))))
                    .containsExactly(after);
        }
    }

    @Test
    default void aTombstoneIsFoundByItsReferenceOnly() {
        Sighting live = Samples.sighting(Samples.LEFT, "contact", 1);
        Sighting dead = new Sighting(
                live.ref(), live.person(), live.key(), live.email(), live.createdAt(), live.stamp(), true, false);
        try (OpenBooks books = lab().open()) {
            books.ledger().record(Samples.seen(live, Samples.sighting(Samples.LEFT, "contact", 2)));
            books.ledger().record(Samples.seen(dead));
            assertThat(books.people().sightings(List.of(live.ref()))).containsValue(dead);
            assertThat(books.people().sightedByKey(Samples.LEFT, List.of(live.key())))
                    .isEmpty();
            assertThat(books.people().sightedByEmail(Samples.LEFT, List.of(Samples.email(1))))
                    .isEmpty();
            assertThat(books.people().sighted(Samples.LEFT)).isOne();
            books.ledger().record(Samples.seen(live));
            assertThat(books.people().sightedByKey(Samples.LEFT, List.of(live.key())))
                    .containsExactly(live);
        }
    }

    @Test
    default void oneAddressMayStandOnSeveralRecords() {
        List<Sighting> same = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            Sighting s = Samples.sighting(Samples.RIGHT, number == 3 ? "contact" : "lead", number);
            same.add(new Sighting(
                    s.ref(), s.person(), s.key(), Optional.of(Samples.email(9)), s.createdAt(), s.stamp(), true, true));
        }
        try (OpenBooks books = lab().open()) {
            books.ledger().record(Samples.seen(same.toArray(Sighting[]::new)));
            assertThat(books.people().sightedByEmail(Samples.RIGHT, List.of(Samples.email(9))))
                    .containsExactlyInAnyOrderElementsOf(same);
        }
    }

    @Test
    default void hostileTextsAreAddressesLikeAnyOther() {
        try (OpenBooks books = lab().open()) {
            List<Email> emails = Samples.HOSTILE.stream()
                    .filter(t -> !t.startsWith("cut off"))
                    .map(Email::new)
                    .toList();
            for (int i = 0; i < emails.size(); i++) {
                Sighting s = Samples.sighting(Samples.LEFT, "contact", i);
                books.ledger()
                        .record(Samples.seen(new Sighting(
                                s.ref(),
                                s.person(),
                                s.key(),
                                Optional.of(emails.get(i)),
                                s.createdAt(),
                                s.stamp(),
                                true,
                                true)));
            }
            for (int i = 0; i < emails.size(); i++) {
                assertThat(books.people().sightedByEmail(Samples.LEFT, List.of(emails.get(i))))
                        .extracting(Sighting::ref)
                        .containsExactly(Samples.ref(Samples.LEFT, "contact", i));
            }
        }
    }

    @Test
    default void thousandsOfReferencesAreAskedForAtOnce() {
        try (OpenBooks books = lab().open()) {
            books.ledger().record(Samples.load(0, 1_500));
            List<RecordRef> refs = IntStream.range(0, 2_000)
                    .mapToObj(n -> n % 2 == 0
                            ? Samples.ref(Samples.LEFT, "contact", n)
                            : Samples.ref(Samples.RIGHT, "lead", n))
                    .toList();
            assertThat(books.people().sightings(refs)).containsOnlyKeys(refs.subList(0, 1_500));
            List<Email> emails =
                    IntStream.range(0, 2_000).mapToObj(Samples::email).toList();
            assertThat(books.people().sightedByEmail(Samples.RIGHT, emails)).hasSize(1_500);
        }
    }
}
