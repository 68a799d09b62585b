package io.smarketing.sandbox.portal.wire;

import java.util.ArrayDeque;

/** The calls of the last so many milliseconds: a limit on it holds in any such stretch of time, not per fixed cycle. */
final class RollingWindow {

    private final long length;
    private final ArrayDeque<Long> calls = new ArrayDeque<>();

    RollingWindow(long lengthMs) {
        this.length = lengthMs;
    }

    int used(long now) {
        while (!calls.isEmpty() && calls.peekFirst() <= now - length) {
            calls.removeFirst();
        }
        return calls.size();
    }

    void add(long now) {
        calls.addLast(now);
    }

    /** Milliseconds until the oldest call leaves the window. */
    long untilFree(long now) {
        return calls.isEmpty() ? 0 : calls.peekFirst() + length - now;
    }
}
