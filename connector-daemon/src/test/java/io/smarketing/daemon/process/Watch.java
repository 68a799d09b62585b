package io.smarketing.daemon.process;

import io.smarketing.sandbox.server.http.Observer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Watches one run of the daemon: notes its requests and, if asked to, kills it at one of them. */
final class Watch implements Observer {

    /**
     * When to kill.
     *
     * @param request after so many requests of the run
     * @param moment before or after that request's answer is sent
     */
    record Kill(int request, Moment moment) {

        @Override
        public String toString() {
            return "killed at request " + request + ", " + (moment == Moment.BEFORE_ANSWER ? "before" : "after")
                    + " its answer";
        }
    }

    private final Optional<Kill> kill;
    private final Map<Integer, Runnable> events;
    private final List<Request> requests = new ArrayList<>();
    private Optional<Program> program = Optional.empty();

    Watch(Optional<Kill> kill) {
        this(kill, Map.of());
    }

    /** @param events what happens when the nth request has come */
    Watch(Optional<Kill> kill, Map<Integer, Runnable> events) {
        this.kill = kill;
        this.events = Map.copyOf(events);
    }

    /** Tells whom to kill: the run may have begun before that. */
    synchronized void running(Program started) {
        program = Optional.of(started);
        notifyAll();
    }

    @Override
    public void see(Moment moment, Request request) {
        if (moment == Moment.BEFORE_ANSWER) {
            int number = note(request);
            events.getOrDefault(number, () -> {}).run();
            kill.filter(k -> k.request() == number && k.moment() == moment).ifPresent(k -> killed());
        } else {
            kill.filter(k -> k.moment() == moment && k.request() == numberOf(request))
                    .ifPresent(k -> killed());
        }
    }

    /** The requests so far. */
    synchronized Requests requests() {
        return new Requests(requests);
    }

    private synchronized int note(Request request) {
        requests.add(request);
        return requests.size();
    }

    private synchronized int numberOf(Request request) {
        return requests.indexOf(request) + 1;
    }

    /** On the thread that serves the request: so the answer is not sent before the process is gone. */
    private void killed() {
        try {
            program().kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Program program() throws InterruptedException {
        while (program.isEmpty()) {
            wait();
        }
        return program.get();
    }
}
