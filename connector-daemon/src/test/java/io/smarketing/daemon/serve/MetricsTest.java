package io.smarketing.daemon.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.sla.clock.State;
import io.smarketing.core.sync.Route;
import io.smarketing.core.sync.loop.Reading;
import io.smarketing.core.sync.write.Tally;
import io.smarketing.testkit.time.SettableTime;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final Route ROUTE = new Route(new CrmId("left"), new CrmId("right"));
    private static final String LAGS = "smarketing_delivered_lag_seconds_count{from=\"left\",to=\"right\"}";

    private final Metrics metrics = new Metrics(new Health(SettableTime.start(), (before, now) -> {}));

    private void page(Reading reading) {
        metrics.listed(ROUTE, 1);
        metrics.delivered(ROUTE, Duration.ofSeconds(3));
        metrics.worked(ROUTE, reading, Tally.NONE);
    }

    @Test
    void aFirstLoadHasNoLag() {
        page(Reading.FIRST_LOAD);
        assertThat(metrics.scrape()).doesNotContain(LAGS);
        page(Reading.CHANGES);
        page(Reading.CHANGES);
        assertThat(metrics.scrape())
                .contains(
                        LAGS + " 2", "smarketing_delivered_lag_seconds_bucket{from=\"left\",to=\"right\",le=\"5.0\"} 2")
                .contains("le=\"2.0\"} 0");
    }

    @Test
    void theBacklogIsWhatIsListedAndNotWorked() {
        metrics.listed(ROUTE, 700);
        assertThat(metrics.scrape()).contains("smarketing_backlog_changes{from=\"left\",to=\"right\"} 700.0");
        metrics.worked(ROUTE, Reading.CHANGES, Tally.NONE);
        assertThat(metrics.scrape()).contains("smarketing_backlog_changes{from=\"left\",to=\"right\"} 0.0");
    }

    @Test
    void whatIsNoLongerParkedIsNoLongerShown() {
        metrics.parked(Map.of(FailureKind.INVALID_VALUE, 2L, FailureKind.DUPLICATE, 1L));
        assertThat(metrics.scrape())
                .contains(
                        "smarketing_parked{cause=\"invalid-value\"} 2.0", "smarketing_parked{cause=\"duplicate\"} 1.0");
        metrics.parked(Map.of(FailureKind.DUPLICATE, 1L));
        assertThat(metrics.scrape()).doesNotContain("invalid-value");
    }

    @Test
    void promisesAreToldByHowTheyStandNow() {
        metrics.promises(Map.of(State.AT_RISK, 2L, State.BREACHED, 1L));
        assertThat(metrics.scrape())
                .contains("smarketing_promises{state=\"at-risk\"} 2.0", "smarketing_promises{state=\"breached\"} 1.0");
        metrics.promises(Map.of(State.BREACHED, 3L));
        assertThat(metrics.scrape())
                .contains("smarketing_promises{state=\"breached\"} 3.0")
                .doesNotContain("at-risk");
    }

    @Test
    void failuresAreCountedByKind() {
        metrics.failed(FailureKind.THROTTLED);
        metrics.failed("bug");
        assertThat(metrics.scrape())
                .contains(
                        "smarketing_failures_total{kind=\"throttled\"} 1.0",
                        "smarketing_failures_total{kind=\"bug\"} 1.0");
    }
}
