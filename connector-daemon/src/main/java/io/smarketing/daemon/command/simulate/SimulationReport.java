package io.smarketing.daemon.command.simulate;

import io.smarketing.daemon.command.ExitCode;
import io.smarketing.simulation.Outcome;
import io.smarketing.simulation.life.Counts;
import io.smarketing.simulation.life.Operation;
import java.io.PrintWriter;
import java.util.List;

/**
 * What a simulation came to, for a person or a program.
 *
 * @param operationsPerSecond the one figure that is another one each time
 * @param violations one sentence for each claim that does not hold
 */
record SimulationReport(
        Figures figures, long operationsPerSecond, List<String> violations, long seed, List<String> replay) {

    /**
     * The figures.
     *
     * @param operations what people did
     * @param edits values they typed
     * @param faults what went wrong
     * @param crashes how often the daemon was killed
     * @param unseen edits that fell between our read and our write of their field
     */
    record Figures(
            long operations,
            long edits,
            long faults,
            long crashes,
            long unseen,
            long rounds,
            long calls,
            long checks) {}

    static SimulationReport of(Outcome outcome, long operationsPerSecond) {
        Counts c = outcome.counts();
        return new SimulationReport(
                new Figures(
                        c.operations(),
                        c.edits(),
                        c.faults(),
                        c.crashes(),
                        c.unseen(),
                        c.rounds(),
                        c.calls(),
                        c.rests()),
                operationsPerSecond,
                outcome.failure().map(Outcome.Failure::violation).stream().toList(),
                outcome.failure().map(Outcome.Failure::seed).orElse(outcome.seed()),
                outcome.failure().stream()
                        .flatMap(f -> f.operations().stream())
                        .map(Operation::toString)
                        .toList());
    }

    ExitCode exit() {
        return violations.isEmpty() ? ExitCode.FINE : ExitCode.FAILED;
    }

    void print(PrintWriter out) {
        out.printf(
                "%,d operations of people (%,d a second), %,d values typed, %,d faults, %,d crashes%n",
                figures.operations(), operationsPerSecond, figures.edits(), figures.faults(), figures.crashes());
        out.printf(
                "  %,d rounds, %,d calls; all at rest and checked %,d times%n",
                figures.rounds(), figures.calls(), figures.checks());
        out.printf("  %,d edits fell between our read and our write of their field%n", figures.unseen());
        if (violations.isEmpty()) {
            out.println("All claims hold.");
        }
        violations.forEach(v -> out.printf("%nA claim does not hold: %s%n", v));
        if (!replay.isEmpty()) {
            out.printf("%nThe fewest operations that break it, in the life of seed %d:%n", seed);
            replay.forEach(o -> out.println("  " + o));
        }
        out.flush();
    }
}
