package io.smarketing.daemon.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PersonIdsTest {

    private final PersonIds ids = new PersonIds(() -> Instant.parse("2026-11-22T10:00:00Z"), new Random(1));

    @Test
    void idsRiseAlsoWithinOneMillisecondAndNoneComesTwice() {
        List<String> given = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            given.add(ids.get().toString());
        }
        assertThat(given).isSorted();
        assertThat(new HashSet<>(given)).hasSize(10_000);
    }

    @Test
    void anIdIsAUuidOfVersionSevenThatBearsTheTime() {
        var id = ids.get().value();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16)
                .isEqualTo(Instant.parse("2026-11-22T10:00:00Z").toEpochMilli());
    }
}
