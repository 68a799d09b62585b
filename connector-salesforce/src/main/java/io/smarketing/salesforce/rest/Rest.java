package io.smarketing.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.http.CrmHttp;
import io.smarketing.http.HttpAnswer;
import io.smarketing.http.HttpAsk;
import io.smarketing.salesforce.error.SalesforceFailures;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The REST calls that we make to one org, in one API version. */
public final class Rest {

    /** Queries that one call can hold. */
    public static final int TOGETHER = 5;

    /** URL and headers together may have 16,384 bytes. */
    private static final int URL_BYTES = 14_000;

    private final CrmHttp http;
    private final InstantSource clock;
    private final String base;
    private volatile Duration ahead = Duration.ZERO;

    /** @param version such as {@code 68.0} */
    public Rest(CrmHttp http, InstantSource clock, String version) {
        this.http = http;
        this.clock = clock;
        this.base = "/services/data/v" + version;
    }

    /** Makes a call; the path starts behind the version. */
    public HttpAnswer send(HttpAsk ask) {
        return http.send(ask);
    }

    /** A path of this version. */
    public String path(String rest) {
        return base + rest;
    }

    /** What the org tells of an object. */
    public JsonNode describe(String object) {
        return http.send(HttpAsk.get(path("/sobjects/" + object + "/describe"))).body();
    }

    /** All rows that are there. */
    public Found query(String soql) {
        return rows("/query", soql);
    }

    /** All rows, also deleted ones. */
    public Found queryAll(String soql) {
        return rows("/queryAll", soql);
    }

    /** The rows of each of these queries, also deleted ones, in one call for all; at most {@link #TOGETHER}. */
    public List<Found> queryAll(List<String> soqls) {
        if (soqls.size() == 1) {
            return List.of(queryAll(soqls.get(0)));
        }
        Instant sent = clock.instant();
        List<HttpAnswer> answers =
                inBody(soqls.stream().map(q -> url("/queryAll", q)).toList());
        Instant began = began(sent, answers.get(0));
        return answers.stream().map(a -> new Found(allOf(a.body()), began)).toList();
    }

    /** About the org's time now, as its last answer told. */
    public Instant now() {
        return clock.instant().plus(ahead);
    }

    private Found rows(String resource, String soql) {
        Instant sent = clock.instant();
        String url = url(resource, soql);
        HttpAnswer answer = url.length() > URL_BYTES ? inBody(List.of(url)).get(0) : http.send(HttpAsk.get(url));
        return new Found(allOf(answer.body()), began(sent, answer));
    }

    private String url(String resource, String soql) {
        return path(resource) + "?q=" + HttpAsk.encode(soql);
    }

    private Instant began(Instant sent, HttpAnswer answer) {
        Instant now = clock.instant();
        ahead = Duration.between(now, answer.serverTime());
        return answer.serverTime().minus(Duration.between(sent, now)).truncatedTo(ChronoUnit.SECONDS);
    }

    /** The rows of an answer or of a sub-query, with those that it only points to. */
    public List<JsonNode> allOf(JsonNode result) {
        List<JsonNode> rows = new ArrayList<>();
        JsonNode part = result;
        part.path("records").forEach(rows::add);
        while (part.path("nextRecordsUrl").isTextual()) {
            part = http.send(HttpAsk.get(part.path("nextRecordsUrl").asText())).body();
            part.path("records").forEach(rows::add);
        }
        return rows;
    }

    /** Queries that are several, or too long for a URL, as the parts of a composite call. */
    private List<HttpAnswer> inBody(List<String> urls) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode requests = body.putArray("compositeRequest");
        for (String url : urls) {
            requests.addObject().put("method", "GET").put("url", url).put("referenceId", "q" + requests.size());
        }
        HttpAnswer whole = http.send(HttpAsk.postJson(path("/composite"), body).mayRepeat());
        List<HttpAnswer> answers = new ArrayList<>();
        for (int i = 0; i < urls.size(); i++) {
            JsonNode part = whole.body().path("compositeResponse").path(i);
            int status = part.path("httpStatusCode").asInt();
            HttpAnswer answer = new HttpAnswer(status, whole.headers(), part.path("body"), whole.serverTime());
            if (!answer.isSuccess()) {
                throw failure(answer);
            }
            answers.add(answer);
        }
        return answers;
    }

    /** What an answer means that a caller wanted to see, but that is a failure after all. */
    public static CrmException failure(HttpAnswer answer) {
        return new SalesforceFailures().read(answer);
    }
}
