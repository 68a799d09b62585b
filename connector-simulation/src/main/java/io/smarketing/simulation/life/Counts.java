package io.smarketing.simulation.life;

/** What happened in a life, in figures. */
public final class Counts {

    private int begun;
    private long operations;
    private long faults;
    private long failures;
    private long crashes;
    private long rests;
    private long edits;
    private long unseen;
    private long calls;
    private long rounds;

    void begins() {
        begun++;
    }

    void happened(Operation operation) {
        operations += operation.deeds();
        faults += operation.kind().isFault() ? 1 : 0;
    }

    void failed() {
        failures++;
    }

    void killed() {
        crashes++;
    }

    void rested() {
        rests++;
    }

    void typed(long all, long overwritten, long made, long runs) {
        edits = all;
        unseen = overwritten;
        calls = made;
        rounds = runs;
    }

    /** Adds another life's. */
    public void add(Counts other) {
        begun += other.begun;
        operations += other.operations;
        faults += other.faults;
        failures += other.failures;
        crashes += other.crashes;
        rests += other.rests;
        edits += other.edits;
        unseen += other.unseen;
        calls += other.calls;
        rounds += other.rounds;
    }

    /** Operations of all kinds that were begun, each import as one. */
    public int begun() {
        return begun;
    }

    /** What people did. */
    public long operations() {
        return operations;
    }

    /** Values they typed. */
    public long edits() {
        return edits;
    }

    /** What went wrong. */
    public long faults() {
        return faults;
    }

    /** Rounds that broke off. */
    public long failures() {
        return failures;
    }

    /** How often the daemon was killed. */
    public long crashes() {
        return crashes;
    }

    /** How often everything came to rest and was checked. */
    public long rests() {
        return rests;
    }

    /** Edits that fell between our read and our write of their field, and that we wrote over. */
    public long unseen() {
        return unseen;
    }

    public long calls() {
        return calls;
    }

    public long rounds() {
        return rounds;
    }
}
