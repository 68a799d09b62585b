package io.smarketing.daemon.wiring;

import io.smarketing.core.crm.open.Sleeper;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The wish that all should end, once it is uttered: it ends every rest, and the work between two pages. */
public final class Ending implements Sleeper {

    private boolean wished;
    private boolean nudged;
    private boolean hinted;

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

    /** Ends the present {@link #rest} once it has lasted its least, or the next if there is none now. */
    public synchronized void hint() {
        hinted = true;
        notifyAll();
    }

    /**
     * Rests so long, or until it is nudged, or hinted at after so much; an InterruptedException if the end is wished
     * before that.
     *
     * @return true if a hint ended it
     */
    public synchronized boolean rest(Duration least, Duration most) throws InterruptedException {
        long start = System.nanoTime();
        long enough = Math.min(least.toNanos(), most.toNanos());
        while (!wished && !nudged) {
            long rested = System.nanoTime() - start;
            long left = (hinted ? enough : most.toNanos()) - rested;
            if (left <= 0) {
                break;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        boolean byHint = hinted && !nudged && System.nanoTime() - start < most.toNanos();
        nudged = false;
        hinted &= !byHint;
        if (wished) {
            throw new InterruptedException("the end is wished");
        }
        return byHint;
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
