package io.smarketing.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TrackRecordTest {

    private static final TrackRecord SOME = new TrackRecord(120, 48, 9);

    @Test
    void itIsASentence() {
        assertThat(SOME.told("Paid Search")).isEqualTo("Paid Search: 120 handed over, 48 accepted, 9 customers");
        assertThat(new TrackRecord(1, 1, 1).told("Web")).isEqualTo("Web: 1 handed over, 1 accepted, 1 customer");
        assertThat(TrackRecord.NONE.told("Web")).isEqualTo("Web: nobody handed over before");
    }

    static Stream<String> hostile() {
        return Stream.of(
                " a\r\n\tb ", "x".repeat(10_000), "\uD83D\uDE00".repeat(300), "\u0000nul\u0007", "\u2028".repeat(9));
    }

    @ParameterizedTest
    @MethodSource
    void hostile(String source) {
        String told = SOME.told(source);

        assertThat(told)
                .hasSizeLessThan(255)
                .doesNotContainPattern("\\p{Cntrl}")
                .isEqualTo(told.strip());
        assertThat(new String(
                        told.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.StandardCharsets.UTF_8))
                .as("no half of a character")
                .isEqualTo(told);
    }
}
