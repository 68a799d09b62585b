package io.smarketing.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The simulation, on a mapping with a field of each kind. */
final class SimulationTest {

    @Test
    void allClaimsHoldInAShortSimulation() {
        long seed = Long.getLong("simulation.seed", 1);
        Outcome outcome =
                new Simulation(Samples.setup()).run(Long.getLong("simulation.operations", 3_000), seed, counts -> {});
        assertThat(outcome.failure()).isEmpty();
    }
}
