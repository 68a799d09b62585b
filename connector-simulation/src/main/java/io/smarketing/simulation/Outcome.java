package io.smarketing.simulation;

import io.smarketing.simulation.life.Counts;
import io.smarketing.simulation.life.Operation;
import java.util.List;
import java.util.Optional;

/**
 * What a simulation came to.
 *
 * @param seed with which it began
 * @param lives how many lives were lived
 * @param counts of all of them together
 * @param failure the first life in which a claim did not hold, if there is one
 */
public record Outcome(long seed, int lives, Counts counts, Optional<Failure> failure) {

    /**
     * A life in which a claim does not hold.
     *
     * @param seed of that life: a simulation that begins with it fails at once
     * @param violation which claim, and how
     * @param operations those that are needed for it, in their order
     */
    public record Failure(long seed, String violation, List<Operation> operations) {

        public Failure {
            operations = List.copyOf(operations);
        }
    }
}
