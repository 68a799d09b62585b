package io.smarketing.daemon.serve.http;

import java.util.Map;
import java.util.function.Function;

/**
 * One thing that the server can be asked.
 *
 * @param method GET to look, POST to have something done
 * @param path the whole path, such as {@code /health}
 * @param answer from the query's parameters, on a thread of the server
 */
public record Endpoint(String method, String path, Function<Map<String, String>, Reply> answer) {

    /** Something to look at. */
    public static Endpoint get(String path, Function<Map<String, String>, Reply> answer) {
        return new Endpoint("GET", path, answer);
    }

    /** A HEAD is a GET whose body nobody reads. */
    boolean takes(String asked) {
        return method.equals(asked) || method.equals("GET") && asked.equals("HEAD");
    }
}
