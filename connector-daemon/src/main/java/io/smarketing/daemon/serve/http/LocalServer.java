package io.smarketing.daemon.serve.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smarketing.daemon.command.CommandFailure;
import io.smarketing.daemon.command.ExitCode;
import io.smarketing.daemon.log.Wordless;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small HTTP server for this machine. A page in a browser on this machine could reach it, too, so it answers nobody who
 * calls it by another name, and has nothing done for who comes from a page. Only who is asked to prove himself may come
 * from anywhere, where the server can be reached from there.
 */
public final class LocalServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalServer.class);
    /** As many as a CRM has calls on their way, so that a slow one keeps nobody waiting. */
    private static final int THREADS = 12;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Supplier<List<Endpoint>> endpoints;

    private LocalServer(HttpServer server, Supplier<List<Endpoint>> endpoints) {
        this.server = server;
        this.endpoints = endpoints;
        this.threads = Executors.newFixedThreadPool(THREADS, LocalServer::daemon);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
    }

    /**
     * Serves from now on.
     *
     * @param address where it can be reached
     * @param endpoints those that there are at the moment
     */
    public static LocalServer start(Address address, Supplier<List<Endpoint>> endpoints) {
        // Read once by the JDK's server: answers are sent at once, and a slow caller holds no thread for long.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "10");
        try {
            HttpServer server = HttpServer.create(address.socket(), 0);
            LocalServer local = new LocalServer(server, endpoints);
            server.start();
            return local;
        } catch (BindException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "Port " + address.port()
                            + " of this machine cannot be used; another process may have it, or it is one of the"
                            + " system's: choose another with --http-port P, or any free one with --http-port 0",
                    e);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILED, "The HTTP server cannot be started on port " + address.port(), e);
        }
    }

    /** Where an endpoint is. */
    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = reply(exchange);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            boolean empty = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
            exchange.sendResponseHeaders(reply.status(), empty ? -1 : body.length);
            if (!empty) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private Reply reply(HttpExchange exchange) {
        Incoming asked = new Incoming(exchange);
        List<Endpoint> all = endpoints.get();
        List<Endpoint> here =
                all.stream().filter(e -> e.path().equals(asked.path())).toList();
        Optional<Endpoint> endpoint =
                here.stream().filter(e -> e.takes(asked.method())).findFirst();
        boolean signed = endpoint.map(Endpoint::signed).orElse(false);
        if (!signed && !asked.isFromHere()) {
            return refused(403, "this server is for its own machine: call it as localhost or 127.0.0.1");
        }
        if (!signed && !asked.method().equals("GET") && asked.isFromAPage()) {
            return refused(403, "nothing is done here for a page in a browser");
        }
        if (here.isEmpty()) {
            return refused(404, "there is " + named(all) + " here");
        }
        return endpoint.map(e -> answer(e, asked)).orElseGet(() -> refused(405, "there is " + named(here) + " here"));
    }

    private static Reply answer(Endpoint endpoint, Incoming asked) {
        try {
            return endpoint.answer().apply(asked);
        } catch (Incoming.TooLong e) {
            return refused(413, "that is too long");
        } catch (UncheckedIOException e) {
            return refused(400, "that broke off");
        } catch (RuntimeException e) {
            LOG.error("an endpoint failed", Wordless.of(e));
            return refused(500, "this is a bug of ours: the log says where it arose");
        }
    }

    private static Reply refused(int status, String why) {
        return Reply.json(status, Map.of("error", why));
    }

    private static String named(List<Endpoint> some) {
        return some.stream().map(e -> e.method() + " " + e.path()).collect(Collectors.joining(", "));
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "http");
        thread.setDaemon(true);
        return thread;
    }
}
