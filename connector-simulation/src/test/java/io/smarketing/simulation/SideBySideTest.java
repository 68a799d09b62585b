package io.smarketing.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SideBySideTest {

    @Test
    void whatIsDoneFirstWaitsForWhatBeganBefore() {
        CountDownLatch second = new CountDownLatch(1);
        List<Callable<String>> works = List.of(
                () -> second.await(1, TimeUnit.MINUTES) ? "one" : "nobody is beside it",
                () -> {
                    second.countDown();
                    return "two";
                },
                () -> "three");
        List<String> results = new ArrayList<>();
        try (SideBySide<String> all = new SideBySide<>(2, works.iterator())) {
            while (all.hasNext()) {
                results.add(all.next());
            }
        }
        assertThat(results).containsExactly("one", "two", "three");
    }

    @Test
    void whoeverStopsDoesNotGetThemAllBegun() {
        AtomicInteger begun = new AtomicInteger();
        Iterator<Callable<Integer>> works = IntStream.range(0, 1_000)
                .mapToObj(i -> (Callable<Integer>) begun::incrementAndGet)
                .iterator();
        try (SideBySide<Integer> all = new SideBySide<>(1, works)) {
            assertThat(all.next()).isEqualTo(1);
        }
        assertThat(begun.get()).isLessThan(10);
    }

    @Test
    void whatBreaksDownSaysSoInItsTurn() {
        List<Callable<String>> works = List.of(() -> "fine", () -> {
            throw new IllegalArgumentException("no such field");
        });
        try (SideBySide<String> all = new SideBySide<>(2, works.iterator())) {
            assertThat(all.next()).isEqualTo("fine");
            assertThatThrownBy(all::next)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no such field");
        }
    }
}
