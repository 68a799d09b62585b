package io.smarketing.core.sla.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Periods follow one another without a gap, and each is known by its name. */
final class PeriodTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Property
    void everyMomentLiesInOnePeriodAndTheNextBeginsWhereItEnds(
            @ForAll Every every, @ForAll @LongRange(min = 946_684_800L, max = 4_102_444_800L) long second) {
        Instant at = Instant.ofEpochSecond(second);
        Period period = Period.of(every, at, BERLIN);

        assertThat(at).isAfterOrEqualTo(period.from(BERLIN)).isBefore(period.to(BERLIN));
        assertThat(period.plus(1).from(BERLIN)).isEqualTo(period.to(BERLIN));
        assertThat(period.plus(1).plus(-1)).isEqualTo(period);
        assertThat(Period.named(period.name())).contains(period);
    }

    @Test
    void isNamedAsPeopleNameIt() {
        assertThat(Period.named("2026-W53")).contains(new Period(Every.WEEK, LocalDate.of(2026, 12, 28)));
        assertThat(Period.named("2026-10")).contains(new Period(Every.MONTH, LocalDate.of(2026, 10, 1)));
        assertThat(Period.named("2026-Q4")).contains(new Period(Every.QUARTER, LocalDate.of(2026, 10, 1)));
        assertThat(Period.named("2025-W53")).as("2025 has 52 weeks").isEmpty();
        for (String none : new String[] {"2026-13", "2026-00", "2026-Q5", "2026-W00", "2026", "october"}) {
            assertThat(Period.named(none)).as(none).isEmpty();
        }
    }
}
