package io.smarketing.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.NullNode;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.open.Budget;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PacerTest {

    private static final Duration TEN = Duration.ofSeconds(10);

    private final VirtualTime time = new VirtualTime();

    @Test
    void learnsTheLimitFromAnswers() throws InterruptedException {
        Pacer pacer = new Pacer(
                Map.of(Bucket.GENERAL, new Rate(2, TEN)),
                a -> new Limits(OptionalInt.of(190), OptionalLong.empty(), OptionalLong.empty()),
                time.surroundings());
        pacer.learn(Bucket.GENERAL, answer());

        for (int i = 0; i < 190; i++) {
            pacer.start(Bucket.GENERAL, Lane.FIELDS).ended();
        }

        assertThat(time.passed()).isZero();
    }

    @Test
    void bucketsAreCountedApartAndOneWithoutARateIsFree() throws InterruptedException {
        Pacer pacer = pacer(time, 1);
        pacer.start(Bucket.GENERAL, Lane.FIELDS).ended();
        pacer.start(Bucket.SEARCH, Lane.FIELDS).ended();
        pacer.start(Bucket.SEARCH, Lane.FIELDS).ended();
        assertThat(time.passed()).isZero();

        pacer.start(Bucket.GENERAL, Lane.FIELDS).ended();
        assertThat(time.passed()).isBetween(TEN, TEN.plusMillis(100));
    }

    @Test
    void aPauseHoldsEveryCallerBack() throws InterruptedException {
        Pacer pacer = pacer(time, 5);
        pacer.hold(Bucket.GENERAL, asks(FailureKind.THROTTLED, Duration.ofSeconds(4)));

        pacer.start(Bucket.GENERAL, Lane.FIELDS).ended();

        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void aPauseAfterTooManySearchesLeavesOtherCallsAlone() throws InterruptedException {
        Pacer pacer = pacer(time, 5);
        pacer.hold(Bucket.SEARCH, asks(FailureKind.THROTTLED, Duration.ofSeconds(4)));

        pacer.start(Bucket.GENERAL, Lane.FIELDS).ended();

        assertThat(time.passed()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureKind.class,
            names = {"UNREACHABLE", "QUOTA_USED_UP"})
    void aLongPauseOfTheWholeCrmIsHandedUpToEveryCaller(FailureKind kind) throws InterruptedException {
        Pacer pacer = pacer(time, 5);
        pacer.hold(Bucket.GENERAL, asks(kind, Duration.ofHours(3)));
        time.advance(Duration.ofHours(1));

        for (Bucket bucket : Bucket.values()) {
            assertThatThrownBy(() -> pacer.start(bucket, Lane.STAMPS)).isInstanceOfSatisfying(CrmException.class, e -> {
                assertThat(e.kind()).isEqualTo(kind);
                assertThat(e.waitFor()).contains(Duration.ofHours(2));
            });
        }
        assertThat(pacer.use().calls()).isZero();
        time.advance(Duration.ofHours(2));
        pacer.start(Bucket.SEARCH, Lane.FIELDS).ended();
    }

    @Test
    void whatOneBucketTellsIsNotTakenForAnother() throws InterruptedException {
        Pacer pacer = new Pacer(
                Map.of(Bucket.GENERAL, new Rate(1, TEN), Bucket.LINKS, new Rate(1, TEN)),
                a -> new Limits(OptionalInt.of(190), OptionalLong.empty(), OptionalLong.empty()),
                time.surroundings());
        pacer.learn(Bucket.LINKS, answer());

        pacer.start(Bucket.GENERAL, Lane.FIELDS).ended();
        pacer.start(Bucket.LINKS, Lane.FIELDS).ended();
        assertThat(time.passed()).isZero();
        pacer.start(Bucket.LINKS, Lane.FIELDS).ended();
        pacer.start(Bucket.GENERAL, Lane.FIELDS).ended();

        assertThat(time.passed()).isBetween(TEN, TEN.plusMillis(100));
    }

    @Test
    void lanesStopOneAfterTheOtherAtOurShareOfTheDay() throws InterruptedException {
        Budget hundredOfThousand = new Budget(0.1, 0, OptionalLong.of(1_000));
        Pacer pacer = new Pacer(Map.of(), a -> Limits.UNTOLD, time.surroundings(hundredOfThousand, Runnable::run));
        use(pacer, Lane.BACKFILL, 60);
        assertUsedUp(pacer, Lane.BACKFILL);
        use(pacer, Lane.FIELDS, 30);
        assertUsedUp(pacer, Lane.FIELDS);
        use(pacer, Lane.FEEDBACK, 5);
        assertUsedUp(pacer, Lane.FEEDBACK);
        use(pacer, Lane.STAMPS, 5);
        assertUsedUp(pacer, Lane.STAMPS);
        assertThat(pacer.use().calls()).isEqualTo(100);

        time.advance(Duration.ofHours(25));
        use(pacer, Lane.BACKFILL, 60);
    }

    @Test
    void leavesTheFloorToOthersAndAsksAgainLater() throws InterruptedException {
        Budget floor = new Budget(1, 100, OptionalLong.empty());
        Pacer pacer = new Pacer(
                Map.of(),
                a -> new Limits(OptionalInt.empty(), OptionalLong.of(950), OptionalLong.of(1_000)),
                time.surroundings(floor, Runnable::run));
        use(pacer, Lane.STAMPS, 1);
        pacer.learn(Bucket.GENERAL, answer());

        assertUsedUp(pacer, Lane.STAMPS);
        time.advance(Duration.ofMinutes(15));
        use(pacer, Lane.STAMPS, 1);
        assertUsedUp(pacer, Lane.STAMPS);
        assertThat(pacer.use().dailyUsed()).hasValue(950);
    }

    @Test
    void aClockThatIsSetBackMakesNobodyWaitLongerThanTheRate() throws InterruptedException {
        Pacer pacer = pacer(time, 1);
        pacer.start(Bucket.GENERAL, Lane.FIELDS).ended();
        time.advance(Duration.ofHours(-1));

        pacer.start(Bucket.GENERAL, Lane.FIELDS).ended();

        assertThat(time.passed().plusHours(1)).isBetween(TEN, TEN.plusMillis(100));
    }

    @Test
    void aClockThatIsSetBackMakesNoPauseLonger() throws InterruptedException {
        Pacer pacer = pacer(time, 5);
        pacer.hold(Bucket.GENERAL, asks(FailureKind.THROTTLED, Duration.ofSeconds(4)));
        time.advance(Duration.ofHours(-1));

        pacer.start(Bucket.GENERAL, Lane.FIELDS).ended();

        assertThat(time.passed().plusHours(1)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void aClockThatIsSetBackDoesNotKeepANewDayFromBeingNoticed() throws InterruptedException {
        Pacer pacer = new Pacer(
                Map.of(),
                a -> new Limits(OptionalInt.empty(), OptionalLong.of(950), OptionalLong.of(1_000)),
                time.surroundings(new Budget(1, 100, OptionalLong.empty()), Runnable::run));
        use(pacer, Lane.STAMPS, 1);
        pacer.learn(Bucket.GENERAL, answer());
        assertUsedUp(pacer, Lane.STAMPS);

        time.advance(Duration.ofDays(-1));

        use(pacer, Lane.STAMPS, 1);
        assertUsedUp(pacer, Lane.STAMPS);
    }

    private static CrmException asks(FailureKind kind, Duration pause) {
        return new CrmException(kind, kind.sentence(), Optional.of(pause));
    }

    private static void use(Pacer pacer, Lane lane, int calls) throws InterruptedException {
        for (int i = 0; i < calls; i++) {
            pacer.start(Bucket.GENERAL, lane).ended();
        }
    }

    private static void assertUsedUp(Pacer pacer, Lane lane) {
        assertThatThrownBy(() -> pacer.start(Bucket.GENERAL, lane)).isInstanceOfSatisfying(CrmException.class, e -> {
            assertThat(e.kind()).isEqualTo(FailureKind.QUOTA_USED_UP);
            assertThat(e.waitFor()).contains(Duration.ofMinutes(15));
        });
    }

    private static Pacer pacer(VirtualTime clock, int limit) {
        return new Pacer(Map.of(Bucket.GENERAL, new Rate(limit, TEN)), a -> Limits.UNTOLD, clock.surroundings());
    }

    private HttpAnswer answer() {
        return new HttpAnswer(200, Map.of(), NullNode.getInstance(), time.instant());
    }
}
