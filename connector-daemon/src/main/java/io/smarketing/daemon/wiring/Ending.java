package io.smarketing.daemon.wiring;

import io.smarketing.core.crm.open.Sleeper;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The wish that all should end, once it is uttered: it ends every rest, and the work between two pages. */
public final class Ending implements Sleeper {

    private boolean wished;
    private boolean nudged;

    /** Utters the wish, from any thread. */
    public synchronized void wish() {
        wished = true;
        notifyAll();
    }

    public synchronized boolean isWished() {
        return wished;
    }

    /** Ends the present {@link #rest}, or the next if there is none now. */
    public synchronized void nudge() {
        nudged = true;
        notifyAll();
    }

    /** Rests so long, or until it is nudged; an InterruptedException if the end is wished before that. */
    public synchronized void rest(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        for (long left = most.toNanos(); !wished && !nudged && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        nudged = false;
        if (wished) {
            throw new InterruptedException("the end is wished");
        }
    }

    /** Rests so long; an InterruptedException if the end is wished before that. */
    @Override
    public synchronized void sleep(Duration rest) throws InterruptedException {
        long end = System.nanoTime() + rest.toNanos();
        for (long left = rest.toNanos(); !wished && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        if (wished) {
            throw new InterruptedException("the end is wished");
        }
    }
}
