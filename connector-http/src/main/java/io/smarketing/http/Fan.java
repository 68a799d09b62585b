package io.smarketing.http;

import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Makes many calls side by side, at most so many at a time, and returns when all are answered. The calling thread
 * works along, so that it ends even if the executor has no thread to spare.
 */
public final class Fan {

    private final Executor executor;
    private final int width;

    public Fan(Executor executor, int width) {
        this.executor = executor;
        this.width = width;
    }

    /** What came of one call: a value, or the failure. */
    public record Outcome<T>(Optional<T> value, Optional<RuntimeException> failure) {

        static <T> Outcome<T> of(Supplier<? extends T> call) {
            try {
                return new Outcome<>(Optional.of(call.get()), Optional.empty());
            } catch (RuntimeException e) {
                return new Outcome<>(Optional.empty(), Optional.of(e));
            }
        }

        /** The value; or throws the failure. */
        public T get() {
            failure.ifPresent(e -> {
                throw e;
            });
            return value.orElseThrow();
        }
    }

    /** The values in order; the first failure is thrown, and after a failure no further call is started. */
    public <T> List<T> all(List<? extends Supplier<? extends T>> calls) {
        return run(calls, true).stream().map(Outcome::get).toList();
    }

    /** The outcomes in order. An interrupt fails the calls that were not started yet, with a CrmException. */
    public <T> List<Outcome<T>> each(List<? extends Supplier<? extends T>> calls) {
        return run(calls, false);
    }

    private <T> List<Outcome<T>> run(List<? extends Supplier<? extends T>> calls, boolean stopAtFailure) {
        List<CompletableFuture<Outcome<T>>> answers = new ArrayList<>();
        calls.forEach(c -> answers.add(new CompletableFuture<>()));
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Optional<RuntimeException>> stop = new AtomicReference<>(Optional.empty());
        Thread caller = Thread.currentThread();
        Runnable work = () -> {
            for (int i = next.getAndIncrement(); i < calls.size(); i = next.getAndIncrement()) {
                if (caller.isInterrupted()) {
                    stop.compareAndSet(Optional.empty(), Optional.of(interrupted()));
                }
                Optional<RuntimeException> why = stop.get();
                Outcome<T> outcome = why.isPresent() ? new Outcome<>(Optional.empty(), why) : Outcome.of(calls.get(i));
                if (stopAtFailure && outcome.failure().isPresent()) {
                    stop.compareAndSet(Optional.empty(), outcome.failure());
                }
                answers.get(i).complete(outcome);
            }
        };
        for (int i = 1; i < Math.min(width, calls.size()); i++) {
            executor.execute(work);
        }
        work.run();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static CrmException interrupted() {
        return new CrmException(FailureKind.UNREACHABLE, "the call was not started: work is being stopped");
    }
}
