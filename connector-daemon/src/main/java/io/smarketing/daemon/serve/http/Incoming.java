package io.smarketing.daemon.serve.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One request, and from whom it seems to come. */
record Incoming(HttpExchange exchange) implements Asked {

    private static final Set<String> OUR_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int MOST_BYTES = 1_000_000;

    /** Somebody sends more than anybody who means well. */
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    String method() {
        return exchange.getRequestMethod();
    }

    String path() {
        return exchange.getRequestURI().getPath();
    }

    /** From this machine, and by its own name: a page in a browser may be led here by another. */
    boolean isFromHere() {
        InetAddress from = exchange.getRemoteAddress().getAddress();
        boolean ourName = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .map(host -> host.replaceFirst(":\\d+$", ""))
                .filter(OUR_NAMES::contains)
                .isPresent();
        return ourName && from.isLoopbackAddress();
    }

    boolean isFromAPage() {
        return exchange.getRequestHeaders().containsKey("Origin");
    }

    @Override
    public Map<String, String> query() {
        return Query.of(exchange.getRequestURI().getRawQuery());
    }

    @Override
    public Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return headers;
    }

    @Override
    public byte[] body() {
        try {
            byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                throw new TooLong();
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException("the caller broke off", e);
        }
    }
}
