package io.smarketing.daemon.serve.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smarketing.daemon.command.CommandFailure;
import io.smarketing.daemon.command.ExitCode;
import io.smarketing.daemon.log.Wordless;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small HTTP server that only this machine can reach. A page in a browser on this machine could reach it, too, so it
 * answers nobody who calls it by another name, and has nothing done for who comes from a page.
 */
public final class LocalServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalServer.class);
    private static final Set<String> OUR_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int THREADS = 2;

    private final HttpServer server;
    private final ExecutorService threads;
    private final List<Endpoint> endpoints;

    private LocalServer(HttpServer server, List<Endpoint> endpoints) {
        this.server = server;
        this.endpoints = List.copyOf(endpoints);
        this.threads = Executors.newFixedThreadPool(THREADS, LocalServer::daemon);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
    }

    /**
     * Serves from now on.
     *
     * @param port 0 for any free one
     */
    public static LocalServer start(int port, List<Endpoint> endpoints) {
        // Read once by the JDK's server: answers are sent at once, and a slow caller holds no thread for long.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "10");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            LocalServer local = new LocalServer(server, endpoints);
            server.start();
            return local;
        } catch (BindException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "Port " + port + " of this machine cannot be used; another process may have it, or it is one of the"
                            + " system's: choose another with --http-port P, or any free one with --http-port 0",
                    e);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILED, "The HTTP server cannot be started on port " + port, e);
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
        if (!isCalledByOurName(exchange)) {
            return refused(403, "this server is for its own machine: call it as localhost or 127.0.0.1");
        }
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && exchange.getRequestHeaders().containsKey("Origin")) {
            return refused(403, "nothing is done here for a page in a browser");
        }
        String path = exchange.getRequestURI().getPath();
        List<Endpoint> here =
                endpoints.stream().filter(e -> e.path().equals(path)).toList();
        if (here.isEmpty()) {
            return refused(404, "there is " + named(endpoints) + " here");
        }
        return here.stream()
                .filter(e -> e.takes(method))
                .findFirst()
                .map(e -> answer(e, exchange))
                .orElseGet(() -> refused(405, "there is " + named(here) + " here"));
    }

    private static Reply answer(Endpoint endpoint, HttpExchange exchange) {
        try {
            return endpoint.answer().apply(Query.of(exchange.getRequestURI().getRawQuery()));
        } catch (RuntimeException e) {
            LOG.error("an endpoint failed", Wordless.of(e));
            return refused(500, "this is a bug of ours: the log says where it arose");
        }
    }

    private static boolean isCalledByOurName(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .map(host -> host.replaceFirst(":\\d+$", ""))
                .filter(OUR_NAMES::contains)
                .isPresent();
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
