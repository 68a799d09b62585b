package io.smarketing.core.sync.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.lifecycle.Detour;
import io.smarketing.core.lifecycle.Handover;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.lifecycle.Pass;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.sla.clock.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class HandoffSignalsTest {

    private static final Instant MQL = Instant.parse("2026-03-02T09:00:00Z");
    private static final Lifecycle LIFECYCLE = new Lifecycle(
            List.of(), List.of(new Detour("recycled", "", List.of()), new Detour("disqualified", "", List.of())));

    @Test
    void whatWeTookUntilWeKnewIsNobodysDelay() {
        Handover handover = handover(Map.of(Moment.ASSIGNED, at(2), Moment.TOUCHED, at(3)), Optional.of(at(5)));

        assertThat(signals(new Progress("mql", Map.of("mql", MQL), Pass.FIRST, handover, Map.of())))
                .containsExactlyInAnyOrder(
                        "handed-over 5", "assigned 5", "touched 3", "touched 7", "touched 8", "mql 0");
    }

    @Test
    void aHandoffThatBeganAfterWeKnewOfThePersonBeginsWithItsStage() {
        assertThat(signals(new Progress(
                        "mql", Map.of("mql", MQL), Pass.FIRST, handover(Map.of(), Optional.of(at(-1))), Map.of())))
                .contains("handed-over 0");
    }

    @Test
    void whoLeftTheFunnelIsToldWithTheTimeOfIt() {
        Progress out = new Progress(
                "mql",
                Map.of("mql", MQL, "recycled", at(9)),
                new Pass(1, at(9), Optional.of("recycled")),
                Handover.NONE,
                Map.of());

        assertThat(signals(out)).containsExactlyInAnyOrder("handed-over 0", "mql 0", "recycled 9", "left 9");
    }

    @Test
    void whoIsOutOfTheFunnelLeavesItOnce() {
        Progress onceMore = new Progress(
                "mql",
                Map.of("mql", MQL, "recycled", at(9), "disqualified", at(20)),
                new Pass(1, at(20), Optional.of("disqualified")),
                Handover.NONE,
                Map.of());

        assertThat(signals(onceMore)).contains("left 9").doesNotContain("left 20");
    }

    @Test
    void nothingIsHandedOverBeforeItsStage() {
        assertThat(HandoffSignals.handedOver(new Progress("lead", Map.of("lead", MQL)), "mql"))
                .isEmpty();
    }

    private static Handover handover(Map<Moment, Instant> moments, Optional<Instant> seen) {
        boolean touched = moments.containsKey(Moment.TOUCHED);
        return new Handover(
                moments,
                seen,
                new TreeSet<>(touched ? Set.of(at(7), at(8)) : Set.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<String> signals(Progress progress) {
        return HandoffSignals.of(progress, "mql", LIFECYCLE).stream()
                .map(HandoffSignalsTest::told)
                .toList();
    }

    private static String told(Signal signal) {
        return signal.word() + " " + (signal.at().getEpochSecond() - MQL.getEpochSecond()) / 60;
    }

    private static Instant at(int minutes) {
        return MQL.plusSeconds(60L * minutes);
    }
}
