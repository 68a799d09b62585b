package io.smarketing.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.data.CustomColumn;
import io.smarketing.sandbox.kernel.Insider;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The portal and the org as they are served, with the sample and with real data. */
@Timeout(120)
class RealSandboxTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void theSampleLoadsWithoutABadRowAndItsOwnersAreTheUsers() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults())) {
            assertThat(sandbox.loaded().badRows()).isEmpty();
            assertThat(sandbox.loaded().customColumns())
                    .containsExactly(new CustomColumn("campaign_code", "Campaign_Code__c"));
            assertThat(sandbox.portal().insider().count("contacts")).isEqualTo(240);
            assertThat(sandbox.portal().insider().count("owners")).isEqualTo(3);
            assertThat(sandbox.org().insider().count("Lead")).isEqualTo(110);
            Insider org = sandbox.org().insider();
            String lead = org.find("Lead", "lead-0061@example.com").get(0);
            assertThat(org.peek("Lead", lead, "CreatedDate").orElseThrow()).startsWith("2026-01-20");
        }
    }

    @Test
    void everySwitchOfBothCrmsCanBeSetByName() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults())) {
            sandbox.fault("index-lag", "2s");
            sandbox.fault("salesforce.late-commit", "5s");
            sandbox.fault("conversion-drops-fields", "true");
        }
    }

    @Test
    void aLeadIsConvertedOnRequest() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults())) {
            JsonNode ids = send(
                    sandbox.access().salesforce().url() + "/__admin/sandbox/convert",
                    JSON.createObjectNode().put("email", "lead-0061@example.com"));
            assertThat(ids.get("contactId").asText()).startsWith("003");
            assertThat(ids.get("accountId").asText()).startsWith("001");
            assertThat(ids.get("opportunityId").asText()).startsWith("006");
        }
    }

    @Test
    void theOlistTimelineIsReplayedOnceItsLeadsAreThere() throws Exception {
        String shared = System.getenv("SMARKETING_DATA");
        assumeTrue(shared != null, "SMARKETING_DATA is not set: the folder that holds data/olist is not known");
        SandboxSettings settings = SandboxSettings.defaults()
                .withData(Path.of(shared, "data", "olist"))
                .withoutLimits();
        try (Sandbox sandbox = Sandbox.start(settings)) {
            assertThat(sandbox.loaded().badRows()).isEmpty();
            assertThat(sandbox.loaded().timelineRows()).isEqualTo(5052);
            assertThat(sandbox.loaded().start()).isEqualTo(Instant.parse("2017-12-05T01:00:00Z"));
            assertThat(sandbox.portal().insider().count("contacts")).isEqualTo(8000);
            assertThat(sandbox.portal().insider().count("owners")).isEqualTo(41);
            sandbox.replay().start();
            assertThat(sandbox.replay().progress().done()).isZero();
            copyContactsToLeads(sandbox);
            while (sandbox.replay().progress().waiting() > 0) {
                LockSupport.parkNanos(1_000_000);
            }
            assertThat(sandbox.replay().progress().skipped()).isEmpty();
            assertThat(sandbox.org().insider().count("Opportunity")).isEqualTo(842);
            assertThat(sandbox.counts().get("salesforce").refusedForRate()).isZero();
        }
    }

    private void copyContactsToLeads(Sandbox sandbox) throws Exception {
        String next = sandbox.access().hubspot().url()
                + "/crm/v3/objects/contacts?limit=100&properties=email,lastname,company";
        while (!next.isEmpty()) {
            JsonNode page = JSON.readTree(http.send(
                            HttpRequest.newBuilder(URI.create(next))
                                    .header(
                                            "Authorization",
                                            "Bearer "
                                                    + sandbox.access().hubspot().token())
                                    .build(),
                            BodyHandlers.ofString())
                    .body());
            next = page.at("/paging/next/link").asText();
            create(sandbox, page.get("results"));
        }
    }

    private void create(Sandbox sandbox, JsonNode contacts) throws Exception {
        ObjectNode body = JSON.createObjectNode().put("allOrNone", false);
        ArrayNode records = body.putArray("records");
        for (JsonNode contact : contacts) {
            ObjectNode lead = records.addObject();
            lead.putObject("attributes").put("type", "Lead");
            lead.put("Email", contact.at("/properties/email").asText());
            lead.put("LastName", contact.at("/properties/lastname").asText());
            lead.put("Company", contact.at("/properties/company").asText());
        }
        String url = sandbox.access().salesforce().url() + "/services/data/v66.0/composite/sobjects";
        for (JsonNode row : send(url, body, sandbox.access().salesforce().accessToken())) {
            assertThat(row.get("success").asBoolean()).isTrue();
        }
    }

    private JsonNode send(String url, JsonNode body, String... token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
        if (token.length > 0) {
            request.header("Authorization", "Bearer " + token[0]);
        }
        return JSON.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
    }
}
