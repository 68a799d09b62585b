package io.smarketing.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.record.StageFact;
import io.smarketing.core.lead.Stage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class LifecycleTest {
    private static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final List<String> NAMES = List.of("lead", "mql", "sql", "customer");
    private final Lifecycle lifecycle = new Lifecycle(
            NAMES.stream()
                    .map(n -> new StageRule(new Stage(n, NAMES.indexOf(n)), Optional.empty()))
                    .toList(),
            List.of());

    private static StageTelling field(String stage, Instant readAt) {
        return new StageTelling(
                Optional.of(stage), StageTelling.Shown.FIRST_SEEN, Map.of(), Map.of(), Map.of(), Map.of(), readAt);
    }

    private static Instant day(int n) {
        return DAY.plusSeconds(86_400L * n);
    }

    @Test
    void theFurtherOfBothCounts() {
        Progress now = lifecycle.advance(Progress.NONE, List.of(field("mql", day(1)), field("customer", day(2))));
        assertThat(now.stage()).isEqualTo("customer");
        assertThat(now.stamps()).containsOnly(Map.entry("mql", day(1)), Map.entry("customer", day(2)));
    }

    @Test
    void whoWonADealHasBought() {
        assertThat(lifecycle.won()).containsExactly("customer");
        StageRule lead = new StageRule(new Stage("lead", 0), Optional.empty());
        StageRule customer = new StageRule(new Stage("customer", 1), Optional.of(StageFact.WON_OPPORTUNITY));
        StageRule fan = new StageRule(new Stage("fan", 2), Optional.empty());
        assertThat(new Lifecycle(List.of(lead, customer, fan), List.of()).won())
                .containsExactlyInAnyOrder("customer", "fan");
        assertThat(new Lifecycle(List.of(), List.of()).won()).isEmpty();
    }

    @Test
    void itNeverGoesBack() {
        Progress customer = lifecycle.advance(Progress.NONE, List.of(field("customer", day(1))));
        assertThat(lifecycle.advance(customer, List.of(field("lead", day(2))))).isEqualTo(customer);
    }

    @Test
    void whoWasTwoPeopleHasComeAsFarAsTheFurther() {
        Progress ours = new Progress("mql", Map.of("lead", day(2), "mql", day(3)));
        Progress theirs = new Progress("customer", Map.of("lead", day(1), "mql", day(4), "customer", day(5)));
        Progress joined = lifecycle.joined(ours, theirs);
        assertThat(joined.stage()).isEqualTo("customer");
        assertThat(joined.stamps()).isEqualTo(Map.of("lead", day(1), "mql", day(3), "customer", day(5)));
        assertThat(lifecycle.joined(theirs, ours)).isEqualTo(joined);
        assertThat(lifecycle.joined(Progress.NONE, ours)).isEqualTo(ours);
    }

    @Test
    void ofTwoPeopleWhoAreOneTheLaterPassCounts() {
        Progress later = new Progress("lead", Map.of("lead", day(7)), Pass.FIRST.next(), Handover.NONE, Map.of());
        Progress customer = new Progress("customer", Map.of("customer", day(1)));
        assertThat(lifecycle.joined(customer, later)).isEqualTo(later);
        assertThat(lifecycle.joined(later, customer)).isEqualTo(later);
    }

    @Test
    void theSourcesGoInOrder() {
        StageTelling all = new StageTelling(
                Optional.of("mql"),
                StageTelling.Shown.FIRST_SEEN,
                Map.of("mql", day(5)),
                Map.of("mql", day(4)),
                Map.of("mql", day(3)),
                Map.of("mql", day(2)),
                day(1));
        assertThat(stamp(all)).contains(day(5));
        assertThat(stamp(new StageTelling(
                        all.field(),
                        StageTelling.Shown.FIRST_SEEN,
                        Map.of(),
                        all.dates(),
                        all.history(),
                        all.facts(),
                        day(1))))
                .contains(day(4));
        assertThat(stamp(new StageTelling(
                        all.field(),
                        StageTelling.Shown.FIRST_SEEN,
                        Map.of(),
                        Map.of(),
                        all.history(),
                        all.facts(),
                        day(1))))
                .contains(day(3));
        assertThat(stamp(new StageTelling(
                        all.field(), StageTelling.Shown.FIRST_SEEN, Map.of(), Map.of(), Map.of(), all.facts(), day(1))))
                .contains(day(2));
        assertThat(stamp(field("mql", day(1)))).contains(day(1));
    }

    private Optional<Instant> stamp(StageTelling told) {
        return Optional.ofNullable(
                lifecycle.advance(Progress.NONE, List.of(told)).stamps().get("mql"));
    }

    @Test
    void ofTwoCrmsTheEarlierCountsWithinOneSource() {
        StageTelling late = new StageTelling(
                Optional.of("mql"),
                StageTelling.Shown.FIRST_SEEN,
                Map.of(),
                Map.of("mql", day(9)),
                Map.of(),
                Map.of(),
                day(1));
        StageTelling early = new StageTelling(
                Optional.empty(),
                StageTelling.Shown.FIRST_SEEN,
                Map.of(),
                Map.of("mql", day(8).plusMillis(700)),
                Map.of(),
                Map.of(),
                day(1));
        assertThat(lifecycle.advance(Progress.NONE, List.of(late, early)).stamps())
                .containsEntry("mql", day(8));
    }

    @Test
    void aStageThatWasSkippedHasNoStampAlsoIfAFieldShowsItLater() {
        Progress sql = lifecycle.advance(Progress.NONE, List.of(field("sql", day(1))));
        assertThat(sql.stamps()).containsOnlyKeys("sql");
        assertThat(lifecycle.advance(sql, List.of(field("mql", day(2)))).stamps())
                .containsOnlyKeys("sql");
        assertThat(lifecycle.wantsHistory(sql, field("mql", day(2)))).isFalse();
        assertThat(lifecycle.wantsHistory(sql, field("customer", day(2)))).isTrue();
        assertThat(lifecycle.wantsHistory(sql, field("sql", day(2)))).isFalse();
    }

    @Test
    void aStageMayBeEnteredBeforeAnEarlierOne() {
        StageTelling told = new StageTelling(
                Optional.of("customer"),
                StageTelling.Shown.FIRST_SEEN,
                Map.of(),
                Map.of("mql", day(5), "customer", day(3)),
                Map.of(),
                Map.of(),
                day(6));
        assertThat(lifecycle.advance(Progress.NONE, List.of(told)).stamps())
                .containsEntry("mql", day(5))
                .containsEntry("customer", day(3));
    }

    @Test
    void anUnknownWordTellsNothing() {
        assertThat(lifecycle.advance(Progress.NONE, List.of(field("nurture", day(1)))))
                .isEqualTo(Progress.NONE);
    }

    @Property(tries = 500)
    void itGoesForwardOnlyAndStampsNeverChange(
            @ForAll("tellings") List<StageTelling> first, @ForAll("tellings") List<StageTelling> second) {
        Progress before = lifecycle.advance(Progress.NONE, first);
        Progress after = lifecycle.advance(before, second);
        assertThat(NAMES.indexOf(after.stage())).isGreaterThanOrEqualTo(NAMES.indexOf(before.stage()));
        assertThat(after.stamps()).containsAllEntriesOf(before.stamps());
        assertThat(lifecycle.advance(after, second)).as("twice is once").isEqualTo(after);
    }

    @Provide
    Arbitrary<List<StageTelling>> tellings() {
        Arbitrary<Map<String, Instant>> times = Arbitraries.maps(
                        Arbitraries.of(NAMES), Arbitraries.integers().between(0, 30))
                .ofMaxSize(2)
                .map(m -> {
                    Map<String, Instant> at = new LinkedHashMap<>();
                    m.forEach((k, v) -> at.put(k, day(v)));
                    return at;
                });
        Arbitrary<Optional<String>> field = Arbitraries.of("lead", "mql", "sql", "customer", "unknown", "")
                .map(s -> Optional.of(s).filter(t -> !t.isEmpty()));
        return Combinators.combine(
                        field,
                        times,
                        times,
                        times,
                        times,
                        Arbitraries.integers().between(0, 30))
                .as((f, own, dates, history, facts, at) ->
                        new StageTelling(f, StageTelling.Shown.FIRST_SEEN, own, dates, history, facts, day(at)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(2);
    }
}
