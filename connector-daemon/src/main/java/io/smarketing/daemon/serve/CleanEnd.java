package io.smarketing.daemon.serve;

import io.smarketing.daemon.command.ExitCode;
import io.smarketing.daemon.command.Stopped;
import io.smarketing.daemon.wiring.Ending;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A daemon's end on Ctrl-C or SIGTERM: the end is wished, what is at work is waited for, and the process ends as one
 * that did what it was told. What takes too long is left: the next start looks what has become of it.
 */
public final class CleanEnd {

    private static final long MOST_SECONDS = 8;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Ending ending;
    private final Events events;
    private final Stopped stopped;

    /** From now on, until it is {@linkplain #finished() finished}. */
    public CleanEnd(Ending ending, Events events) {
        this.ending = ending;
        this.events = events;
        this.stopped = Stopped.then(this::end);
    }

    private void end() {
        ending.wish();
        boolean inTime = false;
        try {
            inTime = done.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        events.note(inTime ? "stopped" : "stopped while a call was under way: the next start looks what came of it");
        // The signal's own code, 143, would tell whoever started us of a failure.
        Runtime.getRuntime().halt(ExitCode.FINE.code());
    }

    /** Everything has been closed: nothing is left to be waited for. */
    public void finished() {
        done.countDown();
        stopped.finished();
    }
}
