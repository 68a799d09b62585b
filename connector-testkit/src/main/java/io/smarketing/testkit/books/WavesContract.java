package io.smarketing.testkit.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.person.Person;
import io.smarketing.core.sync.Intent;
import io.smarketing.core.sync.Parked;
import io.smarketing.core.sync.WaveRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a store must keep of a wave: its intents, what came of it, what was put aside. */
public interface WavesContract {

    StoreLab lab();

    @Test
    default void anIntentComesBackAfterACrashAndIsErasedByItsWave() {
        Map<FieldName, FieldValue> values = new LinkedHashMap<>();
        Samples.HOSTILE.forEach(t -> values.put(FieldName.of("field " + values.size()), FieldValue.of(t)));
        values.put(FieldName.of("cleared"), FieldValue.BLANK);
        Person after = Samples.fullPerson(1, Samples.HOSTILE);
        Intent create;
        Intent update;
        try (OpenBooks books = lab().open()) {
            create = Samples.create(books.ledger().nextIntentId(), after, new Fields(values));
            update = Samples.update(books.ledger().nextIntentId(), Samples.person(2), Fields.NONE);
            books.ledger().intend(List.of(create, update));
        }
        try (OpenBooks books = lab().open()) {
            assertThat(books.ledger().openIntents()).containsExactly(create, update);
            assertThat(books.people().known()).isZero();
            books.ledger().record(answering(List.of(after), create.id()));
            assertThat(books.ledger().openIntents()).containsExactly(update);
        }
        try (OpenBooks books = lab().open()) {
            assertThat(books.ledger().openIntents()).containsExactly(update);
            assertThat(books.people().people(List.of(after.id()))).containsValue(after);
        }
    }

    @Test
    default void intentIdsOnlyGrowAlsoOverARestart() {
        List<Long> ids = new ArrayList<>();
        for (int run = 0; run < 3; run++) {
            try (OpenBooks books = lab().open()) {
                for (int i = 0; i < 1_100; i++) {
                    ids.add(books.ledger().nextIntentId());
                }
            }
        }
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    default void anIntentIdIsUsedOnceAndARefusedCallKeepsNothing() {
        try (OpenBooks books = lab().open()) {
            Intent first = Samples.update(1, Samples.person(1), Fields.of("a", "b"));
            books.ledger().intend(List.of(first));
            Intent fresh = Samples.update(2, Samples.person(2), Fields.NONE);
            assertThatThrownBy(() -> books.ledger().intend(List.of(fresh, first)))
                    .isInstanceOf(RuntimeException.class);
            assertThat(books.ledger().openIntents()).containsExactly(first);
            books.ledger().intend(List.of());
        }
    }

    @Test
    default void aRefusedWaveChangesNothing() {
        Person thief = new Person(
                Samples.id(9),
                Samples.person(1).key(),
                Optional.empty(),
                Samples.person(9).progress(),
                false,
                Map.of());
        Parked aside = Samples.parked(1, "", FailureKind.INVALID_VALUE);
        try (OpenBooks books = lab().open()) {
            books.ledger().record(Samples.wave(Samples.person(1)));
            books.ledger().intend(List.of(Samples.update(1, Samples.person(1), Fields.NONE)));
            books.ledger().record(asideFor(Set.of(), aside));
            WaveRecord wave = new WaveRecord(
                    List.of(thief),
                    List.of(Samples.sighting(Samples.LEFT, "contact", 1)),
                    Set.of(1L),
                    Set.of(aside.source()),
                    List.of(),
                    List.of(Samples.line(1, Event.DRIFT, "a")));
            assertThatThrownBy(() -> books.ledger().record(wave)).isInstanceOf(RuntimeException.class);
            assertThat(books.ledger().openIntents()).hasSize(1);
            assertThat(books.people().sighted(Samples.LEFT)).isZero();
            assertThat(books.ledger().parked(List.of(aside.source()))).containsExactly(aside);
            assertThat(books.overview().leftAlone()).isEmpty();
        }
    }

    @Test
    default void whatIsAsideStandsOncePerRecordTargetAndField() {
        Parked whole = Samples.parked(1, "", FailureKind.MISSING_VALUE);
        Parked field = Samples.parked(1, "company", FailureKind.INVALID_VALUE);
        Parked later = new Parked(
                field.source(),
                field.target(),
                field.field(),
                FailureKind.DUPLICATE,
                Samples.HOSTILE.get(0),
                "attempt-2",
                Samples.AT.plusSeconds(50));
        Parked elsewhere = new Parked(
                whole.source(),
                Samples.LEFT,
                whole.field(),
                whole.kind(),
                whole.sentence(),
                whole.attempt(),
                whole.at());
        try (OpenBooks books = lab().open()) {
            books.ledger().record(asideFor(Set.of(), whole, field));
            books.ledger().record(asideFor(Set.of(), later, elsewhere));
        }
        try (OpenBooks books = lab().open()) {
            RecordRef unknown = Samples.ref(Samples.LEFT, "contact", 99);
            assertThat(books.ledger().parked(List.of(whole.source(), whole.source(), unknown)))
                    .containsExactlyInAnyOrder(whole, later, elsewhere);
            assertThat(books.overview().parkedByCause())
                    .isEqualTo(Map.of(FailureKind.MISSING_VALUE, 2L, FailureKind.DUPLICATE, 1L));
        }
    }

    @Test
    default void whatIsAsideForTheSameCauseAgainIsSoSinceTheFirstTime() {
        Parked first = Samples.parked(1, "company", FailureKind.INVALID_VALUE);
        Parked again = new Parked(
                first.source(),
                first.target(),
                first.field(),
                first.kind(),
                "Another sentence.",
                "attempt-2",
                first.at().plusSeconds(50));
        Parked expected = new Parked(
                again.source(),
                again.target(),
                again.field(),
                again.kind(),
                again.sentence(),
                again.attempt(),
                first.at());
        try (OpenBooks books = lab().open()) {
            books.ledger().record(asideFor(Set.of(), first));
            books.ledger().record(asideFor(Set.of(first.source()), again));
            books.ledger().record(asideFor(Set.of(), again));
            assertThat(books.ledger().parked(List.of(first.source()))).containsExactly(expected);
            assertThat(books.ledger().aside(first.source().crm(), first.at(), Optional.empty(), 9))
                    .as("last tried later")
                    .isEmpty();
            assertThat(books.ledger().aside(first.source().crm(), again.at(), Optional.empty(), 9))
                    .containsExactly(first.source());
        }
    }

    @Test
    default void aRecordIsClearedBeforeItsNewRowsAreAdded() {
        Parked before = Samples.parked(1, "company", FailureKind.INVALID_VALUE);
        Parked after = Samples.parked(1, "phone", FailureKind.INVALID_VALUE);
        Parked neighbour = Samples.parked(2, "", FailureKind.BUSY);
        try (OpenBooks books = lab().open()) {
            books.ledger().record(asideFor(Set.of(), before, neighbour));
            books.ledger().record(asideFor(Set.of(before.source()), after));
            assertThat(books.ledger().parked(List.of(before.source(), neighbour.source())))
                    .containsExactlyInAnyOrder(after, neighbour);
            books.ledger().record(asideFor(Set.of(before.source(), neighbour.source())));
            assertThat(books.overview().parkedByCause()).isEmpty();
        }
    }

    @Test
    default void theOldestThatIsAsideIsShownFirst() {
        try (OpenBooks books = lab().open()) {
            Parked[] rows = new Parked[5];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = Samples.parked(rows.length - i, "", FailureKind.DUPLICATE);
            }
            books.ledger().record(asideFor(Set.of(), rows));
            assertThat(books.overview().parked(2)).containsExactly(rows[4], rows[3]);
            assertThat(books.overview().parked(100)).hasSize(5);
        }
    }

    @Test
    default void whatWasLeftAloneIsCountedPerFieldAndNothingElseIs() {
        try (OpenBooks books = lab().open()) {
            WaveRecord wave = new WaveRecord(
                    List.of(),
                    List.of(),
                    Set.of(),
                    Set.of(),
                    List.of(),
                    List.of(
                            Samples.line(1, Event.DRIFT, "company", "it's \"quoted\""),
                            Samples.line(2, Event.DRIFT, "company"),
                            Samples.line(3, Event.UPDATED, "company", "phone"),
                            Samples.line(3, Event.LEFT_DIFFERENT, "phone"),
                            Samples.line(4, Event.CREATED)));
            books.ledger().record(wave);
            assertThat(books.overview().leftAlone())
                    .isEqualTo(Map.of(
                            Event.DRIFT,
                            Map.of(FieldName.of("company"), 2L, FieldName.of("it's \"quoted\""), 1L),
                            Event.LEFT_DIFFERENT,
                            Map.of(FieldName.of("phone"), 1L)));
        }
    }

    private static WaveRecord answering(List<Person> people, long... intents) {
        Set<Long> ids = new java.util.HashSet<>();
        for (long id : intents) {
            ids.add(id);
        }
        return new WaveRecord(people, List.of(), ids, Set.of(), List.of(), List.of());
    }

    @Test
    default void theSourcesOfWhatIsAsideAreListedInTheirOrder() {
        try (OpenBooks books = lab().open()) {
            Parked[] rows = new Parked[5];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = Samples.parked(rows.length - i, "", FailureKind.BUSY);
            }
            Parked field = Samples.parked(2, "company", FailureKind.INVALID_VALUE);
            books.ledger().record(asideFor(Set.of(), rows));
            books.ledger().record(asideFor(Set.of(), field));
            RecordRef first = rows[4].source();
            var ledger = books.ledger();
            var always = rows[0].at();
            assertThat(ledger.aside(first.crm(), always, Optional.empty(), 2)).containsExactly(first, rows[3].source());
            assertThat(ledger.aside(first.crm(), rows[2].at(), Optional.of(first), 100))
                    .containsExactly(rows[3].source(), rows[2].source());
            assertThat(ledger.aside(field.target(), always, Optional.empty(), 100))
                    .isEmpty();
        }
    }

    private static WaveRecord asideFor(Set<RecordRef> cleared, Parked... rows) {
        return new WaveRecord(List.of(), List.of(), Set.of(), cleared, List.of(rows), List.of());
    }
}
