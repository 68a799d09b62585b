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
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Lives of one mapping, from consecutive seeds; the first of them that fails is cut down to what matters. */
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

    /**
     * Lives until people have done so much, or a claim does not hold. What comes of it is the same, however many lives are
     * lived at once.
     *
     * @param jobs how many lives are lived at once
     */
    public Outcome run(long operations, long seed, int jobs, Progress progress) {
        Counts counts = new Counts();
        Optional<Failure> failure = Optional.empty();
        int lived = 0;
        try (SideBySide<Lived> lives = new SideBySide<>(jobs, lives(operations, seed))) {
            while (failure.isEmpty() && lives.hasNext()) {
                Lived life = lives.next();
                lived++;
                counts.add(life.counts());
                failure = life.failure();
                failure.ifPresentOrElse(progress::violated, () -> progress.lived(counts));
            }
        }
        return new Outcome(seed, lived, counts, failure.map(whole -> shrunk(whole, progress)));
    }

    /** As many lives as it takes, each as something to be done. */
    private Iterator<Callable<Lived>> lives(long operations, long seed) {
        int length = (int) Math.min(LONGEST, Math.max(SHORTEST, operations));
        long[] drawn = new long[1];
        return LongStream.iterate(seed, s -> drawn[0] < operations, s -> s + 1)
                .mapToObj(s -> {
                    List<Operation> life = Draw.operations(s, length);
                    drawn[0] += life.stream().mapToLong(Operation::deeds).sum();
                    return (Callable<Lived>) () -> lived(s, life);
                })
                .iterator();
    }

    private Lived lived(long seed, List<Operation> life) {
        Counts counts = new Counts();
        Optional<Failure> failure = violation(seed, life, counts)
                .map(violation -> new Failure(seed, violation, life.subList(0, counts.begun())));
        return new Lived(counts, failure);
    }

    /** A life that is over. */
    private record Lived(Counts counts, Optional<Failure> failure) {}

    /** Lives that one life. */
    public Outcome replay(long seed, List<Operation> life) {
        Lived lived = lived(seed, life);
        return new Outcome(seed, 1, lived.counts(), lived.failure());
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
