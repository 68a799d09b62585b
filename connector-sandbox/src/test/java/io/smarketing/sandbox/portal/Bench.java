package io.smarketing.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.sandbox.kernel.RecordClock;
import io.smarketing.sandbox.kernel.Switches;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A portal on a workbench: its wall clock stands still until it is moved. */
final class Bench {

    static final Instant START = Instant.parse("2026-05-01T10:00:00Z");
    static final String TOKEN = "pat-test";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Instant wall = Instant.parse("2026-11-01T12:00:00Z");
    final Switches switches = new Switches();
    final RecordClock clock = new RecordClock(() -> wall, START);
    final Portal portal;

    Bench() {
        this(PortalSettings.Speed.UNLIMITED, false);
    }

    Bench(PortalSettings.Speed speed, boolean bare) {
        PortalSettings settings = new PortalSettings(4711, TOKEN, "client", "secret", speed, bare);
        portal = new Portal(settings, clock, new SplittableRandom(7), switches);
    }

    void pass(Duration time) {
        wall = wall.plus(time);
    }

    Answer raw(String method, String target, String body, Map<String, String> headers) {
        String path = target.split("\\?")[0];
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (target.contains("?")) {
            for (String pair : target.substring(target.indexOf('?') + 1).split("&")) {
                String[] part = pair.split("=", 2);
                query.computeIfAbsent(part[0], n -> new ArrayList<>())
                        .add(URLDecoder.decode(part[1], StandardCharsets.UTF_8));
            }
        }
        return portal.handle(new Ask(method, path, query, headers, body));
    }

    Answer send(String method, String target, String body) {
        return raw(
                method,
                target,
                body.replace('\'', '"'),
                Map.of("authorization", "Bearer " + TOKEN, "host", "hub.test:8080"));
    }

    /** Sends and expects that status; single quotes in the body stand for double ones. */
    JsonNode call(int status, String method, String target, String body) {
        Answer answer = send(method, target, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return json(answer);
    }

    JsonNode get(String target) {
        return call(200, "GET", target, "");
    }

    JsonNode post(int status, String target, String body) {
        return call(status, "POST", target, body);
    }

    /** The id of a new contact with these properties, given as JSON members. */
    String contact(String members) {
        return post(201, "/crm/objects/2026-03/contacts", "{'properties':{" + members + "}}")
                .path("id")
                .asText();
    }

    JsonNode read(String id, String properties) {
        return get("/crm/objects/2026-03/contacts/" + id + "?properties=" + properties);
    }

    String value(String id, String property) {
        return read(id, property).path("properties").path(property).asText();
    }

    JsonNode search(String members) {
        return post(200, "/crm/objects/2026-03/contacts/search", "{" + members + "}");
    }

    String load(Map<String, String> row) {
        try {
            return portal.insider().create("contacts", row, START);
        } catch (Insider.BadRow e) {
            throw new AssertionError(e);
        }
    }

    void act(String id, String action, String field, String value) {
        try {
            portal.insider().act(new Insider.Deed(clock.instant(), "contacts", id, action, field, value));
        } catch (Insider.BadRow e) {
            throw new AssertionError(e);
        }
    }

    static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
