package io.smarketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PacerPropertiesTest {

    private static final Duration TEN = Duration.ofSeconds(10);

    /** Each call comes after a gap, travels for some of its time and arrives anywhere between its start and its end. */
    @Property(tries = 300)
    void neverMoreThanTheLimitArriveInAnyRollingTenSeconds(
            @ForAll @IntRange(min = 1, max = 12) int limit,
            @ForAll @Size(min = 20, max = 80) List<@IntRange(max = 3_000) Integer> gaps,
            @ForAll long seed)
            throws InterruptedException {
        VirtualTime clock = new VirtualTime();
        Pacer pacer = pacer(clock, limit);
        Random random = new Random(seed);
        List<Instant> arrivals = new ArrayList<>();
        for (int gap : gaps) {
            clock.advance(Duration.ofMillis(random.nextBoolean() ? 0 : gap));
            Pacer.Leave leave = pacer.start(Bucket.GENERAL, Lane.FIELDS);
            int travel = random.nextInt(2_000);
            arrivals.add(clock.instant().plusMillis(random.nextInt(travel + 1)));
            clock.advance(Duration.ofMillis(travel));
            leave.ended();
        }
        assertNeverMore(arrivals, limit);
    }

    @Property(tries = 20)
    void holdsForManyThreads(@ForAll @IntRange(min = 3, max = 30) int limit, @ForAll long seed) throws Exception {
        VirtualTime clock = new VirtualTime();
        Pacer pacer = pacer(clock, limit);
        List<Instant> arrivals = Collections.synchronizedList(new ArrayList<>());
        ExecutorService pool = Executors.newFixedThreadPool(6);
        for (int t = 0; t < 6; t++) {
            Random random = new Random(seed + t);
            pool.submit(() -> {
                for (int i = 0; i < 60; i++) {
                    Pacer.Leave leave = pacer.start(Bucket.GENERAL, Lane.FIELDS);
                    arrivals.add(clock.instant());
                    clock.advance(Duration.ofMillis(random.nextInt(200)));
                    leave.ended();
                }
                return true;
            });
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(arrivals).hasSize(360);
        assertNeverMore(new ArrayList<>(arrivals), limit);
    }

    @Property(tries = 100)
    void neverWaitsBelowTheLimit(@ForAll @Size(max = 190) List<@IntRange(max = 60) Integer> gaps)
            throws InterruptedException {
        VirtualTime clock = new VirtualTime();
        Pacer pacer = pacer(clock, 190);
        Duration gone = Duration.ZERO;
        for (int gap : gaps) {
            pacer.start(Bucket.GENERAL, Lane.FIELDS).ended();
            clock.advance(Duration.ofMillis(gap));
            gone = gone.plusMillis(gap);
        }
        assertThat(clock.passed()).isEqualTo(gone);
    }

    private static Pacer pacer(VirtualTime clock, int limit) {
        return new Pacer(Map.of(Bucket.GENERAL, new Rate(limit, TEN)), a -> Limits.UNTOLD, clock.surroundings());
    }

    private static void assertNeverMore(List<Instant> arrivals, int limit) {
        Collections.sort(arrivals);
        for (int i = limit; i < arrivals.size(); i++) {
            assertThat(Duration.between(arrivals.get(i - limit), arrivals.get(i)))
                    .isGreaterThanOrEqualTo(TEN);
        }
    }
}
