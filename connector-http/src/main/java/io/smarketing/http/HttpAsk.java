package io.smarketing.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.Lane;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One call to a CRM.
 *
 * @param url absolute, or a path relative to the base of the login
 * @param lane how urgent it is
 * @param bucket which short-term rate counts it
 * @param repeatable true if it may be sent again although it may have been carried out already
 * @param answered statuses of 300 or more that the caller wants as an answer, not as a failure
 */
public record HttpAsk(
        String method,
        String url,
        Map<String, String> headers,
        Optional<Body> body,
        Lane lane,
        Bucket bucket,
        boolean repeatable,
        Set<Integer> answered) {

    public HttpAsk {
        headers = Map.copyOf(headers);
        answered = Set.copyOf(answered);
    }

    /** What is sent with a call. */
    public record Body(String contentType, String text) {

        /** Never its text, which may be personal or secret. */
        @Override
        public String toString() {
            return contentType;
        }
    }

    /** Reads; may be repeated. */
    public static HttpAsk get(String url) {
        return new HttpAsk("GET", url, Map.of(), Optional.empty(), Lane.FIELDS, Bucket.GENERAL, true, Set.of());
    }

    /** Deletes; not repeatable unless it is said to be. */
    public static HttpAsk delete(String url) {
        return new HttpAsk("DELETE", url, Map.of(), Optional.empty(), Lane.FIELDS, Bucket.GENERAL, false, Set.of());
    }

    /** A POST of JSON; not repeatable unless it is said to be. */
    public static HttpAsk postJson(String url, JsonNode json) {
        return withBody("POST", url, new Body("application/json", json.toString()));
    }

    /** A PATCH of JSON; not repeatable unless it is said to be. */
    public static HttpAsk patchJson(String url, JsonNode json) {
        return withBody("PATCH", url, new Body("application/json", json.toString()));
    }

    /** A POST of form fields; not repeatable unless it is said to be. */
    public static HttpAsk postForm(String url, Map<String, String> form) {
        String text = form.entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
        return withBody("POST", url, new Body("application/x-www-form-urlencoded", text));
    }

    /** The same call, which may be sent again although it may have been carried out already. */
    public HttpAsk mayRepeat() {
        return new HttpAsk(method, url, headers, body, lane, bucket, true, answered);
    }

    /** The same call in another lane. */
    public HttpAsk in(Lane other) {
        return new HttpAsk(method, url, headers, body, other, bucket, repeatable, answered);
    }

    /** The same call counted in another bucket. */
    public HttpAsk in(Bucket other) {
        return new HttpAsk(method, url, headers, body, lane, other, repeatable, answered);
    }

    /** The same call with one more header. */
    public HttpAsk header(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new HttpAsk(method, url, more, body, lane, bucket, repeatable, answered);
    }

    /** The same call; this status is an answer to it and no failure. */
    public HttpAsk answeredBy(int status) {
        Set<Integer> more = new HashSet<>(answered);
        more.add(status);
        return new HttpAsk(method, url, headers, body, lane, bucket, repeatable, more);
    }

    /** A text as it may stand in a query or in a segment of a path. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Method and path: a query may hold values. */
    @Override
    public String toString() {
        int query = url.indexOf('?');
        return method + " " + (query < 0 ? url : url.substring(0, query));
    }

    private static HttpAsk withBody(String method, String url, Body body) {
        return new HttpAsk(method, url, Map.of(), Optional.of(body), Lane.FIELDS, Bucket.GENERAL, false, Set.of());
    }
}
