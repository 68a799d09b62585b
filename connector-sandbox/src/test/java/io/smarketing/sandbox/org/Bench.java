package io.smarketing.sandbox.org;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.sandbox.kernel.RecordClock;
import io.smarketing.sandbox.kernel.Switches;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** An org on a workbench: two clocks that only the test moves, and short ways to ask it things. */
final class Bench {

    static final ObjectMapper JSON = new ObjectMapper();
    static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    static final KeyPair KEYS = keys();
    static final String V = "/services/data/v66.0";

    Instant wall = Instant.parse("2026-11-22T08:00:00Z");
    final Switches switches = new Switches();
    final RecordClock clock = new RecordClock(() -> wall, START);
    final Map<String, String> headers = new HashMap<>();
    final Org org;

    Bench() {
        this(false, OrgSettings.Speed.REAL);
    }

    Bench(boolean bare, OrgSettings.Speed speed) {
        OrgSettings settings = new OrgSettings(
                "00D000000000001",
                "integration@org.example",
                "the-client",
                "the-secret",
                KEYS.getPublic(),
                "fixed-token",
                speed,
                bare);
        org = new Org(settings, clock, new Random(7), switches);
        headers.put("host", "org.test:1234");
        headers.put("authorization", "Bearer fixed-token");
    }

    Answer send(String method, String path, Map<String, String> query, String body) {
        Map<String, List<String>> params = new LinkedHashMap<>();
        query.forEach((k, v) -> params.put(k, List.of(v)));
        return org.handle(new Ask(method, path, params, headers, body));
    }

    Answer send(String method, String path, String body) {
        return send(method, V + path, Map.of(), body.replace('\'', '"'));
    }

    Answer get(String path) {
        return send("GET", V + path, Map.of(), "");
    }

    JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(answer.body(), e);
        }
    }

    Answer ask(String soql) {
        return send("GET", V + "/query", Map.of("q", soql), "");
    }

    JsonNode query(String soql) {
        Answer answer = ask(soql);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return json(answer);
    }

    /** The values of one field of all rows that a query finds. */
    List<String> column(String soql, String field) {
        return query(soql).path("records").findValuesAsText(field);
    }

    String error(Answer answer) {
        JsonNode first = json(answer).path(0);
        return answer.status() + " " + first.path("errorCode").asText();
    }

    String lead(String email, String... more) {
        return create("Lead", email, more);
    }

    String create(String type, String email, String... more) {
        Map<String, String> row = new LinkedHashMap<>(Map.of("LastName", "Ng", "Email", email));
        if (type.equals("Lead")) {
            row.put("Company", "Seller");
        }
        for (int i = 0; i < more.length; i += 2) {
            row.put(more[i], more[i + 1]);
        }
        return file(type, row);
    }

    String file(String type, Map<String, String> row) {
        try {
            return org.insider().create(type, row, clock.instant());
        } catch (Insider.BadRow e) {
            throw new IllegalStateException(e);
        }
    }

    void act(String object, String id, String action, String field, String value) {
        try {
            org.insider().act(new Insider.Deed(clock.instant(), object, id, action, field, value));
        } catch (Insider.BadRow e) {
            throw new IllegalStateException(e);
        }
    }

    /** Moves both clocks. */
    void pass(Duration time) {
        wall = wall.plus(time);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
