package io.smarketing.simulation.claim;

import io.smarketing.simulation.world.World;

/** What the engine's calls come to, and what they may. */
public final class Toll {

    /** For each subject that is kept in step. */
    private static final int A_QUIET_ROUND = 40;

    private static final int A_LOOK = 25;
    private static final int A_HUNDRED = 4;

    private final World world;
    private long looks;
    private long writes;
    private long callsBefore;
    private long typedBefore;

    public Toll(World world) {
        this.world = world;
    }

    /** A CRM is opened, or a page of its feed is read. */
    void look() {
        looks++;
    }

    /** A record is written. */
    void write() {
        writes++;
    }

    /** Calls made that were not struck: what a fault costs is no fault of ours. */
    public long calls() {
        return world.calls() - world.struck();
    }

    /** Throws if a round without news made more calls than it may. */
    public void checkQuiet(long before) {
        if (calls() - before > A_QUIET_ROUND * world.setup().subjects().size()) {
            throw new Violation(Claim.FEW_CALLS, "a round without news makes " + (calls() - before) + " calls");
        }
    }

    /**
     * Throws if more calls were made since everything was last at rest than looks and changes explain.
     *
     * @param typed how many values people have typed so far
     */
    public void check(long typed) {
        long hundreds = (typed - typedBefore + writes + 99) / 100;
        long most = A_LOOK * looks + A_HUNDRED * hundreds;
        long made = calls() - callsBefore;
        if (made > most) {
            throw new Violation(
                    Claim.FEW_CALLS,
                    made + " calls were made for " + looks + " looks, " + (typed - typedBefore)
                            + " values that people typed and " + writes + " records that were written: at most " + most
                            + " should have been");
        }
        callsBefore = calls();
        typedBefore = typed;
        looks = 0;
        writes = 0;
    }
}
