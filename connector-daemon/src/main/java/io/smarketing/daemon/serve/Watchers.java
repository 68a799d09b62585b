package io.smarketing.daemon.serve;

import io.smarketing.daemon.serve.http.Endpoint;
import io.smarketing.daemon.serve.http.LocalServer;
import io.smarketing.daemon.serve.http.Reply;
import java.net.URI;
import java.time.InstantSource;
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
    private final LocalServer server;

    /**
     * Starts the server.
     *
     * @param port 0 for any free one
     */
    public Watchers(InstantSource clock, int port) {
        health = new Health(clock, events::changed);
        metrics = new Metrics(health);
        listeners = new Listeners(metrics, events, health);
        server = LocalServer.start(
                port,
                List.of(
                        Endpoint.get("/health", query -> Reply.json(health.isWell() ? 200 : 503, health.report())),
                        Endpoint.get("/metrics", query -> new Reply(200, PROMETHEUS, metrics.scrape())),
                        new Endpoint("POST", "/retry", query -> {
                            doorbell.ring();
                            return Reply.json(202, Map.of("retry", "all that is parked is tried now"));
                        })));
    }

    public Events events() {
        return events;
    }

    /** Rung by who wants what is parked to be tried now. */
    public Doorbell doorbell() {
        return doorbell;
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

    public URI metricsUrl() {
        return server.url("/metrics");
    }

    @Override
    public void close() {
        server.close();
    }
}
