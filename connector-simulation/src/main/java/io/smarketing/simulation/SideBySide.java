package io.smarketing.simulation;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Works that are done at once, each on a thread of its own, and whose results are handed on in the order of the works. */
final class SideBySide<T> implements AutoCloseable {

    /** A long one must not keep the threads beside it from those that come after it. */
    private static final int AHEAD = 4;

    private final int most;
    private final Iterator<Callable<T>> works;
    private final ExecutorService threads;
    private final Queue<Future<T>> begun = new ArrayDeque<>();

    /**
     * Works of which none has begun.
     *
     * @param jobs how many are done at once
     */
    SideBySide(int jobs, Iterator<Callable<T>> works) {
        this.most = AHEAD * jobs;
        this.works = works;
        this.threads = Executors.newFixedThreadPool(jobs);
    }

    boolean hasNext() {
        return !begun.isEmpty() || works.hasNext();
    }

    /** The result of the next one, once it is done. */
    T next() {
        while (begun.size() < most && works.hasNext()) {
            begun.add(threads.submit(works.next()));
        }
        return result(begun.remove());
    }

    private static <T> T result(Future<T> work) {
        try {
            return work.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException ours ? ours : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a simulation", e);
        }
    }

    /** Begins no more, and waits for those under way: they may have something to clear away. */
    @Override
    public void close() {
        begun.forEach(work -> work.cancel(false));
        threads.shutdown();
        try {
            threads.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
