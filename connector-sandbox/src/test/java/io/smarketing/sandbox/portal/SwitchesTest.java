package io.smarketing.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.sandbox.kernel.Switch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SwitchesTest {

    private final Bench bench = new Bench();

    @Test
    void everySwitchIsExplainedInTheDocumentation() throws Exception {
        String text = Files.readString(Path.of("..", "docs", "sandbox-hubspot.md"));
        for (Switch known : bench.portal.switches()) {
            assertThat(text).contains("\n| `" + known.name() + "` |");
        }
    }

    @Test
    void aMergeCanKeepTheWinnersId() {
        bench.switches.set("merge-id", "winner");
        String first = bench.contact("'email':'a@example.com'");
        String second = bench.contact("'email':'b@example.com'");
        bench.act(first, "merge", "", "b@example.com");
        JsonNode merged = bench.read(second, "hs_merged_object_ids");
        assertThat(merged.path("id").asText()).isEqualTo(first);
        assertThat(merged.path("properties").path("hs_merged_object_ids").asText())
                .isEqualTo(second);
    }

    @Test
    void theCreateDateCanBeWritable() {
        bench.switches.set("createdate-writable", "on");
        String id = bench.contact("'lastname':'x','createdate':'2020-01-01T00:00:00Z'");
        assertThat(bench.value(id, "createdate")).isEqualTo("2020-01-01T00:00:00.000Z");
    }

    @Test
    void anInactiveOwnerIsTakenOrRefused() throws Exception {
        String owner = bench.portal.insider().create("owners", Map.of("email", "rep-1@sales.example"), Bench.START);
        bench.portal.insider().act(new Insider.Deed(Bench.START, "owners", owner, "delete", "", ""));
        bench.call(404, "GET", "/crm/owners/2026-03/" + owner, "");
        JsonNode away = bench.get("/crm/owners/2026-03/" + owner + "?archived=true");
        assertThat(away.has("userId")).isFalse();
        bench.contact("'lastname':'x','hubspot_owner_id':'" + owner + "'");
        bench.switches.set("inactive-owner", "refused");
        bench.post(
                400,
                "/crm/objects/2026-03/contacts",
                "{'properties':{'lastname':'y','hubspot_owner_id':'" + owner + "'}}");
    }

    @Test
    void aBatchReadWithHistoryCanBeHeldToFifty() {
        String body = "{'propertiesWithHistory':['email'],'inputs':[{'id':'1'}" + ",{'id':'2'}".repeat(50) + "]}";
        bench.post(207, "/crm/objects/2026-03/contacts/batch/read", body);
        bench.switches.set("history-batch", "50");
        bench.post(400, "/crm/objects/2026-03/contacts/batch/read", body);
    }

    @Test
    void theCodeOfABadNumberIsASwitch() {
        bench.switches.set("number-error", "INVALID_NUMBER");
        JsonNode body = bench.post(
                400,
                "/crm/objects/2026-03/deals",
                "{'properties':{'dealname':'x','dealstage':'closedwon','amount':'1e999999'}}");
        assertThat(body.path("errors").path(0).path("code").asText()).isEqualTo("INVALID_NUMBER");
    }
}
