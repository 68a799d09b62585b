package io.smarketing.testkit.engine;

import static org.assertj.core.api.Assertions.fail;

import io.smarketing.testkit.engine.Life.Kind;
import io.smarketing.testkit.engine.Life.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Random lives, each from one seed; the first that fails is cut down to the steps that matter. Run more of them with
 * {@code -Dengine.lives=10000}, another beginning with {@code -Dengine.seed=...}.
 */
final class RandomLifeTest {
    private static final int STEPS = 40;
    private static final int VARIANTS = 8;

    @Test
    void whateverHappensBothSidesEndInStepAndNothingIsLostOrDoubled() {
        long first = Long.getLong("engine.seed", 1);
        for (long seed = first; seed < first + Integer.getInteger("engine.lives", 200); seed++) {
            List<Step> steps = steps(new Random(seed));
            int variant = (int) (seed % VARIANTS);
            if (failure(variant, steps).isPresent()) {
                List<Step> few = shrunk(variant, steps);
                fail(
                        "seed %d, variant %d: %s%n%s",
                        seed,
                        variant,
                        failure(variant, few).orElse("?"),
                        few.stream().map(Step::toString).collect(Collectors.joining("\n")));
            }
        }
    }

    private static List<Step> steps(Random random) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            steps.add(new Step(kind, random.nextInt(100), random.nextInt(100), random.nextInt(100)));
        }
        return steps;
    }

    private static Optional<String> failure(int variant, List<Step> steps) {
        try {
            new Life(variant).live(steps);
            return Optional.empty();
        } catch (RuntimeException | AssertionError e) {
            StackTraceElement[] trace = e.getStackTrace();
            return Optional.of(e + (e instanceof AssertionError || trace.length == 0 ? "" : " at " + trace[0]));
        }
    }

    /** Leaves out one step after the other as long as it still fails. */
    private static List<Step> shrunk(int variant, List<Step> failing) {
        List<Step> steps = new ArrayList<>(failing);
        boolean shorter = true;
        while (shorter) {
            shorter = false;
            for (int i = steps.size() - 1; i >= 0; i--) {
                List<Step> fewer = new ArrayList<>(steps);
                fewer.remove(i);
                if (failure(variant, fewer).isPresent()) {
                    steps = fewer;
                    shorter = true;
                }
            }
        }
        return steps;
    }
}
