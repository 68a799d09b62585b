package io.smarketing.daemon.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.sync.Route;
import io.smarketing.core.sync.loop.Reading;
import io.smarketing.core.sync.write.Tally;
import io.smarketing.daemon.serve.Condition.Status;
import io.smarketing.testkit.time.SettableTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final CrmId LEFT = new CrmId("left");
    private static final CrmId RIGHT = new CrmId("right");
    private static final Route ROUTE = new Route(LEFT, RIGHT);
    private static final Tally WRITTEN = new Tally(3, Map.of(RIGHT, 3L), Map.of(), 0, 0, Set.of("city"));

    private final SettableTime clock = SettableTime.start();
    private final List<Status> told = new ArrayList<>();
    private final Health health = new Health(clock, (before, now) -> told.add(now.status()));

    private void quietRun() {
        health.began();
        health.listed(ROUTE, 0);
        health.worked(ROUTE, Reading.CHANGES, Tally.NONE);
        health.round(1, Tally.NONE);
        health.rests(Duration.ofSeconds(10));
    }

    @Test
    void startsThenCatchesUpThenIsInStepAndSaysSinceWhen() {
        assertThat(health.condition().status()).isEqualTo(Status.STARTING);
        assertThat(health.isWell()).isTrue();
        health.listed(ROUTE, 3);
        health.worked(ROUTE, Reading.FIRST_LOAD, WRITTEN);
        health.round(1, WRITTEN);
        assertThat(health.condition().status()).isEqualTo(Status.CATCHING_UP);
        quietRun();
        var since = health.condition().since();
        clock.advance(Duration.ofSeconds(30));
        health.began();
        health.round(1, WRITTEN);
        quietRun();
        clock.advance(Duration.ofSeconds(5));

        assertThat(told).containsExactly(Status.CATCHING_UP, Status.IN_STEP);
        assertThat(health.report())
                .containsEntry("status", "in step")
                .containsEntry("since", since.toString())
                .containsEntry("secondsSinceLastRound", 5L)
                .doesNotContainKey("sentence");
    }

    @Test
    void aRunThatTakesLongIsCatchingUp() {
        quietRun();
        health.began();
        clock.advance(Duration.ofSeconds(61));
        health.listed(ROUTE, 1_000);
        assertThat(health.condition().status()).isEqualTo(Status.CATCHING_UP);
        assertThat(health.isWell()).isTrue();
    }

    @Test
    void aWaitIsAnAilmentOnlyAfterMinutes() {
        quietRun();
        health.waiting(Duration.ofSeconds(5), "Too many calls.");
        assertThat(health.isWell()).isTrue();
        clock.advance(Duration.ofMinutes(3));
        health.waiting(Duration.ofMinutes(3), "Too many calls.");
        clock.advance(Duration.ofMinutes(2).plusSeconds(1));
        assertThat(health.isWell()).isFalse();
        assertThat(health.report()).containsEntry("sentence", "Too many calls.").containsKey("remedy");
        assertThat(told).containsExactly(Status.CATCHING_UP, Status.IN_STEP, Status.WAITING);
    }

    @Test
    void readingAloneProvesNoRecoveryWritingDoes() {
        quietRun();
        health.fails("A permission is missing.", "Grant it.");
        assertThat(health.isWell()).isFalse();
        health.began();
        health.worked(ROUTE, Reading.CHANGES, Tally.NONE);
        assertThat(health.isWell()).isFalse();
        health.worked(ROUTE, Reading.CHANGES, WRITTEN);
        assertThat(health.isWell()).isTrue();
        assertThat(health.condition().sentence()).isEmpty();
    }

    @Test
    void fieldsThatGoOnMovingAreNamed() {
        quietRun();
        health.moving(Set.of("city"));
        assertThat(health.condition().status()).isEqualTo(Status.CATCHING_UP);
        assertThat(health.condition().sentence()).contains("city");
        quietRun();
        assertThat(health.condition().status()).isEqualTo(Status.IN_STEP);
    }

    @Test
    void ofWhatHangsNothingIsHeard() {
        quietRun();
        health.rests(Duration.ofMinutes(30));
        clock.advance(Duration.ofMinutes(34));
        assertThat(health.isWell()).isTrue();
        clock.advance(Duration.ofMinutes(2));
        assertThat(health.isWell()).isFalse();
        assertThat(health.report()).containsEntry("status", "unhealthy");
    }
}
