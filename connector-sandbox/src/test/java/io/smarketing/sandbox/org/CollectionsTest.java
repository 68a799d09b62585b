package io.smarketing.sandbox.org;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.kernel.Answer;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CollectionsTest {

    private final Bench bench = new Bench();

    private static String leads(int count, String extra) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{'attributes':{'type':'Lead'},'Smarketing_Key__c':'k-" + i
                        + "','LastName':'Ng','Company':'S','Email':'lead-" + i + "@example.com'" + extra + "}")
                .collect(Collectors.joining(",", "{'records':[", "]}"));
    }

    private JsonNode upsert(String body) {
        Answer answer = bench.send("PATCH", "/composite/sobjects/Lead/Smarketing_Key__c", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return bench.json(answer);
    }

    private int count(String type) {
        return bench.query("SELECT COUNT() FROM " + type).path("totalSize").asInt();
    }

    @Test
    void twoHundredRowsAreUpsertedInOrderAndOneMoreIsRefused() {
        JsonNode first = upsert(leads(200, ""));
        assertThat(first).hasSize(200).allMatch(r -> r.path("created").asBoolean());
        JsonNode second = upsert(leads(200, ",'City':'Rome'"));
        assertThat(second).noneMatch(r -> r.path("created").asBoolean(true));
        assertThat(second.path(137).path("id")).isEqualTo(first.path(137).path("id"));
        assertThat(count("Lead WHERE City = 'Rome'")).isEqualTo(200);
        assertThat(bench.error(bench.send("PATCH", "/composite/sobjects/Lead/Smarketing_Key__c", leads(201, ""))))
                .isEqualTo("400 EXCEEDED_ID_LIMIT");
    }

    @Test
    void aBadRowFailsAloneUnlessAllOrNone() {
        String body = leads(3, "").replace("lead-1@example.com", "nobody");
        JsonNode rows = upsert(body.replace("{'records'", "{'allOrNone':true,'records'"));
        assertThat(rows.findValuesAsText("statusCode"))
                .containsExactly(
                        "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                        "INVALID_EMAIL_ADDRESS",
                        "ALL_OR_NONE_OPERATION_ROLLED_BACK");
        assertThat(count("Lead")).isZero();
        rows = upsert(body);
        assertThat(rows).extracting(r -> r.path("success").asBoolean()).containsExactly(true, false, true);
        assertThat(rows.path(1).path("errors").path(0).path("fields").path(0).asText())
                .isEqualTo("Email");
        assertThat(count("Lead")).isEqualTo(2);
    }

    private JsonNode contact(String account) {
        Answer answer = bench.send(
                "POST",
                "/composite/sobjects",
                "{'records':[{'attributes':{'type':'Contact'},'LastName':'Ng','Account':" + account + "}]}");
        return bench.json(answer).path(0);
    }

    @Test
    void aParentMayBeNamedByItsExternalId() {
        bench.send(
                "PATCH",
                "/composite/sobjects/Account/Smarketing_Key__c",
                "{'records':[{'attributes':{'type':'Account'},'Smarketing_Key__c':'a-1','Name':'Acme'}]}");

        assertThat(contact("{'Smarketing_Key__c':'A-1'}").path("success").asBoolean())
                .isTrue();
        assertThat(contact("{'attributes':{'type':'Account'},'Smarketing_Key__c':'a-1'}")
                        .path("success")
                        .asBoolean())
                .isTrue();
        assertThat(count("Contact WHERE Account.Name = 'Acme'")).isEqualTo(2);
        JsonNode unknown = contact("{'Smarketing_Key__c':'a-2'}").path("errors").path(0);
        assertThat(unknown.path("statusCode").asText()).isEqualTo("INVALID_FIELD");
        assertThat(unknown.path("message").asText())
                .isEqualTo("Foreign key external ID: a-2 not found for field Smarketing_Key__c in entity Account");
        assertThat(contact("{'Name':'Acme'}").findValuesAsText("statusCode")).containsExactly("INVALID_FIELD");
        assertThat(contact("{}").findValuesAsText("statusCode")).containsExactly("INVALID_FIELD");
        assertThat(count("Contact")).isEqualTo(2);
    }

    @Test
    void oneKeyTwiceInACallIsADuplicate() {
        JsonNode rows = upsert(leads(2, "").replace("k-1", "K-0"));
        assertThat(rows.path(0).path("success").asBoolean()).isTrue();
        assertThat(rows.findValuesAsText("statusCode")).containsExactly("DUPLICATE_VALUE");
    }

    @Test
    void upsertWantsAnExternalId() {
        assertThat(bench.error(bench.send("PATCH", "/composite/sobjects/Lead/Email", leads(1, ""))))
                .isEqualTo("400 INVALID_EXTERNAL_ID_FIELD_NAME");
        assertThat(upsert(leads(1, "").replace("'k-0'", "''")).findValuesAsText("statusCode"))
                .containsExactly("MISSING_ARGUMENT");
    }

    @Test
    void rowsOfSeveralTypesAreCreatedUpdatedReadAndDeleted() {
        String body = "{'records':[{'attributes':{'type':'Account'},'Name':'Seller'},"
                + "{'attributes':{'type':'Contact'},'LastName':'Ng'},{'LastName':'no type'}]}";
        JsonNode made = bench.json(bench.send("POST", "/composite/sobjects", body));
        assertThat(made.findValuesAsText("statusCode")).containsExactly("JSON_PARSER_ERROR");
        String account = made.path(0).path("id").asText();
        String contact = made.path(1).path("id").asText();
        JsonNode changed = bench.json(bench.send(
                "PATCH",
                "/composite/sobjects",
                "{'records':[{'attributes':{'type':'Contact'},'id':'" + contact + "','AccountId':'" + account + "'},"
                        + "{'attributes':{'type':'Contact'},'id':'" + contact + "','Title':'twice'},"
                        + "{'attributes':{'type':'Contact'},'id':'003000000000001AAA','Title':'none'},"
                        + "{'attributes':{'type':'Contact'},'id':'zzz','Title':'bad'}]}"));
        assertThat(changed.findValuesAsText("statusCode"))
                .containsExactly("DUPLICATE_VALUE", "INVALID_CROSS_REFERENCE_KEY", "MALFORMED_ID");
        JsonNode read = bench.json(bench.send(
                "POST",
                "/composite/sobjects/Contact",
                "{'ids':['" + contact + "','003000000000001AAA'],'fields':['Id','AccountId']}"));
        assertThat(read.path(0).path("AccountId").asText()).isEqualTo(account);
        assertThat(read.path(1).isNull()).isTrue();
        Answer deleted =
                bench.send("DELETE", Bench.V + "/composite/sobjects", Map.of("ids", contact + "," + contact), "");
        assertThat(bench.json(deleted).findValuesAsText("statusCode")).containsExactly("ENTITY_IS_DELETED");
    }

    @Test
    void moreThanTenRunsOfTypesAreRefusedUnlessSwitched() {
        String pair = "{'attributes':{'type':'Account'},'Name':'S'},{'attributes':{'type':'Contact'},'LastName':'Ng'}";
        String body = "{'records':[" + String.join(",", java.util.Collections.nCopies(6, pair)) + "]}";
        assertThat(bench.error(bench.send("POST", "/composite/sobjects", body))).isEqualTo("400 LIMIT_EXCEEDED");
        bench.switches.set("mixed-types-unlimited", "true");
        assertThat(bench.json(bench.send("POST", "/composite/sobjects", body)))
                .hasSize(12)
                .allMatch(r -> r.path("success").asBoolean());
    }

    @Test
    void compositeRequestsReferToEarlierOnes() {
        String body = "{'allOrNone':true,'compositeRequest':["
                + "{'method':'POST','url':'" + Bench.V
                + "/sobjects/Account','referenceId':'acc','body':{'Name':'Seller'}},"
                + "{'method':'POST','url':'" + Bench.V + "/sobjects/Contact','referenceId':'con',"
                + "'body':{'LastName':'Ng','AccountId':'@{acc.id}'}},"
                + "{'method':'GET','url':'" + Bench.V
                + "/query?q=SELECT+Account.Name+FROM+Contact','referenceId':'q'}]}";
        JsonNode answers = bench.json(bench.send("POST", "/composite", body)).path("compositeResponse");
        assertThat(answers.findValuesAsText("httpStatusCode")).containsExactly("201", "201", "200");
        assertThat(answers.path(2)
                        .path("body")
                        .path("records")
                        .path(0)
                        .path("Account")
                        .path("Name")
                        .asText())
                .isEqualTo("Seller");
        JsonNode failed = bench.json(bench.send("POST", "/composite", body.replace("'LastName':'Ng',", "")))
                .path("compositeResponse");
        assertThat(failed.findValuesAsText("errorCode"))
                .containsExactly("PROCESSING_HALTED", "REQUIRED_FIELD_MISSING", "PROCESSING_HALTED");
        assertThat(count("Account")).isEqualTo(1);
    }

    @Test
    void aBatchRunsItsRequestsApart() {
        String body = "{'batchRequests':[{'method':'GET','url':'v66.0/limits'},"
                + "{'method':'POST','url':'v66.0/sobjects/Lead','richInput':{'LastName':'Ng'}}]}";
        JsonNode answer = bench.json(bench.send("POST", "/composite/batch", body));
        assertThat(answer.path("hasErrors").asBoolean()).isTrue();
        assertThat(answer.path("results").findValuesAsText("statusCode")).containsExactly("200", "400");
    }

    @Test
    void describeTellsWhatAMappingNeeds() {
        JsonNode lead = bench.json(bench.get("/sobjects/Lead/describe"));
        Map<String, JsonNode> fields = new java.util.HashMap<>();
        lead.path("fields").forEach(f -> fields.put(f.path("name").asText(), f));
        assertThat(fields.get("LastName").path("nillable").asBoolean(true)).isFalse();
        assertThat(fields.get("LastName").path("length").asInt()).isEqualTo(80);
        assertThat(fields.get("AnnualRevenue").path("precision").asInt()).isEqualTo(18);
        assertThat(fields.get("IsConverted").path("updateable").asBoolean(true)).isFalse();
        assertThat(fields.get("OwnerId").path("referenceTo")).hasSize(2);
        assertThat(fields.get("OwnerId").path("relationshipName").asText()).isEqualTo("Owner");
        assertThat(fields.get("Status").path("picklistValues")).hasSize(4);
        JsonNode key = fields.get("Smarketing_Key__c");
        assertThat(key.path("externalId").asBoolean() && key.path("unique").asBoolean())
                .isTrue();
        assertThat(key.path("caseSensitive").asBoolean(true)).isFalse();
        assertThat(fields.get("Smarketing_MQL_At__c").path("type").asText()).isEqualTo("datetime");
        assertThat(new Bench(true, OrgSettings.Speed.REAL)
                        .get("/sobjects/Lead/describe")
                        .body())
                .doesNotContain("Smarketing_");
        assertThat(bench.json(bench.get("/sobjects")).path("sobjects").findValuesAsText("name"))
                .contains("Lead", "Contact", "OpportunityHistory", "LeadStatus", "CampaignMember", "LeadHistory");
    }
}
