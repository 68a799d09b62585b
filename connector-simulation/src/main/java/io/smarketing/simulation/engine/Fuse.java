package io.smarketing.simulation.engine;

import io.smarketing.simulation.world.Killed;

/** Counts the commits of the store, and kills the daemon at the one that is named, once. */
public final class Fuse {

    private long commits;
    private long deadly = Long.MAX_VALUE;
    private boolean after;

    /** The daemon is killed at the nth commit from now on: after it has taken effect, or before. */
    public void set(int nth, boolean afterIt) {
        deadly = commits + nth;
        after = afterIt;
    }

    /** No commit is deadly any more. */
    public void defuse() {
        deadly = Long.MAX_VALUE;
    }

    public long commits() {
        return commits;
    }

    void commit(Runnable effect) {
        commits++;
        boolean dies = commits == deadly;
        if (dies && !after) {
            throw new Killed();
        }
        effect.run();
        if (dies) {
            throw new Killed();
        }
    }
}
