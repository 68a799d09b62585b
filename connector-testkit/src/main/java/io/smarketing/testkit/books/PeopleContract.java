package io.smarketing.testkit.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.lead.Email;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a store must keep of people. */
public interface PeopleContract {

    StoreLab lab();

    @Test
    default void aNewBookKnowsNobody() {
        try (OpenBooks books = lab().open()) {
            assertThat(books.people().known()).isZero();
            assertThat(books.people().people(List.of(Samples.id(1)))).isEmpty();
            assertThat(books.people().byKeys(List.of("left-1-1"))).isEmpty();
            assertThat(books.people().people(List.of())).isEmpty();
            assertThat(books.people().byKeys(List.of())).isEmpty();
        }
    }

    @Test
    default void aPersonComesBackAsWasRecordedAlsoAfterARestart() {
        Person full = Samples.fullPerson(1, Samples.HOSTILE);
        try (OpenBooks books = lab().open()) {
            books.ledger().record(Samples.wave(full));
            assertThat(books.people().people(List.of(full.id()))).isEqualTo(Map.of(full.id(), full));
        }
        try (OpenBooks again = lab().open()) {
            assertThat(again.people().people(List.of(full.id()))).isEqualTo(Map.of(full.id(), full));
            assertThat(again.people().byKeys(List.of(full.key()))).isEqualTo(Map.of(full.key(), full));
        }
    }

    @Test
    default void aPersonOfWhomLittleIsKnownComesBackToo() {
        Person bare = new Person(Samples.id(2), "k", Optional.empty(), Progress.NONE, true, Map.of());
        Person half = bare.with(Samples.LEFT, Holding.of(Samples.ref(Samples.LEFT, "contact", 2)));
        try (OpenBooks books = lab().open()) {
            books.ledger().record(Samples.wave(bare));
            assertThat(books.people().people(Set.of(bare.id()))).containsValue(bare);
            books.ledger().record(Samples.wave(half.withPaused(false)));
            assertThat(books.people().people(Set.of(bare.id()))).containsValue(half.withPaused(false));
            assertThat(books.people().known()).isOne();
        }
    }

    @Test
    default void aPersonIsReplacedAsAWhole() {
        Person before = Samples.fullPerson(3, List.of("a", "b"));
        Person after = Samples.person(3).withEmail(Optional.of(new Email("other@example.com")));
        try (OpenBooks books = lab().open()) {
            books.ledger().record(Samples.wave(before));
            books.ledger().record(Samples.wave(after));
            assertThat(books.people().people(List.of(after.id()))).isEqualTo(Map.of(after.id(), after));
            assertThat(books.overview().others()).isEmpty();
            assertThat(books.overview().byStage()).isEqualTo(Map.of("mql", 1L));
        }
    }

    @Test
    default void hostileTextsAreKeysLikeAnyOther() {
        try (OpenBooks books = lab().open()) {
            List<String> keys = Samples.HOSTILE.stream()
                    .filter(t -> !t.startsWith("cut off"))
                    .toList();
            for (int i = 0; i < keys.size(); i++) {
                Person plain = Samples.person(i);
                books.ledger()
                        .record(Samples.wave(new Person(
                                plain.id(), keys.get(i), plain.email(), plain.progress(), false, plain.holdings())));
            }
            for (int i = 0; i < keys.size(); i++) {
                Map<String, Person> found = books.people().byKeys(List.of(keys.get(i)));
                assertThat(found).containsOnlyKeys(keys.get(i));
                assertThat(found.get(keys.get(i)).id()).isEqualTo(Samples.id(i));
            }
        }
    }

    @Test
    default void twoPeopleCannotHaveOneKeyAndNothingOfSuchAWaveIsKept() {
        Person one = Samples.person(1);
        Person other = Samples.person(2);
        Person thief = new Person(other.id(), one.key(), other.email(), other.progress(), false, other.holdings());
        try (OpenBooks books = lab().open()) {
            assertThatThrownBy(() -> books.ledger().record(Samples.wave(one, thief)))
                    .isInstanceOf(RuntimeException.class);
            assertThat(books.people().known()).isZero();
            books.ledger().record(Samples.wave(one, other));
            assertThat(books.people().known()).isEqualTo(2);
        }
    }

    @Test
    default void thousandsAreAskedForAtOnceAndUnknownOnesAreLeftOut() {
        try (OpenBooks books = lab().open()) {
            books.ledger().record(Samples.load(0, 1_000));
            books.ledger().record(Samples.load(1_000, 1_000));
            List<PersonId> ids = IntStream.range(0, 3_000).mapToObj(Samples::id).toList();
            List<String> keys =
                    IntStream.range(0, 3_000).mapToObj(n -> "left-1-" + n).toList();
            assertThat(books.people().people(ids)).hasSize(2_000).containsOnlyKeys(ids.subList(0, 2_000));
            assertThat(books.people().byKeys(keys)).hasSize(2_000).containsOnlyKeys(keys.subList(0, 2_000));
            assertThat(books.people().known()).isEqualTo(2_000);
        }
    }

    @Test
    default void theOverviewCountsStagesAndMeasuresTheTimeBetween() {
        Person backwards = Samples.person(5)
                .with(new Progress("customer", Map.of("mql", Samples.AT, "customer", Samples.AT.minusSeconds(60))));
        try (OpenBooks books = lab().open()) {
            books.ledger().record(Samples.wave(Samples.person(1), Samples.fullPerson(2, List.of()), backwards));
            assertThat(books.overview().people()).isEqualTo(3);
            assertThat(books.overview().byStage()).isEqualTo(Map.of("mql", 1L, "recycled", 1L, "customer", 1L));
            assertThat(books.overview().others()).isEqualTo(Map.of(Samples.LEFT, 1L));
            Map<PersonId, Long> seconds = new java.util.HashMap<>();
            books.overview().durations("mql", "customer", (who, time) -> seconds.put(who, time.toSeconds()));
            assertThat(seconds).isEqualTo(Map.of(backwards.id(), -60L));
            books.overview().durations("mql", "sql", (who, time) -> seconds.put(who, time.toDays()));
            assertThat(seconds).containsEntry(Samples.id(2), 2L).hasSize(2);
        }
    }

    @Test
    default void aStampThatAPersonNoLongerHasCountsNoMore() {
        Person person = Samples.fullPerson(4, List.of());
        try (OpenBooks books = lab().open()) {
            books.ledger().record(Samples.wave(person, Samples.fullPerson(5, List.of())));
            books.ledger().record(Samples.wave(person.with(new Progress("mql", Map.of("mql", Samples.AT)))));
            Map<PersonId, Long> days = new java.util.HashMap<>();
            books.overview().durations("mql", "sql", (who, time) -> days.put(who, time.toDays()));
            assertThat(days).isEqualTo(Map.of(Samples.id(5), 5L));
        }
    }
}
