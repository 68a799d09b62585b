package io.smarketing.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.kernel.Insider;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Activities on a contact's timeline, and what the contact tells of them (sections 7.3 and 10). */
class ActivitiesTest {

    private static final String CALLS = "/crm/objects/2026-09/calls";
    private static final String AT = "2026-05-01T09:00:00.000Z";

    private final Bench bench = new Bench();
    private final String contact = bench.contact("'email':'lead-0001@example.com'");

    private String call(String at, String links) {
        return bench.post(201, CALLS, "{'properties':{'hs_timestamp':'" + at + "'}" + links + "}")
                .path("id")
                .asText();
    }

    private String linked() {
        return ",'associations':[{'to':{'id':'" + contact + "'},'types':[{'associationTypeId':194}]}]";
    }

    @Test
    void anActivityMovesTheStampOfItsContactAndTheRollups() {
        String before = bench.read(contact, "").path("updatedAt").asText();
        bench.clock.advance(Duration.ofMinutes(1));
        call(AT, linked());

        assertThat(bench.read(contact, "").path("updatedAt").asText()).isGreaterThan(before);
        for (String name :
                new String[] {"notes_last_contacted", "notes_last_updated", "hs_last_sales_activity_timestamp"}) {
            assertThat(bench.value(contact, name)).as(name).isEqualTo(AT);
        }
        call("2026-04-01T09:00:00Z", linked());
        assertThat(bench.value(contact, "notes_last_contacted")).isEqualTo(AT);
        assertThat(bench.value(contact, "num_contacted_notes")).isEqualTo("2");
    }

    @Test
    void aLinkThatIsMadeLaterCountsToo() {
        String call = call(AT, "");
        bench.call(200, "PUT", CALLS + "/" + call + "/associations/default/contacts/" + contact, "");
        assertThat(bench.value(contact, "notes_last_contacted")).isEqualTo(AT);
    }

    @Test
    void aTaskTellsWhenItWasDoneNotWhenItIsDue() {
        String task = bench.post(
                        201,
                        "/crm/objects/2026-09/tasks",
                        "{'properties':{'hs_timestamp':'2027-01-01T00:00:00Z','hs_task_status':'NOT_STARTED'},"
                                + "'associations':[{'to':{'id':'" + contact
                                + "'},'types':[{'associationTypeId':204}]}]}")
                .path("id")
                .asText();
        bench.clock.advance(Duration.ofMinutes(5));
        bench.call(200, "PATCH", "/crm/objects/2026-09/tasks/" + task, "{'properties':{'hs_task_status':'COMPLETED'}}");

        String done = bench.get("/crm/objects/2026-09/tasks/" + task + "?properties=hs_task_completion_date")
                .at("/properties/hs_task_completion_date")
                .asText();
        assertThat(done).isEqualTo("2026-05-01T10:05:00.000Z");
        assertThat(bench.value(contact, "notes_last_updated")).isEqualTo(done);
        assertThat(bench.value(contact, "notes_last_contacted")).isNotEqualTo(done);
    }

    @Test
    void theSwitchLeavesTheContactAlone() {
        bench.switches.set("activity-touches", "false");
        String before = bench.read(contact, "").path("updatedAt").asText();
        bench.clock.advance(Duration.ofMinutes(1));
        call(AT, linked());
        assertThat(bench.read(contact, "").path("updatedAt").asText()).isEqualTo(before);
    }

    @Test
    void aRowOfAFileNamesItsContactByAddressOrId() throws Insider.BadRow {
        Insider people = bench.portal.insider();
        assertThat(people.fields("calls")).contains("contact", "hs_timestamp");
        for (String key : new String[] {"lead-0001@example.com", contact}) {
            people.create("calls", Map.of("hs_timestamp", AT, "contact", key), Bench.START);
        }
        assertThat(bench.value(contact, "num_contacted_notes")).isEqualTo("2");
        assertThatThrownBy(() ->
                        people.create("calls", Map.of("hs_timestamp", AT, "contact", "x@example.com"), Bench.START))
                .isInstanceOf(Insider.BadRow.class)
                .hasMessageNotContaining("x@example.com");
    }

    @Test
    void theHeaderWorksInAnOwnersName() throws Insider.BadRow {
        bench.portal.insider().create("owners", Map.of("email", "rep@example.com", "userId", "77"), Bench.START);
        Map<String, String> rep = Map.of(
                "authorization", "Bearer " + Bench.TOKEN, "host", "hub.test", "x-sandbox-user", "rep@example.com");
        String path = "/crm/objects/2026-09/contacts/" + contact;
        assertThat(bench.raw("PATCH", path, "{\"properties\":{\"jobtitle\":\"x\"}}", rep)
                        .status())
                .isEqualTo(200);

        JsonNode entry = bench.get(path + "?propertiesWithHistory=jobtitle").at("/propertiesWithHistory/jobtitle/0");
        assertThat(entry.path("sourceType").asText()).isEqualTo("CRM_UI");
        assertThat(entry.path("sourceId").asText()).isEqualTo("userId:77");
        assertThat(entry.path("updatedByUserId").asLong()).isEqualTo(77);
        Map<String, String> nobody = Map.of(
                "authorization", "Bearer " + Bench.TOKEN, "host", "hub.test", "x-sandbox-user", "nobody@example.com");
        assertThat(bench.raw("PATCH", path, "{\"properties\":{\"jobtitle\":\"y\"}}", nobody)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anOwnerIsDatedByTheAssignment() throws Insider.BadRow {
        String owner = bench.portal.insider().create("owners", Map.of("email", "rep@example.com"), Bench.START);
        bench.clock.advance(Duration.ofMinutes(5));
        bench.act(contact, "set", "hubspot_owner_id", owner);
        assertThat(bench.value(contact, "hubspot_owner_assigneddate")).isEqualTo("2026-05-01T10:05:00.000Z");
        bench.act(contact, "set", "hubspot_owner_id", "");
        assertThat(bench.read(contact, "hubspot_owner_assigneddate")
                        .at("/properties/hubspot_owner_assigneddate")
                        .isNull())
                .isTrue();
    }

    @Test
    void longTimelinesAreReadInPages() {
        bench.switches.set("association-page", "2");
        for (int i = 0; i < 3; i++) {
            call(AT, linked());
        }
        String path = "/crm/associations/2026-09/contacts/calls/batch/read";
        JsonNode first =
                bench.post(200, path, "{'inputs':[{'id':'" + contact + "'}]}").at("/results/0");
        assertThat(first.path("to")).hasSize(2);
        String after = first.at("/paging/next/after").asText();
        JsonNode second = bench.post(200, path, "{'inputs':[{'id':'" + contact + "','after':'" + after + "'}]}")
                .at("/results/0");
        assertThat(second.path("to")).hasSize(1);
        assertThat(second.has("paging")).isFalse();
    }
}
