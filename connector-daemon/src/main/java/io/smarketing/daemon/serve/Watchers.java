package io.smarketing.daemon.serve;

import io.smarketing.daemon.serve.http.Address;
import io.smarketing.daemon.serve.http.Endpoint;
import io.smarketing.daemon.serve.http.LocalServer;
import io.smarketing.daemon.serve.http.Reply;
import io.smarketing.daemon.serve.push.HintBox;
import io.smarketing.daemon.serve.push.PushDesk;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who watches a daemon that stays up: its health, its figures, its log, and the server that shows the first two. */
public final class Watchers implements AutoCloseable {

    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Events events = new Events();
    private final Doorbell doorbell = new Doorbell();
    private final Health health;
    private final Metrics metrics;
    private final Listeners listeners;
    private final HintBox hints = new HintBox();
    private final PushDesk push;
    private final LocalServer server;

    /**
     * Starts the server.
     *
     * @param address where it can be reached
     */
    public Watchers(InstantSource clock, Address address) {
        health = new Health(clock, events::changed);
        metrics = new Metrics(health);
        listeners = new Listeners(metrics, events, health);
        push = new PushDesk(hints, metrics::called);
        server = LocalServer.start(address, this::endpoints);
    }

    private List<Endpoint> endpoints() {
        List<Endpoint> all = new ArrayList<>(List.of(
                Endpoint.get("/health", asked -> Reply.json(health.isWell() ? 200 : 503, health.report())),
                Endpoint.get("/metrics", asked -> new Reply(200, PROMETHEUS, metrics.scrape())),
                Endpoint.post("/retry", asked -> {
                    doorbell.ring();
                    return Reply.json(202, Map.of("retry", "all that is parked is tried now"));
                })));
        all.addAll(push.endpoints());
        return all;
    }

    public Events events() {
        return events;
    }

    /** Rung by who wants what is parked to be tried now. */
    public Doorbell doorbell() {
        return doorbell;
    }

    /** What CRMs hinted at. */
    HintBox hints() {
        return hints;
    }

    /** Takes the calls of CRMs. */
    PushDesk push() {
        return push;
    }

    public Health health() {
        return health;
    }

    public Metrics metrics() {
        return metrics;
    }

    /** All that hear the sync. */
    public Listeners listeners() {
        return listeners;
    }

    public URI healthUrl() {
        return server.url("/health");
    }

    /** Where a path is. */
    public URI url(String path) {
        return server.url(path);
    }

    public URI metricsUrl() {
        return server.url("/metrics");
    }

    @Override
    public void close() {
        server.close();
    }
}
