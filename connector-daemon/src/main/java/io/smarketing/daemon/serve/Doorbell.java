package io.smarketing.daemon.serve;

/** Somebody wants what is parked to be tried now: it rings once, and is answered by the next run. */
public final class Doorbell {

    private boolean rung;
    private Runnable heard = () -> {};

    /** Rings, from any thread. */
    public synchronized void ring() {
        rung = true;
        heard.run();
    }

    /** What is done at once when it rings. */
    synchronized void heardBy(Runnable now) {
        heard = now;
    }

    /** Whether it has rung since it was last answered. */
    synchronized boolean answered() {
        boolean was = rung;
        rung = false;
        return was;
    }
}
