package io.smarketing.simulation;

import io.smarketing.simulation.Outcome.Failure;
import io.smarketing.simulation.claim.Violation;
import io.smarketing.simulation.engine.Twist;
import io.smarketing.simulation.life.Counts;
import io.smarketing.simulation.life.Draw;
import io.smarketing.simulation.life.Life;
import io.smarketing.simulation.life.Operation;
import io.smarketing.simulation.world.Setup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lives of one mapping, one after the other from consecutive seeds; the first that fails is cut down to what matters. */
public final class Simulation {

    /** What happens in one life: long enough for hundreds of people, short enough to be lived again and again. */
    private static final int LONGEST = 1_500;

    private static final int SHORTEST = 100;
    /** To find out what matters in a life, so much is lived at most as if the whole of it were lived that often. */
    private static final int TRIES = 60;

    private final Setup setup;
    private final Twist twist;

    public Simulation(Setup setup) {
        this(setup, Twist.NONE);
    }

    /** @param twist what is wrong with the engine, on purpose */
    public Simulation(Setup setup, Twist twist) {
        this.setup = setup;
        this.twist = twist;
    }

    /** Lives until people have done so much, or a claim does not hold. */
    public Outcome run(long operations, long seed, Progress progress) {
        Counts counts = new Counts();
        int length = (int) Math.min(LONGEST, Math.max(SHORTEST, operations));
        int lives = 0;
        for (; counts.operations() < operations; lives++) {
            List<Operation> life = Draw.operations(seed + lives, length);
            Counts own = new Counts();
            Optional<String> violation = violation(seed + lives, life, own);
            counts.add(own);
            if (violation.isPresent()) {
                List<Operation> lived = life.subList(0, own.begun());
                Failure whole = new Failure(seed + lives, violation.get(), lived);
                progress.violated(whole);
                return new Outcome(seed, lives + 1, counts, Optional.of(shrunk(whole, progress)));
            }
            progress.lived(counts);
        }
        return new Outcome(seed, lives, counts, Optional.empty());
    }

    private Failure shrunk(Failure whole, Progress progress) {
        String claim = claim(whole.violation());
        List<Operation> few = new Shrink(
                        (long) TRIES * whole.operations().size(),
                        part -> violation(whole.seed(), part, new Counts())
                                .filter(v -> claim(v).equals(claim))
                                .isPresent(),
                        progress::cut)
                .shrunk(whole.operations());
        return new Failure(
                whole.seed(), violation(whole.seed(), few, new Counts()).orElse(whole.violation()), few);
    }

    /** What a violation begins with: its claim. */
    private static String claim(String violation) {
        return violation.substring(0, violation.indexOf(':'));
    }

    /** What is violated in that life, if anything is. */
    public Optional<String> violation(long seed, List<Operation> operations, Counts counts) {
        Path folder = folder();
        try (Life life = new Life(setup, seed, folder.resolve("store.db"), twist)) {
            try {
                life.live(operations);
                return Optional.empty();
            } catch (RuntimeException e) {
                return Optional.of(told(e));
            } finally {
                counts.add(life.counts());
            }
        } finally {
            delete(folder);
        }
    }

    /** A failure that is no violation is one of ours: where it happened matters. */
    private static String told(RuntimeException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        StackTraceElement[] trace = cause.getStackTrace();
        boolean ours = e instanceof Violation && e.getCause() == null;
        return ours || trace.length == 0
                ? e.getMessage()
                : e + " at " + List.of(trace).subList(0, Math.min(6, trace.length));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("smarketing-simulation");
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary folder cannot be made", e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
