package io.smarketing.daemon.command.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastingTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 min, 0 min",
        "PT47S, 0 min 47 s, 0 min 47 s",
        "PT119M, 119 min, 119 min",
        "PT2H, 2 h, 2 h",
        "PT30H20M5S, 30 h 20 min 5 s, 30 h 20 min 5 s",
        "P83D, 83 d, 1992 h",
        "P83DT4H59M, 83 d 4 h, 1996 h 59 min",
    })
    void isExactWhereItIsShort(Duration time, String wall, String working) {
        assertThat(Lasting.onTheWall(time)).isEqualTo(wall);
        assertThat(Lasting.working(time)).isEqualTo(working);
    }
}
