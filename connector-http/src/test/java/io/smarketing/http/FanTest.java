package io.smarketing.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.failure.CrmException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FanTest {

    @Test
    void givesValuesInOrderAndNeverRunsMoreThanItsWidth() throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(16);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Supplier<Integer>> calls = IntStream.range(0, 500)
                .<Supplier<Integer>>mapToObj(i -> () -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    Thread.onSpinWait();
                    running.decrementAndGet();
                    return i;
                })
                .toList();

        List<Integer> values = new Fan(pool, 4).all(calls);

        pool.shutdown();
        assertThat(pool.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
        assertThat(values).isEqualTo(IntStream.range(0, 500).boxed().toList());
        assertThat(most.get()).isLessThanOrEqualTo(4);
    }

    @Test
    void endsEvenIfTheExecutorNeverRunsAnything() {
        assertThat(new Fan(task -> {}, 4).all(List.of(() -> 1, () -> 2, () -> 3)))
                .containsExactly(1, 2, 3);
    }

    @Test
    void startsNothingAfterAFailureAndThrowsIt() {
        AtomicInteger started = new AtomicInteger();
        List<Supplier<Integer>> calls = List.of(
                () -> 1,
                () -> {
                    throw new IllegalStateException("broken");
                },
                started::incrementAndGet);

        assertThatThrownBy(() -> new Fan(Runnable::run, 4).all(calls)).hasMessage("broken");
        assertThat(started).hasValue(0);
    }

    @Test
    void tellsWhatCameOfEachCall() {
        List<Fan.Outcome<Integer>> outcomes = new Fan(Runnable::run, 4)
                .each(List.of(
                        () -> 1,
                        () -> {
                            throw new IllegalStateException("broken");
                        },
                        () -> 3));

        assertThat(outcomes.get(0).get()).isEqualTo(1);
        assertThat(outcomes.get(1).failure()).get().isInstanceOf(IllegalStateException.class);
        assertThat(outcomes.get(2).get()).isEqualTo(3);
    }

    @Test
    void anInterruptStartsNoFurtherCall() {
        List<Supplier<Integer>> calls = List.of(
                () -> {
                    Thread.currentThread().interrupt();
                    return 1;
                },
                () -> 2);

        List<Fan.Outcome<Integer>> outcomes = new Fan(Runnable::run, 1).each(calls);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcomes.get(0).get()).isEqualTo(1);
        assertThat(outcomes.get(1).failure()).get().isInstanceOf(CrmException.class);
    }
}
