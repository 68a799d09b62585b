package io.smarketing.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.data.Replay;
import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import io.smarketing.sandbox.kernel.Insider.Deed;
import io.smarketing.sandbox.kernel.RecordClock;
import io.smarketing.sandbox.kernel.SandboxProblem;
import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.server.http.Counts;
import io.smarketing.sandbox.server.http.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What a sandbox lets its users do beside the CRMs' own interfaces: time, replay, conversion, counts, as JSON. */
final class Controls {

    /** A row that waits is named only when nothing moves any more. */
    private static final Duration QUIET = Duration.ofSeconds(30);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RecordClock clock;
    private final Replay replay;
    private final Insider salesforce;
    private final Traffic traffic;
    private final Map<String, Counts> counts;

    Controls(World world, Traffic traffic) {
        this.clock = world.clock();
        this.replay = world.replay();
        this.salesforce = world.salesforce().crm().insider();
        this.traffic = traffic;
        this.counts = world.counts();
    }

    JsonNode clock() {
        return JSON.createObjectNode().put("now", clock.instant().toString());
    }

    JsonNode advance(JsonNode body) {
        String by = body.path("advance").asText();
        if (by.isEmpty()) {
            throw new SandboxProblem("name how far, such as {\"advance\":\"PT20M\"}");
        }
        clock.advance(Switches.parse(by));
        return clock();
    }

    JsonNode startReplay() {
        replay.start();
        return replay();
    }

    JsonNode replay() {
        Replay.Progress progress = replay.progress();
        ObjectNode answer = JSON.createObjectNode()
                .put("started", progress.started())
                .put("done", progress.done())
                .put("waiting", progress.waiting())
                .put("skipped", progress.skipped().size());
        ArrayNode rows = answer.putArray("skippedRows");
        progress.skipped()
                .forEach(row -> rows.addObject().put("row", row.place()).put("why", row.sentence()));
        progress.held()
                .filter(this::isQuiet)
                .ifPresent(held -> answer.putObject("waitingFor")
                        .put("row", held.row().place())
                        .put("crm", held.row().crm())
                        .put("object", held.row().object())
                        .put("key", held.key()));
        return answer;
    }

    JsonNode convert(JsonNode body) {
        String lead = lead(body);
        Instant now = clock.instant();
        try {
            salesforce.act(new Deed(now, "Lead", lead, "convert", "", ""));
        } catch (BadRow e) {
            throw new SandboxProblem("the lead cannot be converted: " + e.getMessage(), e);
        }
        return JSON.createObjectNode()
                .put("leadId", lead)
                .put("contactId", peek(lead, "ConvertedContactId"))
                .put("accountId", peek(lead, "ConvertedAccountId"))
                .put("opportunityId", peek(lead, "ConvertedOpportunityId"));
    }

    JsonNode stats() {
        ObjectNode answer = JSON.createObjectNode();
        counts.forEach((crm, c) -> answer.putObject(crm)
                .put("calls", c.calls())
                .put("refusedForRate", c.refusedForRate())
                .put("answeredByFault", c.answeredByFault()));
        return answer;
    }

    private boolean isQuiet(Replay.Waiting held) {
        Instant since = held.since().isAfter(traffic.last()) ? held.since() : traffic.last();
        return !clock.wall().instant().isBefore(since.plus(QUIET));
    }

    private String lead(JsonNode body) {
        String id = body.path("leadId").asText();
        String email = body.path("email").asText();
        if (id.isEmpty() && email.isEmpty()) {
            throw new SandboxProblem("name the lead, by {\"email\":\"...\"} or {\"leadId\":\"...\"}");
        }
        if (!id.isEmpty()) {
            return id;
        }
        return salesforce.find("Lead", email).stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchRecord("no lead has that address"));
    }

    private String peek(String lead, String field) {
        return salesforce.peek("Lead", lead, field).orElse("");
    }
}
