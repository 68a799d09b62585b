package io.smarketing.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class BatchTest {

    private static final String BATCH = "/crm/objects/2026-03/contacts/batch/";
    private final Bench bench = new Bench();

    @Test
    void aGoodBatchIsCreatedAndEachResultBearsItsTraceId() {
        JsonNode body = bench.post(
                201,
                BATCH + "create",
                "{'inputs':["
                        + "{'objectWriteTraceId':'1','properties':{'email':'a@example.com'},'associations':[]},"
                        + "{'objectWriteTraceId':'2','properties':{'email':'b@example.com'},'associations':[]}]}");
        assertThat(body.path("status").asText()).isEqualTo("COMPLETE");
        assertThat(body.path("results").findValuesAsText("objectWriteTraceId")).containsExactly("1", "2");
    }

    @Test
    void withoutTraceIdsOneBadInputFailsTheBatchAndNothingIsWritten() {
        bench.post(
                400,
                BATCH + "create",
                "{'inputs':[{'properties':{'email':'a@example.com'}}," + "{'properties':{'email':'nonsense'}}]}");
        assertThat(bench.get("/crm/objects/2026-03/contacts").path("results")).isEmpty();
        bench.contact("'email':'b@example.com'");
        bench.post(
                409,
                BATCH + "create",
                "{'inputs':[{'properties':{'email':'a@example.com'}}," + "{'properties':{'email':'b@example.com'}}]}");
        assertThat(bench.get("/crm/objects/2026-03/contacts").path("results")).hasSize(1);
    }

    @Test
    void withTraceIdsTheGoodInputsAreWrittenAndEachFailureNamesItsTraceId() {
        JsonNode body = bench.post(
                207,
                BATCH + "create",
                "{'inputs':["
                        + "{'objectWriteTraceId':'1','properties':{'email':'a@example.com'}},"
                        + "{'objectWriteTraceId':'2','properties':{'email':'nonsense'}}]}");
        assertThat(body.path("results")).hasSize(1);
        assertThat(body.path("numErrors").asInt()).isEqualTo(1);
        JsonNode error = body.path("errors").path(0);
        assertThat(error.path("context").path("objectWriteTraceId").path(0).asText())
                .isEqualTo("2");
        assertThat(error.path("category").asText()).isEqualTo("VALIDATION_ERROR");
        assertThat(error.path("errors").path(0).path("code").asText()).isEqualTo("INVALID_EMAIL");
    }

    @Test
    void duplicatesInOneBatchSinkItTraceIdsOrNot() {
        JsonNode body = bench.post(
                400,
                BATCH + "create",
                "{'inputs':["
                        + "{'objectWriteTraceId':'1','properties':{'email':'a@example.com'}},"
                        + "{'objectWriteTraceId':'2','properties':{'email':'A@example.com'}}]}");
        assertThat(body.path("message").asText()).startsWith("Duplicate IDs found in batch input");
        assertThat(body.path("context").path("ids").path(0).asText()).isEqualTo("a@example.com");
        String id = bench.contact("'email':'b@example.com'");
        String input = "{'id':'" + id + "','properties':{'city':'Rome'}}";
        bench.post(400, BATCH + "update", "{'inputs':[" + input + "," + input + "]}");
        bench.post(
                400,
                BATCH + "create",
                "{'inputs':["
                        + "{'properties':{'lastname':'x','smarketing_key':'k'}},{'properties':{'lastname':'y','smarketing_key':'k'}}]}");
    }

    @Test
    void aBatchTakesAHundred() {
        String input = "{'properties':{'lastname':'x'}}";
        bench.post(201, BATCH + "create", "{'inputs':[" + input + ("," + input).repeat(99) + "]}");
        bench.post(400, BATCH + "create", "{'inputs':[" + input + ("," + input).repeat(100) + "]}");
    }

    @Test
    void anUpsertByUniquePropertyCreatesThenChanges() {
        String input =
                "{'inputs':[{'id':'sf-1','idProperty':'smarketing_key','properties':{'email':'a@example.com','city':'%s'}}]}";
        JsonNode first = bench.post(200, BATCH + "upsert", input.formatted("Rome"))
                .path("results")
                .path(0);
        assertThat(first.path("new").asBoolean()).isTrue();
        assertThat(bench.value(first.path("id").asText(), "smarketing_key")).isEqualTo("sf-1");
        JsonNode second = bench.post(200, BATCH + "upsert", input.formatted("Bari"))
                .path("results")
                .path(0);
        assertThat(second.path("new").asBoolean(true)).isFalse();
        assertThat(second.path("id").asText()).isEqualTo(first.path("id").asText());
        assertThat(bench.value(first.path("id").asText(), "city")).isEqualTo("Bari");
    }

    @Test
    void anUpsertThatClashesWithAnotherContactIsAConflict() {
        bench.contact("'email':'a@example.com','smarketing_key':'sf-1'");
        bench.contact("'email':'b@example.com','smarketing_key':'sf-2'");
        String clash = "{'inputs':[{'id':'sf-2','idProperty':'smarketing_key','objectWriteTraceId':'t',"
                + "'properties':{'email':'a@example.com'}}]}";
        JsonNode body = bench.post(207, BATCH + "upsert", clash);
        assertThat(body.path("errors").path(0).path("category").asText()).isEqualTo("CONFLICT");
    }

    @Test
    void aTakenUniqueValueIsAConflictOrByASwitchAValidationError() {
        bench.contact("'lastname':'x','smarketing_key':'sf-1'");
        String twin = "{'properties':{'lastname':'y','smarketing_key':'sf-1'}}";
        bench.post(409, "/crm/objects/2026-03/contacts", twin);
        bench.switches.set("unique-conflict", "400");
        assertThat(bench.post(400, "/crm/objects/2026-03/contacts", twin)
                        .path("message")
                        .asText())
                .contains("CONFLICTING_UNIQUE_VALUE");
    }

    @Test
    void anUpsertByAddressFindsAnAdditionalOneUnlessSwitchedOff() {
        String first = bench.contact("'email':'a@example.com'");
        bench.contact("'email':'b@example.com'");
        bench.act(first, "merge", "", "b@example.com");
        String upsert = "{'inputs':[{'id':'b@example.com','idProperty':'email','properties':{'city':'Rome'}}]}";
        assertThat(bench.post(200, BATCH + "upsert", upsert)
                        .path("results")
                        .path(0)
                        .path("new")
                        .asBoolean(true))
                .isFalse();
        bench.switches.set("upsert-secondary-email", "false");
        bench.post(409, BATCH + "upsert", upsert);
    }

    @Test
    void anUpsertByAddressIsPartialStrictOrBlanksTheRest() {
        String id = bench.contact("'email':'a@example.com','firstname':'Ann','city':'Rome'");
        String upsert = "{'inputs':[{'id':'a@example.com','idProperty':'email','properties':{'city':'Bari'}}]}";
        bench.post(200, BATCH + "upsert", upsert);
        assertThat(bench.value(id, "firstname")).isEqualTo("Ann");
        bench.switches.set("email-upsert", "strict");
        bench.post(400, BATCH + "upsert", upsert);
        bench.switches.set("email-upsert", "blanks");
        bench.post(200, BATCH + "upsert", upsert);
        assertThat(bench.read(id, "firstname")
                        .path("properties")
                        .path("firstname")
                        .isNull())
                .isTrue();
        assertThat(bench.value(id, "city")).isEqualTo("Bari");
    }

    @Test
    void aBatchReadNamesTheIdsItDoesNotFind() {
        String id = bench.contact("'email':'a@example.com'");
        JsonNode body = bench.post(
                207,
                BATCH + "read",
                "{'inputs':[{'id':'" + id
                        + "'},{'id':'77'}],'properties':['email'],'propertiesWithHistory':['email']}");
        assertThat(body.path("results")).hasSize(1);
        assertThat(body.path("results").path(0).path("propertiesWithHistory").path("email"))
                .hasSize(1);
        assertThat(body.path("errors")
                        .path(0)
                        .path("context")
                        .path("ids")
                        .path(0)
                        .asText())
                .isEqualTo("77");
        assertThat(body.path("errors").path(0).path("category").asText()).isEqualTo("OBJECT_NOT_FOUND");
        JsonNode byMail = bench.post(200, BATCH + "read", "{'idProperty':'email','inputs':[{'id':'A@example.com'}]}");
        assertThat(byMail.path("results").path(0).path("id").asText()).isEqualTo(id);
    }

    @Test
    void theOrderOfResultsCanBeTurnedRound() {
        bench.switches.set("batch-order", "reversed");
        JsonNode body = bench.post(
                201,
                BATCH + "create",
                "{'inputs':["
                        + "{'objectWriteTraceId':'1','properties':{'lastname':'a'}},"
                        + "{'objectWriteTraceId':'2','properties':{'lastname':'b'}}]}");
        assertThat(body.path("results").findValuesAsText("objectWriteTraceId")).containsExactly("2", "1");
    }

    @Test
    void aBatchArchives() {
        String id = bench.contact("'email':'a@example.com'");
        assertThat(bench.send("POST", BATCH + "archive", "{'inputs':[{'id':'" + id + "'},{'id':'77'}]}")
                        .status())
                .isEqualTo(204);
        bench.call(404, "GET", "/crm/objects/2026-03/contacts/" + id, "");
    }

    @Test
    void aBatchCreatesWithAssociations() {
        String company = bench.post(201, "/crm/objects/2026-03/companies", "{'properties':{'name':'Acme'}}")
                .path("id")
                .asText();
        String id = bench.post(
                        201,
                        BATCH + "create",
                        "{'inputs':[{'properties':{'lastname':'a'},'associations':[{'to':{'id':'" + company
                                + "'},'types':[{'associationCategory':'HUBSPOT_DEFINED','associationTypeId':1}]}]}]}")
                .path("results")
                .path(0)
                .path("id")
                .asText();
        JsonNode read = bench.get("/crm/objects/2026-03/contacts/" + id + "?associations=companies");
        assertThat(read.path("associations")
                        .path("companies")
                        .path("results")
                        .path(0)
                        .path("id")
                        .asText())
                .isEqualTo(company);
    }
}
