package io.smarketing.daemon.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smarketing.core.alert.Alert;
import io.smarketing.core.sla.terms.Terms;
import io.smarketing.daemon.config.agreement.Agreement;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReviewTest {

    private static final Instant EFFECTIVE = Instant.parse("2026-01-31T00:00:00Z");

    @Test
    void eachOwnerIsRemindedOnceEachTimeItIsDue() {
        assertThat(due("2026-02-27T23:59:59Z")).isEmpty();
        assertThat(due("2026-02-28T00:00:00Z"))
                .extracting(a -> a.to().to(), a -> a.facts().get("To be reviewed on"))
                .containsExactly(
                        tuple("marketing@example.com", "2026-02-28"), tuple("sales@example.com", "2026-02-28"));
        assertThat(events("2026-03-30T10:00:00Z")).isEqualTo(events("2026-02-28T00:00:00Z"));
        assertThat(events("2026-03-31T10:00:00Z")).doesNotContainAnyElementsOf(events("2026-02-28T00:00:00Z"));
    }

    private static List<String> events(String now) {
        return due(now).stream().map(Alert::event).toList();
    }

    private static List<Alert> due(String now) {
        Agreement agreement = new Agreement(
                new Terms("1", EFFECTIVE, EFFECTIVE, List.of()),
                List.of("marketing@example.com", "sales@example.com"),
                List.of(),
                Optional.of(Period.ofMonths(1)),
                List.of(),
                Map.of(),
                Map.of(),
                "");
        return new Review(agreement).due(Instant.parse(now));
    }
}
