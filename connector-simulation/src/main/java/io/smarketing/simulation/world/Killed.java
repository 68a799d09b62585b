package io.smarketing.simulation.world;

/** The daemon is killed: nobody catches it but who starts the daemon again. */
public final class Killed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Killed() {
        super("the daemon is killed");
    }
}
