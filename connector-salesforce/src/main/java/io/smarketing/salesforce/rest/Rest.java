package io.smarketing.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
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

    /** About the org's time now, as its last answer told. */
    public Instant now() {
        return clock.instant().plus(ahead);
    }

    private Found rows(String resource, String soql) {
        Instant sent = clock.instant();
        String url = url(resource, soql);
        HttpAnswer answer = url.length() > URL_BYTES ? inBody(url) : http.send(HttpAsk.get(url));
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

    /** A query that is too long for a URL, as the part of a composite call. */
    private HttpAnswer inBody(String url) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("compositeRequest")
                .addObject()
                .put("method", "GET")
                .put("url", url)
                .put("referenceId", "q");
        HttpAnswer whole = http.send(HttpAsk.postJson(path("/composite"), body).mayRepeat());
        JsonNode part = whole.body().path("compositeResponse").path(0);
        int status = part.path("httpStatusCode").asInt();
        HttpAnswer answer = new HttpAnswer(status, whole.headers(), part.path("body"), whole.serverTime());
        if (!answer.isSuccess()) {
            throw failure(answer);
        }
        return answer;
    }

    /** What an answer means that a caller wanted to see, but that is a failure after all. */
    public static CrmException failure(HttpAnswer answer) {
        return new SalesforceFailures().read(answer);
    }
}
