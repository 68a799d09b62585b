package io.smarketing.daemon.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a sweep was due last, also where clocks change. */
final class NightlyTest {

    @ParameterizedTest
    @CsvSource({
        "2026-06-10T00:59:59Z, 2026-06-09T01:00:00Z",
        "2026-06-10T01:00:00Z, 2026-06-10T01:00:00Z",
        "2026-06-10T23:00:00Z, 2026-06-10T01:00:00Z",
        "2026-12-10T01:59:59Z, 2026-12-09T02:00:00Z",
    })
    void it_was_due_at_three_in_the_morning_there(String now, String due) {
        assertThat(Nightly.of("03:00 Europe/Berlin").lastDue(Instant.parse(now)))
                .isEqualTo(due);
    }

    @Test
    void a_time_that_the_clocks_skip_is_made_up_for_right_after() {
        Nightly skipped = Nightly.of("2:30 Europe/Berlin");
        assertThat(skipped.lastDue(Instant.parse("2026-03-29T05:00:00Z"))).isEqualTo("2026-03-29T01:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"03:00", "25:00 UTC", "3 UTC", "03:00 Mars/Base", "always", "03:60 UTC"})
    void what_is_no_time_of_day_is_refused(String words) {
        assertThatThrownBy(() -> Nightly.of(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("03:00 Europe/Berlin");
    }
}
