package io.smarketing.daemon.command.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sync.WaveRecord;
import io.smarketing.testkit.books.MemoryBooks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DurationsTest {

    private static final Instant MQL = Instant.parse("2026-01-01T00:00:00Z");
    private final MemoryBooks books = new MemoryBooks();

    @Test
    void nobodyIsNoFigureAtAll() {
        Durations none = Durations.of(books, "mql", "customer");
        assertThat(none.count()).isZero();
        assertThat(none.negative()).isEmpty();
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
        people(24, 48, 96, 240);
        Durations days = Durations.of(books, "mql", "customer");
        assertThat(days.count()).isEqualTo(4);
        assertThat(days.median()).isEqualByComparingTo("3");
        assertThat(days.mean()).isEqualByComparingTo("4.25");
    }

    @Test
    void aCustomerBeforeTheMqlIsShownAndCounted() {
        people(24, -12);
        Durations days = Durations.of(books, "mql", "customer");
        assertThat(days.count()).isEqualTo(2);
        assertThat(days.negative()).hasSize(1);
        assertThat(days.negative().get(0).days()).isEqualByComparingTo("-0.5");
        assertThat(days.mean()).isEqualByComparingTo("0.25");
    }

    private void people(long... hours) {
        List<Person> people = new ArrayList<>();
        for (long h : hours) {
            int n = people.size();
            Progress progress = new Progress("customer", Map.of("mql", MQL, "customer", MQL.plus(Duration.ofHours(h))));
            people.add(
                    new Person(new PersonId(new UUID(0, n)), "key-" + n, Optional.empty(), progress, false, Map.of()));
        }
        books.record(new WaveRecord(people, List.of(), Set.of(), Set.of(), List.of(), List.of()));
    }
}
