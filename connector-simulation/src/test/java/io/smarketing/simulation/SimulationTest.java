package io.smarketing.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.simulation.life.Counts;
import io.smarketing.simulation.life.Draw;
import io.smarketing.simulation.life.Kind;
import io.smarketing.simulation.life.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The simulation, on a mapping with a field of each kind. Longer ones: {@code -Dsimulation.operations=100000}, another
 * beginning: {@code -Dsimulation.seed=...}.
 */
final class SimulationTest {

    private static final int COMMITS = 24;

    @Test
    void allClaimsHold() {
        long seed = Long.getLong("simulation.seed", 1);
        Outcome outcome =
                new Simulation(Samples.setup()).run(Long.getLong("simulation.operations", 600), seed, 2, Progress.NONE);
        assertThat(outcome.failure()).isEmpty();
        assertThat(outcome.counts().operations()).isGreaterThanOrEqualTo(600);
        assertThat(outcome.counts().crashes()).isPositive();
    }

    @Test
    void allClaimsHoldInALifeThatNobodyHasLivedBefore() {
        long seed = Long.getLong("simulation.fresh", System.nanoTime() % 1_000_000_000);
        Optional<String> violation =
                new Simulation(Samples.setup()).violation(seed, Draw.operations(seed, 200), new Counts());
        assertThat(violation)
                .as("the life of a fresh seed; once more: -Dsimulation.fresh=%d", seed)
                .isEmpty();
    }

    @Test
    void allClaimsHoldWhereDeletionsAreCarriedOver() {
        Outcome outcome = new Simulation(Samples.setup(Samples.PORTAL, Samples.ORG)).run(400, 2_000, 1, Progress.NONE);
        assertThat(outcome.failure()).isEmpty();
    }

    @Test
    void aDeletionIsNotCarriedToWhoeverWasDeletedThereToo() {
        List<Operation> life = List.of(
                Operation.of("62 NEW_IN_ORG 919473 574770 267042"),
                Operation.of("73 ROUND 0 0 0"),
                Operation.of("137 DELETE 166530 976887 1032268"),
                Operation.of("184 DELETE 877601 769534 96281"));
        Simulation simulation = new Simulation(Samples.setup(Samples.PORTAL, Samples.ORG));
        assertThat(simulation.violation(31, life, new Counts())).isEmpty();
    }

    @Test
    void aSimulationIsTheSameEachTimeHoweverManyLivesAreLivedAtOnce() {
        Simulation simulation = new Simulation(Samples.setup());
        Outcome one = simulation.run(100, 7, 1, Progress.NONE);
        Outcome other = simulation.run(100, 7, 2, Progress.NONE);
        assertThat(one.lives()).isEqualTo(2).isEqualTo(other.lives());
        assertThat(one.counts().calls()).isPositive().isEqualTo(other.counts().calls());
        assertThat(one.counts().rounds()).isEqualTo(other.counts().rounds());
        assertThat(one.counts().edits()).isEqualTo(other.counts().edits());
        assertThat(one.counts().operations()).isEqualTo(other.counts().operations());
    }

    @Test
    void noCommitOfTheStoreIsTheWrongOneToBeKilledAt() {
        Simulation simulation = new Simulation(Samples.setup());
        int crashes = 0;
        for (int commit = 0; commit < 2 * COMMITS; commit++) {
            Counts counts = new Counts();
            Optional<String> violation = simulation.violation(1, killedAt(commit / 2, commit % 2), counts);
            assertThat(violation).as("killed at commit %d", commit / 2).isEmpty();
            crashes += counts.crashes();
        }
        assertThat(crashes).isEqualTo(2 * COMMITS);
    }

    @Test
    void aClockThatJumpsBackAnHourAndForwardADayHarmsNothing() {
        Simulation simulation = new Simulation(Samples.setup());
        List<Operation> jumpy = new ArrayList<>();
        for (Operation o : Draw.operations(11, 100)) {
            if (o.number() % 10 == 0) {
                jumpy.add(new Operation(1_000 + o.number(), Kind.CLOCK_SET, o.number() % 20 == 0 ? -1 : 24, 0, 0));
            }
            jumpy.add(o);
        }
        Counts counts = new Counts();
        assertThat(simulation.violation(11, jumpy, counts)).isEmpty();
        assertThat(counts.faults()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void allClaimsHoldWhereTheCrmsHaveEveryHabitThatNobodyKnowsOfForSure() {
        int habits = 30;
        List<Operation> life = new ArrayList<>();
        IntStream.range(0, habits).forEach(n -> life.add(new Operation(1_000 + n, Kind.HABIT, n, 0, 0)));
        life.addAll(Draw.operations(13, 150));
        assertThat(new Simulation(Samples.setup()).violation(13, life, new Counts()))
                .isEmpty();
    }

    private static List<Operation> killedAt(int commit, int before) {
        return List.of(
                new Operation(1, Kind.NEW_IN_PORTAL, 1, 0, 0),
                new Operation(2, Kind.NEW_IN_ORG, 1, 0, 0),
                new Operation(3, Kind.NEW_IN_BOTH, 1, 1, 0),
                new Operation(4, Kind.DEADLY_COMMIT, commit, before, 0),
                new Operation(5, Kind.ROUND, 0, 0, 0),
                new Operation(6, Kind.ROUND, 0, 0, 0),
                new Operation(7, Kind.EDIT_IN_BOTH, 0, 4, 0),
                new Operation(8, Kind.EDIT_IN_PORTAL, 1, 5, 0),
                new Operation(9, Kind.EDIT_IN_ORG, 2, 6, 0),
                new Operation(10, Kind.CONVERT, 1, 0, 0),
                new Operation(11, Kind.ROUND, 0, 0, 0),
                new Operation(12, Kind.ROUND, 0, 0, 0),
                new Operation(13, Kind.ROUND, 0, 0, 0));
    }
}
