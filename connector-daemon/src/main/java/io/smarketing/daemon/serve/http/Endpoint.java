package io.smarketing.daemon.serve.http;

import java.util.function.Function;

/**
 * One thing that the server can be asked.
 *
 * @param method GET to look, POST to have something done
 * @param path the whole path, such as {@code /health}
 * @param signed whoever asks must prove itself to the endpoint, and may then come from anywhere
 * @param answer on a thread of the server
 */
public record Endpoint(String method, String path, boolean signed, Function<Asked, Reply> answer) {

    /** Something to look at. */
    public static Endpoint get(String path, Function<Asked, Reply> answer) {
        return new Endpoint("GET", path, false, answer);
    }

    /** Something to have done. */
    public static Endpoint post(String path, Function<Asked, Reply> answer) {
        return new Endpoint("POST", path, false, answer);
    }

    /** Something that others have done who prove themselves: the answer refuses who does not. */
    public static Endpoint signed(String path, Function<Asked, Reply> answer) {
        return new Endpoint("POST", path, true, answer);
    }

    /** A HEAD is a GET whose body nobody reads. */
    boolean takes(String asked) {
        return method.equals(asked) || method.equals("GET") && asked.equals("HEAD");
    }
}
