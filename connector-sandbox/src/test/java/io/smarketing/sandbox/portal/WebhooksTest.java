package io.smarketing.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smarketing.sandbox.kernel.Post;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhooksTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String URL = "http://127.0.0.1:9/hubspot/webhooks";

    private final Bench bench = new Bench();

    private void wanted() {
        bench.switches.set("webhook-url", URL);
    }

    /** All that is to be sent now; each is answered so. */
    private List<Post> carried(boolean taken) {
        List<Post> posts = new ArrayList<>();
        for (Optional<Post> post = bench.portal.posts().next();
                post.isPresent();
                post = bench.portal.posts().next()) {
            posts.add(post.get());
            bench.portal.posts().answered(post.get(), taken);
        }
        return posts;
    }

    private static List<JsonNode> events(List<Post> posts) {
        List<JsonNode> events = new ArrayList<>();
        try {
            for (Post post : posts) {
                JSON.readTree(post.body()).forEach(events::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return events;
    }

    private List<String> types() {
        return events(carried(true)).stream()
                .map(e -> e.path("subscriptionType").asText())
                .toList();
    }

    @Test
    void nothingIsToldUntilSomebodyWantsIt() {
        bench.contact("'email':'a@example.com'");
        assertThat(carried(true)).isEmpty();
        wanted();
        assertThat(carried(true)).isEmpty();
    }

    @Test
    void whatIsDoneToAContactIsTold() {
        wanted();
        String id = bench.contact("'email':'a@example.com'");
        JsonNode creation = events(carried(true)).get(0);
        assertThat(creation.path("subscriptionType").asText()).isEqualTo("contact.creation");
        assertThat(creation.path("objectId").asText()).isEqualTo(id);
        assertThat(creation.path("portalId").asLong()).isEqualTo(4711);
        assertThat(creation.path("attemptNumber").asInt()).isZero();
        assertThat(creation.path("changeSource").asText()).isEqualTo("INTEGRATION");
        assertThat(creation.path("sourceId").asText())
                .isEqualTo(creation.path("appId").asText());

        bench.pass(Duration.ofSeconds(1));
        bench.act(id, "set", "city", "Ulm");
        JsonNode change = events(carried(true)).get(0);
        assertThat(change.path("subscriptionType").asText()).isEqualTo("contact.propertyChange");
        assertThat(change.path("propertyName").asText()).isEqualTo("city");
        assertThat(change.path("propertyValue").asText()).isEqualTo("Ulm");
        assertThat(change.path("changeSource").asText()).isEqualTo("CRM_UI");
        assertThat(change.path("occurredAt").asLong())
                .isEqualTo(bench.clock.instant().toEpochMilli());
    }

    @Test
    void whatIsDoneToCompaniesAndDealsIsTold() {
        wanted();
        bench.call(201, "POST", "/crm/objects/2026-03/companies", "{'properties':{'name':'Company One'}}");
        bench.call(
                201,
                "POST",
                "/crm/objects/2026-03/deals",
                "{'properties':{'dealname':'One','dealstage':'appointmentscheduled'}}");
        bench.call(201, "POST", "/crm/objects/2026-03/notes", "{'properties':{'hs_timestamp':'2026-11-02T09:00:00Z'}}");

        assertThat(types()).containsExactly("company.creation", "deal.creation");
    }

    @Test
    void mergesDeletionsRestoredAndPrivacyDeletionsAreTold() {
        String first = bench.contact("'email':'a@example.com'");
        String second = bench.contact("'email':'b@example.com'");
        wanted();
        bench.act(first, "merge", "", "b@example.com");
        JsonNode merge = events(carried(true)).get(0);
        assertThat(merge.path("subscriptionType").asText()).isEqualTo("contact.merge");
        assertThat(merge.path("primaryObjectId").asText()).isEqualTo(first);
        assertThat(merge.path("mergedObjectIds").path(0).asText()).isEqualTo(second);
        String now = merge.path("newObjectId").asText();
        bench.act(now, "delete", "", "");
        bench.act(now, "restore", "", "");
        bench.call(204, "POST", "/crm/objects/2026-03/contacts/gdpr-delete", "{'objectId':'" + now + "'}");
        assertThat(types()).containsExactly("contact.deletion", "contact.restore", "contact.privacyDeletion");
    }

    @Test
    void aCallHoldsAHundredEventsAtMost() {
        wanted();
        for (int n = 0; n < 250; n++) {
            bench.contact("'email':'lead-" + n + "@example.com'");
        }
        assertThat(carried(true).stream().map(p -> events(List.of(p)).size())).containsExactly(100, 100, 50);
    }

    @Test
    void eventsCanComeTwiceAndInAnyOrder() {
        wanted();
        bench.switches.set("webhook-duplicates", "true");
        bench.switches.set("webhook-disorder", "true");
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            ids.add(bench.contact("'email':'lead-" + n + "@example.com'"));
        }
        List<String> told = events(carried(true)).stream()
                .map(e -> e.path("objectId").asText())
                .toList();
        assertThat(told).hasSize(40);
        assertThat(told.subList(0, 20)).containsExactlyInAnyOrderElementsOf(ids).isNotEqualTo(ids);
        assertThat(told.subList(20, 40)).isEqualTo(told.subList(0, 20));
    }

    @Test
    void aCallThatFailsIsMadeTenTimesMoreWithinADay() {
        wanted();
        bench.contact("'email':'a@example.com'");
        List<Post> all = new ArrayList<>();
        for (int minutes = 0; minutes < 24 * 60; minutes += 5) {
            all.addAll(carried(false));
            bench.pass(Duration.ofMinutes(5));
        }
        assertThat(all).hasSize(11);
        assertThat(events(all).stream().map(e -> e.path("attemptNumber").asInt()))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(new HashSet<>(all.stream()
                        .map(Post::headers)
                        .map(h -> h.get("X-HubSpot-Request-Timestamp"))
                        .toList()))
                .as("each signed afresh")
                .hasSizeGreaterThan(5);
    }
}
