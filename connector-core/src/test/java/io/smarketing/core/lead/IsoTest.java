package io.smarketing.core.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IsoTest {

    @Property(tries = 300)
    void whatTheJdkWritesIsReadAsTheJdkReadsIt(
            @ForAll @LongRange(min = -62_000_000_000L, max = 250_000_000_000L) long seconds,
            @ForAll @IntRange(max = 999_999_999) int nanos,
            @ForAll @IntRange(min = -18, max = 18) int hours) {
        Instant at = Instant.ofEpochSecond(seconds, nanos);
        assertThat(Iso.instant(at.toString())).isEqualTo(at);
        assertThat(Iso.instant(at.atOffset(ZoneOffset.ofHours(hours)).toString()))
                .isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:00:00Z,          2026-11-22T10:00:00Z",
        "2026-11-22T10:00:00.000+0000,  2026-11-22T10:00:00Z",
        "2026-11-22T10:00:00.5+00:00,   2026-11-22T10:00:00.500Z",
        "2026-11-22T10:00:00.120+0130,  2026-11-22T08:30:00.120Z",
        "2026-11-22T10:00:00-0500,      2026-11-22T15:00:00Z",
        "2026-11-22T10:00Z,             2026-11-22T10:00:00Z",
    })
    void everyFormInUseIsRead(String text, Instant at) {
        assertThat(Iso.instant(text)).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-11-22",
                "2026-11-22T10:00:00",
                "2026-11-22T10:00:00.",
                "2026-11-22T10:00:00.1234567890Z",
                "2026-11-22T10:00:00Zebra",
                "2026-11-22 10:00:00Z",
                "2026-13-22T10:00:00Z",
                "2026-02-30T10:00:00Z",
                "2026-11-22T24:00:00Z",
                "2026-11-22T10:60:00Z",
                "2026-11-22T10:00:60Z",
                "٢٠٢٦-11-22T10:00:00Z",
                "soon +0000"
            })
    void anythingElseIsRefusedAsTheJdkRefusesIt(String text) {
        assertThatThrownBy(() -> OffsetDateTime.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> Iso.instant(text)).isInstanceOf(DateTimeException.class);
    }
}
