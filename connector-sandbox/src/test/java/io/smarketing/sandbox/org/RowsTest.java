package io.smarketing.sandbox.org;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.kernel.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowsTest {

    private final Bench bench = new Bench();

    @Test
    void aRowIsCreatedReadChangedAndDeleted() {
        Answer created = bench.send("POST", "/sobjects/Lead", "{'LastName':'Ng','Company':'Seller','City':'  Rome '}");
        assertThat(created.status()).isEqualTo(201);
        String id = bench.json(created).path("id").asText();
        assertThat(id).hasSize(18).startsWith("00Q");
        assertThat(created.headers()).containsEntry("Location", Bench.V + "/sobjects/Lead/" + id);

        JsonNode row = bench.json(bench.get("/sobjects/Lead/" + id.substring(0, 15)));
        assertThat(row.path("City").asText()).isEqualTo("Rome");
        assertThat(row.path("Status").asText()).isEqualTo("Open - Not Contacted");
        assertThat(row.path("CreatedDate").asText()).isEqualTo("2026-11-20T10:00:00.000+0000");
        assertThat(row.path("attributes").path("url").asText()).isEqualTo(Bench.V + "/sobjects/Lead/" + id);

        Answer changed = bench.send("PATCH", "/sobjects/Lead/" + id, "{'City':null,'AnnualRevenue':1234.5}");
        assertThat(changed.status()).isEqualTo(204);
        assertThat(changed.body()).isEmpty();
        row = bench.json(bench.get("/sobjects/Lead/" + id));
        assertThat(row.path("City").isNull()).isTrue();
        assertThat(row.path("AnnualRevenue").asDouble()).isEqualTo(1235.0);

        assertThat(bench.send("DELETE", "/sobjects/Lead/" + id, "").status()).isEqualTo(204);
        assertThat(bench.error(bench.get("/sobjects/Lead/" + id))).isEqualTo("404 ENTITY_IS_DELETED");
    }

    @Test
    void upsertByKeyCreatesThenChangesThenFindsInAnyCase() {
        Answer first = bench.send(
                "PATCH", "/sobjects/Lead/Smarketing_Key__c/Hub-1%2FA", "{'LastName':'Ng','Company':'Seller'}");
        assertThat(first.status()).isEqualTo(201);
        Answer second = bench.send("PATCH", "/sobjects/Lead/Smarketing_Key__c/hub-1%2fa", "{'City':'Rome'}");
        assertThat(second.status()).isEqualTo(200);
        assertThat(bench.json(second).path("created").asBoolean(true)).isFalse();
        assertThat(bench.json(second).path("id")).isEqualTo(bench.json(first).path("id"));
        assertThat(bench.json(bench.get("/sobjects/Lead/Smarketing_Key__c/hub-1%2fa"))
                        .path("Smarketing_Key__c")
                        .asText())
                .isEqualTo("Hub-1/A");
    }

    @Test
    void aKeyThatSeveralRowsHoldAnswersTheirAddresses() {
        bench.lead("two@example.com");
        bench.lead("TWO@example.com");
        Answer answer = bench.get("/sobjects/Lead/Email/two@example.com");
        assertThat(answer.status()).isEqualTo(300);
        assertThat(bench.json(answer)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'Company':'Seller'} | 400 REQUIRED_FIELD_MISSING",
                "{'LastName':'Ng','Company':'S','Email':'nobody'} | 400 INVALID_EMAIL_ADDRESS",
                "{'LastName':'Ng','Company':'S','FirstName':'12345678901234567890123456789012345678901'} | 400 STRING_TOO_LONG",
                "{'LastName':'Ng','Company':'S','Status':'Maybe'} | 400 INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                "{'LastName':'Ng','Company':'S','NumberOfEmployees':1234567890123} | 400 NUMBER_OUTSIDE_VALID_RANGE",
                "{'LastName':'Ng','Company':'S','OwnerId':'nobody'} | 400 MALFORMED_ID",
                "{'LastName':'Ng','Company':'S','OwnerId':'005000000000001'} | 400 INVALID_CROSS_REFERENCE_KEY",
                "{'LastName':'Ng','Company':'S','OwnerId':'001000000000001'} | 400 FIELD_INTEGRITY_EXCEPTION",
                "{'LastName':'Ng','Company':'S','IsConverted':true} | 400 INVALID_FIELD_FOR_INSERT_UPDATE",
                "{'LastName':'Ng','Company':'S','Nonsense':1} | 400 INVALID_FIELD",
                "{'LastName':'Ng','Company':'S','DoNotCall':null} | 400 JSON_PARSER_ERROR",
                "{'LastName':'Ng','Company':'S','EmailBouncedDate':'soon'} | 400 JSON_PARSER_ERROR",
                "nonsense | 400 JSON_PARSER_ERROR"
            })
    void aBadRowIsRefusedWithItsCode(String body, String error) {
        assertThat(bench.error(bench.send("POST", "/sobjects/Lead", body))).isEqualTo(error);
        assertThat(bench.query("SELECT COUNT() FROM Lead").path("totalSize").asInt())
                .isZero();
    }

    @Test
    void allFaultsOfARowAreToldAtOnce() {
        JsonNode errors = bench.json(
                bench.send("POST", "/sobjects/Lead", "{'LastName':'Ng','Company':'S','Email':'x','Status':'Maybe'}"));
        assertThat(errors).hasSize(2);
        assertThat(errors.path(0).path("fields").path(0).asText()).isEqualTo("Email");
    }

    @Test
    void anUnrestrictedPicklistTakesAnyWordUntilItIsRestricted() {
        String body = "{'LastName':'Ng','Company':'S','LeadSource':'paid search'}";
        assertThat(bench.send("POST", "/sobjects/Lead", body).status()).isEqualTo(201);
        bench.switches.set("restrict-picklist", "Lead.LeadSource");
        assertThat(bench.error(bench.send("POST", "/sobjects/Lead", body)))
                .isEqualTo("400 INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
    }

    @Test
    void aUniqueKeyIsHeldByOneLivingRow() {
        String body = "{'LastName':'Ng','Company':'S','Smarketing_Key__c':'k-1'}";
        String id = bench.json(bench.send("POST", "/sobjects/Lead", body))
                .path("id")
                .asText();
        Answer second = bench.send("POST", "/sobjects/Lead", body.replace("k-1", "K-1"));
        assertThat(bench.error(second)).isEqualTo("400 DUPLICATE_VALUE");
        assertThat(second.body()).contains(id);
        bench.send("DELETE", "/sobjects/Lead/" + id, "");
        assertThat(bench.send("POST", "/sobjects/Lead", body).status()).isEqualTo(201);
    }

    @Test
    void aHiddenFieldIsNeitherDescribedNorFoundNorWritten() {
        bench.switches.set("hide-field", "Lead.Industry");
        assertThat(bench.get("/sobjects/Lead/describe").body()).doesNotContain("\"name\":\"Industry\"");
        assertThat(bench.error(bench.ask("SELECT Industry FROM Lead"))).isEqualTo("400 INVALID_FIELD");
        assertThat(bench.error(
                        bench.send("POST", "/sobjects/Lead", "{'LastName':'Ng','Company':'S','Industry':'Media'}")))
                .isEqualTo("400 INVALID_FIELD_FOR_INSERT_UPDATE");
        bench.switches.set("hide-field", "off");
        bench.switches.set("readonly-field", "Lead.Industry");
        assertThat(bench.query("SELECT Industry FROM Lead").path("totalSize").asInt())
                .isZero();
        assertThat(bench.error(
                        bench.send("POST", "/sobjects/Lead", "{'LastName':'Ng','Company':'S','Industry':'Media'}")))
                .isEqualTo("400 INVALID_FIELD_FOR_INSERT_UPDATE");
    }

    @Test
    void anAdminsRulesActWhenSwitchedOn() {
        String id = bench.lead("one@example.com");
        bench.switches.set("validation-rule", "Lead.City=Atlantis");
        assertThat(bench.error(bench.send("PATCH", "/sobjects/Lead/" + id, "{'City':'Atlantis'}")))
                .isEqualTo("400 FIELD_CUSTOM_VALIDATION_EXCEPTION");
        bench.switches.set("validation-rule", "Lead.City=Atl*");
        assertThat(bench.error(bench.send("PATCH", "/sobjects/Lead/" + id, "{'City':'Atlanta'}")))
                .isEqualTo("400 FIELD_CUSTOM_VALIDATION_EXCEPTION");
        bench.switches.set("lock-rows", "1");
        assertThat(bench.error(bench.send("PATCH", "/sobjects/Lead/" + id, "{'City':'Rome'}")))
                .isEqualTo("400 UNABLE_TO_LOCK_ROW");
        bench.switches.set("trigger-uppercase", "Lead.City");
        assertThat(bench.send("PATCH", "/sobjects/Lead/" + id, "{'City':'Rome'}")
                        .status())
                .isEqualTo(204);
        assertThat(bench.column("SELECT City FROM Lead", "City")).containsExactly("ROME");
    }

    @Test
    void aDuplicateRuleThatAlertsIsOverriddenAndOneThatBlocksIsNot() {
        bench.lead("one@example.com");
        String body = "{'LastName':'Ng','Company':'S','Email':'ONE@example.com'}";
        bench.switches.set("duplicate-rule", "alert");
        assertThat(bench.error(bench.send("POST", "/sobjects/Lead", body))).isEqualTo("400 DUPLICATES_DETECTED");
        bench.headers.put("sforce-duplicate-rule-header", "allowSave=true; runAsCurrentUser=true");
        assertThat(bench.send("POST", "/sobjects/Lead", body).status()).isEqualTo(201);
        bench.switches.set("duplicate-rule", "block");
        assertThat(bench.error(bench.send("POST", "/sobjects/Lead", body))).isEqualTo("400 DUPLICATES_DETECTED");
    }

    @Test
    void anAssignmentRuleChoosesTheOwnerUnlessTheCallerSaysNo() {
        bench.file(
                "User",
                java.util.Map.of("Username", "rep@sales.example", "Email", "rep@sales.example", "LastName", "Rep"));
        bench.switches.set("assignment-rule", "rep@sales.example");
        bench.send("POST", "/sobjects/Lead", "{'LastName':'A','Company':'S'}");
        bench.headers.put("sforce-auto-assign", "FALSE");
        bench.send("POST", "/sobjects/Lead", "{'LastName':'B','Company':'S'}");
        JsonNode rows =
                bench.query("SELECT Owner.Email FROM Lead ORDER BY LastName").path("records");
        assertThat(rows.findValuesAsText("Email")).containsExactly("rep@sales.example", "admin@org.example");
    }

    @Test
    void updatedAndDeletedTellWhatHappenedInASpan() {
        String kept = bench.lead("kept@example.com");
        String gone = bench.lead("gone@example.com");
        bench.act("Lead", gone, "delete", "", "");
        bench.pass(java.time.Duration.ofMinutes(10));
        java.util.Map<String, String> span =
                java.util.Map.of("start", "2026-11-20T09:55:00+00:00", "end", "2026-11-20T10:08:00+00:00");
        JsonNode updated = bench.json(bench.send("GET", Bench.V + "/sobjects/Lead/updated/", span, ""));
        assertThat(updated.path("ids").findValuesAsText("")).isEmpty();
        assertThat(updated.path("ids").path(0).asText()).isEqualTo(kept);
        JsonNode deleted = bench.json(bench.send("GET", Bench.V + "/sobjects/Lead/deleted/", span, ""));
        assertThat(deleted.path("deletedRecords").findValuesAsText("id")).containsExactly(gone);
    }
}
