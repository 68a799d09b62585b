package io.smarketing.http;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Holds the pass that all callers share and renews it once for all of them. */
public final class Login {

    private final Supplier<Pass> signIn;
    private final InstantSource clock;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile Optional<Pass> held = Optional.empty();

    /** @param signIn gets a fresh pass; it is never called by two threads at once */
    public Login(Supplier<Pass> signIn, InstantSource clock) {
        this.signIn = signIn;
        this.clock = clock;
    }

    /** A login whose pass never changes. */
    public static Login fixed(Pass pass) {
        return new Login(() -> pass, InstantSource.system());
    }

    /** The pass to use now; signs in if there is none or its time is over. */
    public Pass pass() {
        Optional<Pass> now = held;
        return now.filter(this::isFresh).orElseGet(() -> renew(now));
    }

    /** A newer pass than the one that the CRM refused; it may have been fetched by another caller meanwhile. */
    public Pass renew(Pass refused) {
        return renew(Optional.of(refused));
    }

    private Pass renew(Optional<Pass> stale) {
        renewing.lock();
        try {
            if (held.isEmpty() || held.equals(stale)) {
                held = Optional.of(signIn.get());
            }
            return held.get();
        } finally {
            renewing.unlock();
        }
    }

    private boolean isFresh(Pass pass) {
        return clock.instant().isBefore(pass.until());
    }
}
