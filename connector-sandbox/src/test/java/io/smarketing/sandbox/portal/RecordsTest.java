package io.smarketing.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.kernel.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsTest {

    private final Bench bench = new Bench();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/crm/v3/objects/contacts",
                "/crm/objects/2026-03/contacts",
                "/crm/objects/2026-09/0-1",
                "/crm/v3/objects/contact"
            })
    void theSameContactIsReachedUnderEveryNameOfItsPath(String path) {
        String id = bench.contact("'email':'Lead-0001@Example.com','firstname':'Ann'");
        JsonNode found = bench.get(path + "/" + id);
        assertThat(found.path("id").asText()).isEqualTo(id);
        assertThat(found.path("properties").path("email").asText()).isEqualTo("lead-0001@example.com");
        assertThat(found.path("createdAt").asText()).isEqualTo("2026-05-01T10:00:00.000Z");
        assertThat(found.path("archived").asBoolean()).isFalse();
    }

    @Test
    void anUnknownVersionOrAreaIsNotFound() {
        assertThat(bench.send("GET", "/crm/objects/2025-09/contacts", "").status())
                .isEqualTo(404);
        assertThat(bench.send("GET", "/crm/v4/objects/contacts", "").status()).isEqualTo(404);
        assertThat(bench.send("GET", "/crm/v3/nothing", "").status()).isEqualTo(404);
        assertThat(bench.send("GET", "/", "").status()).isEqualTo(404);
        assertThat(bench.send("GET", "/crm/v3/objects/unicorns", "").status()).isEqualTo(400);
    }

    @Test
    void aListIsPagedByIdAndItsLinkLeadsBackToWhereTheCallerReachedUs() {
        for (int i = 0; i < 25; i++) {
            bench.contact("'email':'lead-" + i + "@example.com'");
        }
        int seen = 0;
        String after = "";
        for (int page = 0; page < 3; page++) {
            JsonNode body = bench.get("/crm/objects/2026-03/contacts?limit=10&properties=email,phone" + after);
            seen += body.path("results").size();
            JsonNode next = body.path("paging").path("next");
            assertThat(next.isMissingNode()).isEqualTo(page == 2);
            assertThat(next.path("link").asText(""))
                    .startsWith(page == 2 ? "" : "http://hub.test:8080/crm/objects/2026-03/contacts?limit=10");
            after = "&after=" + next.path("after").asText();
            assertThat(body.path("results")
                            .path(0)
                            .path("properties")
                            .path("phone")
                            .isNull())
                    .isTrue();
        }
        assertThat(seen).isEqualTo(25);
    }

    @Test
    void aListWithHistoryTakesAtMostFiftyAPage() {
        bench.call(400, "GET", "/crm/objects/2026-03/contacts?limit=51&propertiesWithHistory=email", "");
        bench.call(400, "GET", "/crm/objects/2026-03/contacts?limit=101", "");
        bench.get("/crm/objects/2026-03/contacts?limit=50&propertiesWithHistory=email");
    }

    @Test
    void aKnownAddressIsAConflictThatNamesTheOtherOnlyInItsText() {
        String id = bench.contact("'email':'lead-0001@example.com'");
        JsonNode body =
                bench.post(409, "/crm/objects/2026-03/contacts", "{'properties':{'email':'LEAD-0001@example.com'}}");
        assertThat(body.path("message").asText()).isEqualTo("Contact already exists. Existing ID: " + id);
        assertThat(body.path("category").asText()).isEqualTo("CONFLICT");
        assertThat(body.path("correlationId").asText()).hasSize(36);
    }

    @Test
    void aContactNeedsAnAddressOrAName() {
        bench.post(400, "/crm/objects/2026-03/contacts", "{'properties':{'company':'Acme'}}");
        bench.contact("'lastname':'Only'");
    }

    @Test
    void onlySentPropertiesChangeAndAnEmptyTextClears() {
        String id = bench.contact("'email':'lead-0001@example.com','firstname':'Ann','city':'Rome'");
        bench.clock.advance(Duration.ofMinutes(1));
        JsonNode body = bench.call(
                200, "PATCH", "/crm/objects/2026-03/contacts/" + id, "{'properties':{'city':'','lastname':'Bell'}}");
        assertThat(body.path("updatedAt").asText()).isEqualTo("2026-05-01T10:01:00.000Z");
        JsonNode properties =
                bench.read(id, "city,firstname,lastname,lastmodifieddate").path("properties");
        assertThat(properties.path("city").isNull()).isTrue();
        assertThat(properties.path("firstname").asText()).isEqualTo("Ann");
        assertThat(properties.path("lastname").asText()).isEqualTo("Bell");
        assertThat(properties.path("lastmodifieddate").asText()).isEqualTo("2026-05-01T10:01:00.000Z");
        bench.switches.set("cleared-reads", "empty");
        assertThat(bench.read(id, "city").path("properties").path("city").asText("-"))
                .isEmpty();
    }

    @Test
    void aRecordIsFoundByAddressAndByAUniqueProperty() {
        String id = bench.contact("'email':'lead+tag@example.com','smarketing_key':'sf-1'");
        JsonNode byMail = bench.get("/crm/v3/objects/contacts/lead%2Btag%40example.com?idProperty=email");
        JsonNode byKey = bench.get("/crm/v3/objects/contacts/sf-1?idProperty=smarketing_key");
        assertThat(byMail.path("id").asText()).isEqualTo(id);
        assertThat(byKey.path("id").asText()).isEqualTo(id);
        bench.call(400, "GET", "/crm/v3/objects/contacts/Rome?idProperty=city", "");
        assertThat(bench.call(404, "GET", "/crm/v3/objects/contacts/1", "")
                        .path("category")
                        .asText())
                .isEqualTo("OBJECT_NOT_FOUND");
    }

    @Test
    void archivingIsRepeatableKeepsTheStampAndFreesTheAddress() {
        String id = bench.contact("'email':'lead-0001@example.com'");
        bench.clock.advance(Duration.ofMinutes(5));
        assertThat(bench.send("DELETE", "/crm/objects/2026-03/contacts/" + id, "")
                        .status())
                .isEqualTo(204);
        assertThat(bench.send("DELETE", "/crm/objects/2026-03/contacts/" + id, "")
                        .status())
                .isEqualTo(204);
        bench.call(404, "GET", "/crm/objects/2026-03/contacts/" + id, "");
        JsonNode gone = bench.get("/crm/objects/2026-03/contacts?archived=true")
                .path("results")
                .path(0);
        assertThat(gone.path("id").asText()).isEqualTo(id);
        assertThat(gone.path("updatedAt").asText()).isEqualTo("2026-05-01T10:00:00.000Z");
        assertThat(gone.path("archivedAt").asText()).isEqualTo("2026-05-01T10:05:00.000Z");
        assertThat(bench.contact("'email':'lead-0001@example.com'")).isNotEqualTo(id);
    }

    @Test
    void aMergeMakesANewRecordToWhichBothOldIdsLead() {
        String first = bench.contact("'email':'a@example.com','firstname':'Ann'");
        String second = bench.contact("'email':'b@example.com','firstname':'Bea','city':'Rome'");
        JsonNode merged = bench.post(
                200,
                "/crm/objects/2026-03/contacts/merge",
                "{'primaryObjectId':'" + first + "','objectIdToMerge':'" + second + "'}");
        String id = merged.path("id").asText();
        assertThat(id).isNotIn(first, second);
        assertThat(bench.read(second, "email").path("id").asText()).isEqualTo(id);
        JsonNode all = bench.read(
                        first,
                        "email,firstname,city,hs_additional_emails,hs_merged_object_ids,hs_calculated_merged_vids")
                .path("properties");
        assertThat(all.path("firstname").asText()).isEqualTo("Ann");
        assertThat(all.path("city").asText()).isEqualTo("Rome");
        assertThat(all.path("hs_additional_emails").asText()).isEqualTo("b@example.com");
        assertThat(all.path("hs_merged_object_ids").asText().split(";")).containsExactlyInAnyOrder(first, second);
        assertThat(all.path("hs_calculated_merged_vids").asText()).matches("\\d+:\\d{13};\\d+:\\d{13}");
        bench.call(200, "PATCH", "/crm/objects/2026-03/contacts/" + first, "{'properties':{'city':'Bari'}}");
        JsonNode batch = bench.post(
                200,
                "/crm/objects/2026-03/contacts/batch/update",
                "{'inputs':[{'id':'" + first + "','properties':{'city':'Pisa'}}]}");
        assertThat(batch.path("results")).isEmpty();
        assertThat(batch.has("errors")).isFalse();
        assertThat(bench.value(id, "city")).isEqualTo("Bari");
        bench.post(409, "/crm/objects/2026-03/contacts", "{'properties':{'email':'b@example.com'}}");
        assertThat(bench.get("/crm/objects/2026-03/contacts").path("results")).hasSize(1);
    }

    @Test
    void whetherAnAdditionalAddressFindsItsContactIsASwitch() {
        String first = bench.contact("'email':'a@example.com'");
        String second = bench.contact("'email':'b@example.com'");
        bench.act(first, "merge", "", "b@example.com");
        String path = "/crm/objects/2026-03/contacts/b%40example.com?idProperty=email";
        assertThat(bench.get(path).path("id").asText()).isNotEqualTo(second);
        bench.switches.set("get-secondary-email", "false");
        bench.call(404, "GET", path, "");
    }

    @Test
    void aPrivacyDeletionIsForGoodAndShutsAnUnknownAddressOut() {
        String id = bench.contact("'email':'a@example.com'");
        String path = "/crm/objects/2026-03/contacts/gdpr-delete";
        assertThat(bench.send("POST", path, "{'objectId':'" + id + "'}").status())
                .isEqualTo(204);
        assertThat(bench.get("/crm/objects/2026-03/contacts?archived=true").path("results"))
                .isEmpty();
        assertThat(bench.send("POST", path, "{'objectId':'x@example.com','idProperty':'email'}")
                        .status())
                .isEqualTo(204);
        bench.post(400, "/crm/objects/2026-03/contacts", "{'properties':{'email':'x@example.com'}}");
    }

    @Test
    void historyTellsValuesTimesAndSources() {
        String id = bench.contact("'email':'a@example.com','city':'Rome'");
        bench.clock.advance(Duration.ofMinutes(1));
        bench.act(id, "set", "city", "Bari");
        bench.clock.advance(Duration.ofMinutes(1));
        bench.call(200, "PATCH", "/crm/objects/2026-03/contacts/" + id, "{'properties':{'city':''}}");
        JsonNode told = bench.get("/crm/objects/2026-03/contacts/" + id + "?propertiesWithHistory=city,email")
                .path("propertiesWithHistory");
        assertThat(told.path("city")).hasSize(3);
        assertThat(told.path("city").findValuesAsText("value")).containsExactly("", "Bari", "Rome");
        assertThat(told.path("city").findValuesAsText("sourceType"))
                .containsExactly("INTEGRATION", "CRM_UI", "INTEGRATION");
        assertThat(told.path("city").findValuesAsText("timestamp"))
                .containsExactly("2026-05-01T10:02:00.000Z", "2026-05-01T10:01:00.000Z", "2026-05-01T10:00:00.000Z");
        assertThat(told.path("email")).hasSize(1);
    }

    @Test
    void everyAnswerBearsTheRecordClock() {
        bench.clock.advance(Duration.ofDays(1));
        Answer answer = bench.send("GET", "/crm/objects/2026-03/contacts", "");
        assertThat(answer.headers()).containsEntry("Date", "Sat, 02 May 2026 10:00:00 GMT");
        assertThat(bench.send("GET", "/nowhere", "").headers()).containsKey("Date");
    }

    @Test
    void aBodyThatIsNotJsonIsRefused() {
        bench.post(400, "/crm/objects/2026-03/contacts", "{nonsense");
        bench.post(400, "/crm/objects/2026-03/contacts", "[]");
        bench.post(400, "/crm/objects/2026-03/contacts", "{}");
        bench.post(400, "/crm/objects/2026-03/contacts/batch/create", "{'inputs':[]}");
        bench.post(400, "/crm/objects/2026-03/contacts/search", "{'filterGroups':[{'filters':[{}]}]}");
    }

    @Test
    void dealsAndNotesAreRecordsToo() {
        bench.post(400, "/crm/objects/2026-03/deals", "{'properties':{'dealname':'Big'}}");
        bench.post(
                201,
                "/crm/objects/2026-03/deals",
                "{'properties':{'dealname':'Big','dealstage':'closedwon','amount':'10.50'}}");
        bench.post(400, "/crm/objects/2026-03/notes", "{'properties':{'hs_note_body':'x'}}");
        bench.post(201, "/crm/v3/objects/notes", "{'properties':{'hs_note_body':'x','hs_timestamp':'1700000000000'}}");
        bench.post(201, "/crm/v3/objects/companies", "{'properties':{'domain':'example.com'}}");
    }
}
