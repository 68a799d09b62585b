package io.smarketing.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.kernel.Insider;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BackstageTest {

    private final Bench bench = new Bench();
    private final Insider inside = bench.portal.insider();

    @Test
    void aCustomColumnBecomesATextField() {
        inside.addTextField("contacts", "lead_origin");
        inside.addTextField("contacts", "lead_origin");
        inside.addTextField("contacts", "Account_Tier__c");
        assertThat(inside.fields("contact")).contains("lead_origin", "account_tier__c", "email");
        assertThat(inside.fields("unicorns")).isEmpty();
        String id = bench.load(Map.of("email", "a@example.com", "lead_origin", "social", "Account_Tier__c", "x"));
        assertThat(bench.value(id, "lead_origin")).isEqualTo("social");
        assertThat(inside.peek("contacts", id, "Account_Tier__c")).contains("x");
        assertThat(inside.peek("contacts", id, "city")).contains("");
        assertThat(inside.peek("contacts", "12", "city")).isEmpty();
        assertThat(inside.count("contacts")).isEqualTo(1);
    }

    @Test
    void aBadRowSaysWhichFieldAndWhy() {
        bench.load(Map.of("email", "a@example.com"));
        assertRefused(Map.of("email", "A@example.com"), "Contact already exists");
        assertRefused(Map.of("email", "nonsense"), "email: ");
        assertRefused(Map.of("email", "b@example.com", "lifecyclestage", "hot"), "lifecyclestage: hot");
        assertRefused(Map.of("email", "b@example.com", "unknown_column", "x"), "unknown_column");
        assertRefused(Map.of("city", "Rome"), "email or firstname or lastname");
        assertThat(inside.count("contacts")).isEqualTo(1);
    }

    @Test
    void anExportKeepsItsRecordIdsAndOwnersByAddress() throws Exception {
        String owner = inside.create("owners", Map.of("email", "rep-1@sales.example", "id", "55"), Bench.START);
        String id = bench.load(Map.of(
                "hs_object_id", "30000000001", "email", "a@example.com", "hubspot_owner_id", "Rep-1@sales.example"));
        assertThat(owner).isEqualTo("55");
        assertThat(id).isEqualTo("30000000001");
        assertThat(bench.value(id, "hubspot_owner_id")).isEqualTo("55");
        assertThat(Long.parseLong(bench.contact("'lastname':'next'"))).isGreaterThan(30000000001L);
        assertRefused(Map.of("hs_object_id", "30000000001", "email", "b@example.com"), "occurs twice");
    }

    @Test
    void aPersonIsFoundByAddressInAnyCase() {
        String id = bench.load(Map.of("email", "a@example.com"));
        assertThat(inside.find("contacts", " A@Example.com")).containsExactly(id);
        assertThat(inside.find("contact", "b@example.com")).isEmpty();
    }

    @Test
    void anEditOfAnEarlierTimeBearsItsTimeInHistoryAndStillMovesTheStamp() throws Exception {
        String id = bench.contact("'lastname':'x','city':'Rome'");
        bench.clock.advance(Duration.ofHours(1));
        bench.call(200, "PATCH", "/crm/v3/objects/contacts/" + id, "{'properties':{'city':'Bari'}}");
        Instant at = Bench.START.plus(Duration.ofMinutes(30));
        inside.act(new Insider.Deed(at, "contacts", id, "set", "city", "Pisa"));
        JsonNode read = bench.get("/crm/v3/objects/contacts/" + id + "?propertiesWithHistory=city");
        assertThat(read.path("updatedAt").asText()).isEqualTo("2026-05-01T11:00:00.001Z");
        JsonNode entry = read.path("propertiesWithHistory").path("city").path(0);
        assertThat(entry.path("timestamp").asText()).isEqualTo("2026-05-01T10:30:00.000Z");
        assertThat(entry.path("sourceType").asText()).isEqualTo("CRM_UI");
    }

    @Test
    void peopleMergeAndDelete() throws Exception {
        String first = bench.load(Map.of("email", "a@example.com"));
        bench.load(Map.of("email", "b@example.com"));
        bench.act(first, "merge", "", "b@example.com");
        assertThat(inside.count("contacts")).isEqualTo(1);
        String merged = inside.find("contacts", "a@example.com").get(0);
        bench.act(merged, "delete", "", "");
        assertThat(inside.count("contacts")).isZero();
        assertThatThrownBy(() -> inside.act(new Insider.Deed(Bench.START, "contacts", merged, "set", "city", "x")))
                .isInstanceOf(Insider.BadRow.class);
        String third = bench.load(Map.of("email", "c@example.com"));
        assertThatThrownBy(() -> inside.act(new Insider.Deed(Bench.START, "contacts", third, "convert", "", "")))
                .isInstanceOf(Insider.BadRow.class)
                .hasMessageContaining("convert");
    }

    private void assertRefused(Map<String, String> row, String why) {
        assertThatThrownBy(() -> inside.create("contacts", row, Bench.START))
                .isInstanceOf(Insider.BadRow.class)
                .hasMessageContaining(why);
    }
}
