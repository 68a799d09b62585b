package io.smarketing.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

    private final Bench bench = new Bench();

    @BeforeEach
    void customProperties() {
        property("seats", "number", "number", "");
        property("renewal", "date", "date", "");
        property("agreed", "bool", "booleancheckbox", "");
        property(
                "topics",
                "enumeration",
                "checkbox",
                "{'label':'A','value':'a','displayOrder':0,'hidden':false},{'label':'B','value':'b','displayOrder':1,'hidden':false}");
    }

    @ParameterizedTest
    @CsvSource({
        "seats, 12.50, 12.50",
        "renewal, 2026-02-28, 2026-02-28",
        "renewal, 1772236800000, 2026-02-28",
        "agreed, TRUE, true",
        "topics, b;a, b;a",
        "smarketing_mql_at, 2026-02-28T10:00:00+02:00, 2026-02-28T08:00:00.000Z",
        "smarketing_mql_at, 1772236800123, 2026-02-28T00:00:00.123Z",
        "email, ' Lead-0001@Example.COM ', lead-0001@example.com",
        "lifecyclestage, lead, lead"
    })
    void aValueIsKeptInItsNormalForm(String name, String sent, String kept) {
        String id = bench.contact("'lastname':'x','" + name + "':'" + sent + "'");
        assertThat(bench.value(id, name)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "nonsense_field, x, PROPERTY_DOESNT_EXIST",
        "email, not an address, INVALID_EMAIL",
        "email, x' OR Name != '@example, INVALID_EMAIL",
        "seats, many, INVALID_INTEGER",
        "renewal, 1772236800001, INVALID_DATE",
        "renewal, 2026-02-30, INVALID_DATE",
        "smarketing_mql_at, yesterday, INVALID_DATE",
        "agreed, maybe, INVALID_OPTION",
        "topics, a;c, INVALID_OPTION",
        "lifecyclestage, Lead, INVALID_OPTION",
        "hubspot_owner_id, 12, INVALID_OPTION",
        "hs_lifecyclestage_lead_date, 2026-02-28, READ_ONLY_VALUE",
        "createdate, 2026-02-28, READ_ONLY_VALUE",
        "hs_object_id, 12, READ_ONLY_VALUE"
    })
    void aBadValueIsRefusedWithItsCodeInsideTheMessageAndBesideIt(String name, String sent, String code) {
        JsonNode body = bench.call(
                400,
                "POST",
                "/crm/objects/2026-03/contacts",
                "{\"properties\":{\"lastname\":\"x\",\"" + name + "\":\"" + sent.replace("'", "\\u0027") + "\"}}");
        assertThat(body.path("category").asText()).isEqualTo("VALIDATION_ERROR");
        assertThat(body.path("message").asText())
                .startsWith("Property values were not valid: [{")
                .contains(code);
        JsonNode error = body.path("errors").path(0);
        assertThat(error.path("code").asText()).isEqualTo(code);
        assertThat(error.path("context").path("propertyName").path(0).asText()).isEqualTo(name);
    }

    @Test
    void allBadValuesAreNamedAtOnce() {
        JsonNode body =
                bench.post(400, "/crm/objects/2026-03/contacts", "{'properties':{'email':'x','seats':'y','nope':'z'}}");
        assertThat(body.path("errors")).hasSize(3);
    }

    @Test
    void aTextTakesSixtyFourKibibytes() {
        bench.contact("'lastname':'x','message':'" + "m".repeat(65_536) + "'");
        bench.post(
                400,
                "/crm/objects/2026-03/contacts",
                "{'properties':{'lastname':'x','message':'" + "m".repeat(65_537) + "'}}");
    }

    @Test
    void aLeadingSemicolonAppendsToASet() {
        String id = bench.contact("'lastname':'x','topics':'a'");
        bench.call(200, "PATCH", "/crm/objects/2026-03/contacts/" + id, "{'properties':{'topics':';b'}}");
        assertThat(bench.value(id, "topics")).isEqualTo("a;b");
        bench.call(200, "PATCH", "/crm/objects/2026-03/contacts/" + id, "{'properties':{'topics':'b'}}");
        assertThat(bench.value(id, "topics")).isEqualTo("b");
    }

    @Test
    void fromSeptember2026DatesAreNormalisedWithAWarning() {
        JsonNode made = bench.post(
                201, "/crm/objects/2026-09/contacts", "{'properties':{'lastname':'x','renewal':'1772236800001'}}");
        assertThat(made.path("properties").path("renewal").asText()).isEqualTo("2026-02-28");
        JsonNode warning = made.path("warnings").path(0);
        assertThat(warning.path("category").asText()).isEqualTo("PROPERTY_VALUE_NORMALIZED");
        assertThat(warning.path("context").path("normalizedValue").path(0).asText())
                .isEqualTo("2026-02-28");
    }

    @Test
    void fromSeptember2026TheAdminsRulesHold() {
        bench.switches.set("required-property", "company");
        bench.switches.set("conditional-property", "lifecyclestage=customer:city");
        String plain = "{'properties':{'lastname':'x'}}";
        bench.post(201, "/crm/objects/2026-03/contacts", plain);
        bench.post(201, "/crm/v3/objects/contacts", plain);
        JsonNode body = bench.post(400, "/crm/objects/2026-09/contacts", plain);
        assertThat(body.path("errors").path(0).path("code").asText()).isEqualTo("MISSING_REQUIRED_PROPERTY");
        assertThat(body.path("errors")
                        .path(0)
                        .path("context")
                        .path("propertyName")
                        .path(0)
                        .asText())
                .isEqualTo("company");
        JsonNode customer = bench.post(
                400,
                "/crm/objects/2026-09/contacts",
                "{'properties':{'lastname':'x','company':'y','lifecyclestage':'customer'}}");
        assertThat(customer.path("errors").path(0).path("code").asText())
                .isEqualTo("MISSING_CONDITIONAL_REQUIRED_PROPERTY");
    }

    @Test
    void anUnchangedValueMovesNoStampUnlessSwitchedOn() {
        String id = bench.contact("'lastname':'x'");
        bench.clock.advance(Duration.ofMinutes(1));
        String path = "/crm/objects/2026-03/contacts/" + id;
        assertThat(bench.call(200, "PATCH", path, "{'properties':{'lastname':'x'}}")
                        .path("updatedAt")
                        .asText())
                .isEqualTo("2026-05-01T10:00:00.000Z");
        bench.switches.set("same-value-touches", "on");
        assertThat(bench.call(200, "PATCH", path, "{'properties':{'lastname':'x'}}")
                        .path("updatedAt")
                        .asText())
                .isEqualTo("2026-05-01T10:01:00.000Z");
    }

    @Test
    void howNumbersAreKeptIsASwitch() {
        bench.switches.set("number-format", "stripped");
        assertThat(bench.value(bench.contact("'lastname':'x','seats':'1.0'"), "seats"))
                .isEqualTo("1");
    }

    private void property(String name, String type, String fieldType, String options) {
        bench.post(
                201,
                "/crm/properties/2026-03/contacts",
                "{'name':'" + name + "','label':'x','groupName':" + "'contactinformation','type':'" + type
                        + "','fieldType':'" + fieldType + "','options':[" + options + "]}");
    }
}
