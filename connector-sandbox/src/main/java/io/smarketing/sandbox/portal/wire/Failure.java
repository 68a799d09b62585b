package io.smarketing.sandbox.portal.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/** A refusal with the status and body that the portal answers; the correlation id is added when it is sent. */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final ObjectNode body;
    private long waitMs;

    private Failure(int status, ObjectNode body) {
        super(body.path("message").asText(), null, false, false);
        this.status = status;
        this.body = body;
    }

    public static Failure of(int status, String category, String message) {
        ObjectNode body = Json.object().put("status", "error").put("message", message);
        return new Failure(status, body.put("category", category));
    }

    /** A failure whose body is not of the usual form (rate limits, OAuth). */
    public static Failure raw(int status, ObjectNode body) {
        return new Failure(status, body);
    }

    /** 400, the request itself is at fault. */
    public static Failure invalid(String message) {
        return of(400, "VALIDATION_ERROR", message);
    }

    public static Failure notFound(String message) {
        return of(404, "OBJECT_NOT_FOUND", message);
    }

    public static Failure conflict(String message) {
        return of(409, "CONFLICT", message);
    }

    public Failure subCategory(String value) {
        body.put("subCategory", value);
        return this;
    }

    /** Adds texts to the body's own context. */
    public Failure context(String key, Collection<String> values) {
        body.withObject("/context").set(key, Json.texts(values));
        return this;
    }

    /** Adds one entry to {@code errors}, with one context entry. */
    public Failure error(String message, String code, String key, List<String> values) {
        ObjectNode error = body.withArray("/errors").addObject().put("message", message);
        if (!code.isEmpty()) {
            error.put("code", code);
        }
        error.putObject("context").set(key, Json.texts(values));
        return this;
    }

    /** Says how long a caller would have to wait. */
    public Failure waiting(long ms) {
        waitMs = ms;
        return this;
    }

    public long waitMs() {
        return waitMs;
    }

    public int status() {
        return status;
    }

    /** A copy of the body. */
    public ObjectNode body() {
        return body.deepCopy();
    }
}
