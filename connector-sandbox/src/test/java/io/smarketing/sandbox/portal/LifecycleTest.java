package io.smarketing.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    private static final String MQL_DATE = "hs_lifecyclestage_marketingqualifiedlead_date";
    private final Bench bench = new Bench();

    @Test
    void enteringAStageIsDated() {
        String id = bench.contact("'lastname':'x','lifecyclestage':'lead'");
        bench.clock.advance(Duration.ofHours(1));
        stage(id, "marketingqualifiedlead");
        assertThat(bench.value(id, MQL_DATE)).isEqualTo("2026-05-01T11:00:00.000Z");
        assertThat(bench.value(id, "hs_lifecyclestage_lead_date")).isEqualTo("2026-05-01T10:00:00.000Z");
        assertThat(bench.value(id, "hs_v2_date_entered_marketingqualifiedlead")).isEqualTo("2026-05-01T11:00:00.000Z");
        assertThat(bench.value(id, "hs_v2_date_exited_lead")).isEqualTo("2026-05-01T11:00:00.000Z");
        assertThat(bench.value(id, "hs_v2_date_entered_current_stage")).isEqualTo("2026-05-01T11:00:00.000Z");
    }

    @Test
    void aBackwardWriteIsAnsweredWithSuccessAndIgnored() {
        String id = bench.contact("'lastname':'x','lifecyclestage':'customer'");
        JsonNode body = stage(id, "lead");
        assertThat(body.path("properties").path("lifecyclestage").asText()).isEqualTo("customer");
        assertThat(body.path("updatedAt").asText()).isEqualTo("2026-05-01T10:00:00.000Z");
    }

    @Test
    void aBackwardWriteCanBeAcceptedOrRefusedBySwitch() {
        String id = bench.contact("'lastname':'x','lifecyclestage':'customer'");
        bench.switches.set("backward-stage", "error");
        bench.call(400, "PATCH", "/crm/v3/objects/contacts/" + id, "{'properties':{'lifecyclestage':'lead'}}");
        bench.switches.set("backward-stage", "accepted");
        assertThat(stage(id, "lead").path("properties").path("lifecyclestage").asText())
                .isEqualTo("lead");
    }

    @Test
    void clearedFirstALowerStageIsTaken() {
        String id = bench.contact("'lastname':'x','lifecyclestage':'customer'");
        stage(id, "");
        assertThat(bench.value(id, "hs_lifecyclestage_customer_date")).isNotEmpty();
        assertThat(stage(id, "lead").path("properties").path("lifecyclestage").asText())
                .isEqualTo("lead");
    }

    @Test
    void clearingCanTakeTheDatesAway() {
        bench.switches.set("clear-stage-dates", "on");
        String id = bench.contact("'lastname':'x','lifecyclestage':'customer'");
        stage(id, "");
        assertThat(bench.read(id, "hs_lifecyclestage_customer_date")
                        .path("properties")
                        .path("hs_lifecyclestage_customer_date")
                        .isNull())
                .isTrue();
    }

    @Test
    void stageDatesCanArriveLateOnTheWallClockAndMoveTheStamp() {
        bench.switches.set("stage-date-delay", "12s");
        String id = bench.contact("'lastname':'x','lifecyclestage':'marketingqualifiedlead'");
        bench.pass(Duration.ofSeconds(11));
        assertThat(bench.read(id, MQL_DATE).path("properties").path(MQL_DATE).isNull())
                .isTrue();
        bench.pass(Duration.ofSeconds(1));
        JsonNode late = bench.read(id, MQL_DATE);
        assertThat(late.path("properties").path(MQL_DATE).asText()).isEqualTo("2026-05-01T10:00:00.000Z");
        assertThat(late.path("updatedAt").asText()).isEqualTo("2026-05-01T10:00:12.000Z");
    }

    @Test
    void aFirstStageCanBeGivenByThePortal() {
        bench.switches.set("first-stage", "lead");
        assertThat(bench.value(bench.contact("'lastname':'x'"), "lifecyclestage"))
                .isEqualTo("lead");
    }

    @Test
    void aLoadedContactKeepsTheFilesDates() {
        String id = bench.load(Map.of(
                "email",
                "lead-0001@example.com",
                "lifecyclestage",
                "marketingqualifiedlead",
                MQL_DATE,
                "2018-02-01T00:00:00Z",
                "createdate",
                "2018-01-31T00:00:00Z"));
        JsonNode read = bench.get("/crm/objects/2026-03/contacts/" + id + "?properties=createdate," + MQL_DATE
                + "&propertiesWithHistory=lifecyclestage");
        assertThat(read.path("createdAt").asText()).isEqualTo("2026-05-01T10:00:00.000Z");
        assertThat(read.path("updatedAt").asText()).isEqualTo("2026-05-01T10:00:00.000Z");
        assertThat(read.path("properties").path("createdate").asText()).isEqualTo("2018-01-31T00:00:00.000Z");
        assertThat(read.path("properties").path(MQL_DATE).asText()).isEqualTo("2018-02-01T00:00:00.000Z");
        JsonNode entry =
                read.path("propertiesWithHistory").path("lifecyclestage").path(0);
        assertThat(entry.path("timestamp").asText()).isEqualTo("2018-02-01T00:00:00.000Z");
        assertThat(entry.path("sourceType").asText()).isEqualTo("CRM_UI");
    }

    @Test
    void aPersonAtTheScreenMayMoveAStageBack() {
        String id = bench.contact("'lastname':'x','lifecyclestage':'customer'");
        bench.act(id, "set", "lifecyclestage", "lead");
        assertThat(bench.value(id, "lifecyclestage")).isEqualTo("lead");
    }

    private JsonNode stage(String id, String stage) {
        return bench.call(
                200, "PATCH", "/crm/v3/objects/contacts/" + id, "{'properties':{'lifecyclestage':'" + stage + "'}}");
    }
}
