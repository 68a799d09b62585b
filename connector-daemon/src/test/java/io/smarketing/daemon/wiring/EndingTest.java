package io.smarketing.daemon.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EndingTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final Ending ending = new Ending();

    @Test
    void a_hint_ends_a_rest_once_it_has_lasted_its_least() throws InterruptedException {
        ending.hint();
        long began = System.nanoTime();
        assertThat(ending.rest(SHORT, LONG)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(SHORT, Duration.ofSeconds(20));
    }

    @Test
    void a_rest_that_ends_by_itself_leaves_the_hint_to_the_next() throws InterruptedException {
        ending.hint();
        assertThat(ending.rest(LONG, Duration.ZERO)).isFalse();
        assertThat(ending.rest(Duration.ZERO, LONG)).isTrue();
        assertThat(ending.rest(Duration.ZERO, SHORT)).as("it is over").isFalse();
    }

    @Test
    void a_nudge_ends_any_rest_and_is_no_hint() throws InterruptedException {
        ending.nudge();
        assertThat(ending.rest(LONG, LONG)).isFalse();
        ending.hint();
        ending.nudge();
        assertThat(ending.rest(LONG, LONG)).isFalse();
    }

    @Test
    void the_wish_to_end_ends_it_for_good() {
        ending.wish();
        ending.hint();
        assertThatThrownBy(() -> ending.rest(Duration.ZERO, LONG)).isInstanceOf(InterruptedException.class);
    }
}
