package io.smarketing.testkit.engine;

import io.smarketing.core.sync.GatedLedger;
import io.smarketing.core.sync.Ledger;

/** Ends the process as a test orders: before or after one of the ledger's commits has taken effect. */
final class Fuse {

    private int untilDeath = Integer.MAX_VALUE;
    private boolean after;

    /** The process is killed. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The ledger that it ends the process at. */
    Ledger in(Ledger books) {
        return new GatedLedger(books, this::commit);
    }

    /** Dies at the nth commit from now on, once. */
    void dieAt(int nth, boolean afterIt) {
        untilDeath = nth;
        after = afterIt;
    }

    void live() {
        untilDeath = Integer.MAX_VALUE;
    }

    private void commit(Runnable effect) {
        boolean die = --untilDeath == 0;
        if (die && !after) {
            throw new Killed();
        }
        effect.run();
        if (die) {
            throw new Killed();
        }
    }
}
