package io.smarketing.sandbox.server.http;

import io.smarketing.sandbox.server.http.Observer.Moment;
import io.smarketing.sandbox.server.http.Observer.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** What goes on at both servers together: the number of requests, the time of the last, and who watches them. */
public final class Traffic {

    private final InstantSource wall;
    private final Runnable afterWrite;
    private final AtomicLong numbers = new AtomicLong();
    private volatile Observer observer = Observer.NONE;
    private volatile Instant last;

    public Traffic(InstantSource wall, Runnable afterWrite) {
        this.wall = wall;
        this.afterWrite = afterWrite;
        this.last = wall.instant();
    }

    public void observe(Observer next) {
        observer = next;
    }

    /** Notes that a request has arrived, and numbers it. */
    long arrive() {
        last = wall.instant();
        return numbers.incrementAndGet();
    }

    void wrote() {
        afterWrite.run();
    }

    void see(Moment moment, Request request) {
        observer.see(moment, request);
    }

    public Instant last() {
        return last;
    }
}
