package io.smarketing.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefinitionsTest {

    private static final String PROPERTIES = "/crm/properties/2026-03/contacts";
    private static final String TEXT =
            "{'name':'colour','label':'Colour','groupName':'contactinformation','type':'string','fieldType':'text'}";
    private final Bench bench = new Bench();

    @Test
    void lifecycleStagesAreOptionsInTheirOrder() {
        JsonNode property = bench.get("/crm/v3/properties/contacts/lifecyclestage");
        assertThat(property.path("options").findValuesAsText("value"))
                .containsExactly(
                        "subscriber",
                        "lead",
                        "marketingqualifiedlead",
                        "salesqualifiedlead",
                        "opportunity",
                        "customer",
                        "evangelist",
                        "other");
        assertThat(property.path("hubspotDefined").asBoolean()).isTrue();
        JsonNode date = bench.get(PROPERTIES + "/hs_lifecyclestage_customer_date");
        assertThat(date.path("modificationMetadata").path("readOnlyValue").asBoolean())
                .isTrue();
    }

    @Test
    void theProductsOwnPropertiesAreThereUnlessThePortalIsBare() {
        JsonNode key = bench.get(PROPERTIES + "/smarketing_key");
        assertThat(key.path("hasUniqueValue").asBoolean()).isTrue();
        assertThat(key.path("groupName").asText()).isEqualTo("smarketing");
        for (String stage : new String[] {"subscriber", "lead", "mql", "sal", "sql", "opportunity", "customer"}) {
            assertThat(bench.get(PROPERTIES + "/smarketing_" + stage + "_at")
                            .path("type")
                            .asText())
                    .isEqualTo("datetime");
        }
        Bench bare = new Bench(PortalSettings.Speed.UNLIMITED, true);
        assertThat(bare.call(404, "GET", PROPERTIES + "/smarketing_key", "")
                        .path("category")
                        .asText())
                .isEqualTo("OBJECT_NOT_FOUND");
        bare.call(404, "GET", PROPERTIES + "/groups/smarketing", "");
    }

    @Test
    void aPropertyIsCreatedChangedDeletedAndRevived() {
        bench.post(201, PROPERTIES, TEXT);
        JsonNode twice = bench.post(409, PROPERTIES, TEXT);
        assertThat(twice.path("category").asText()).isEqualTo("OBJECT_ALREADY_EXISTS");
        assertThat(twice.path("subCategory").asText()).isEqualTo("Properties.PROPERTY_WITH_NAME_EXISTS");
        assertThat(bench.call(200, "PATCH", PROPERTIES + "/colour", "{'label':'Hue'}")
                        .path("label")
                        .asText())
                .isEqualTo("Hue");
        String id = bench.contact("'lastname':'x','colour':'red'");
        assertThat(bench.send("DELETE", PROPERTIES + "/colour", "").status()).isEqualTo(204);
        bench.call(404, "GET", PROPERTIES + "/colour", "");
        assertThat(bench.read(id, "colour").path("properties").has("colour")).isFalse();
        assertThat(bench.get(PROPERTIES + "?archived=true").path("results").findValuesAsText("name"))
                .contains("colour");
        bench.post(201, PROPERTIES, TEXT);
        assertThat(bench.value(id, "colour")).isEqualTo("red");
        bench.call(400, "DELETE", PROPERTIES + "/email", "");
    }

    @Test
    void changedOptionsReplaceTheWholeListAndRecordsKeepTheirs() {
        String id = bench.contact("'lastname':'x','hs_lead_status':'NEW'");
        bench.call(
                200,
                "PATCH",
                PROPERTIES + "/hs_lead_status",
                "{'options':[{'label':'Hot','value':'HOT','displayOrder':0,'hidden':false}]}");
        bench.call(400, "PATCH", "/crm/v3/objects/contacts/" + id, "{'properties':{'hs_lead_status':'NEW'}}");
        assertThat(bench.value(id, "hs_lead_status")).isEqualTo("NEW");
        bench.call(400, "PATCH", PROPERTIES + "/hs_lead_status", "{'options':[{'label':'Hot','value':'HOT'}]}");
        bench.call(
                200,
                "PATCH",
                "/crm/v3/properties/contacts/hs_lead_status",
                "{'options':[{'label':'Hot','value':'HOT'}]}");
    }

    @Test
    void aDefinitionThatMakesNoSenseIsRefused() {
        for (String bad : new String[] {
            TEXT.replace("'colour'", "'Colour'"),
            TEXT.replace("'string'", "'text'"),
            TEXT.replace("'text'", "'select'"),
            TEXT.replace("contactinformation", "nowhere"),
            TEXT.replace("'Colour'", "''")
        }) {
            bench.post(400, PROPERTIES, bad);
        }
    }

    @Test
    void groupsAreKeptWhileTheyHaveProperties() {
        bench.post(201, PROPERTIES + "/groups", "{'name':'mine','label':'Mine'}");
        bench.post(409, PROPERTIES + "/groups", "{'name':'mine','label':'Mine'}");
        bench.post(201, PROPERTIES, TEXT.replace("contactinformation", "mine"));
        JsonNode kept = bench.call(400, "DELETE", PROPERTIES + "/groups/mine", "");
        assertThat(kept.path("subCategory").asText()).isEqualTo("GROUP_WITH_ACTIVE_PROPERTIES");
        bench.send("DELETE", PROPERTIES + "/colour", "");
        assertThat(bench.send("DELETE", PROPERTIES + "/groups/mine", "").status())
                .isEqualTo(204);
    }

    @Test
    void propertiesComeInBatches() {
        JsonNode made = bench.post(
                207, PROPERTIES + "/batch/create", "{'inputs':[" + TEXT + "," + TEXT.replace("colour", "email") + "]}");
        assertThat(made.path("results")).hasSize(1);
        assertThat(made.path("numErrors").asInt()).isEqualTo(1);
        JsonNode read = bench.post(207, PROPERTIES + "/batch/read", "{'inputs':[{'name':'colour'},{'name':'nope'}]}");
        assertThat(read.path("results").path(0).path("name").asText()).isEqualTo("colour");
        assertThat(bench.send("POST", PROPERTIES + "/batch/archive", "{'inputs':[{'name':'colour'}]}")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void atMostTenPropertiesAreUnique() {
        for (int i = 1; i <= 10; i++) {
            String unique = TEXT.replace("'colour'", "'key" + i + "','hasUniqueValue':true");
            bench.post(i == 10 ? 400 : 201, PROPERTIES, unique);
        }
    }

    @Test
    void ownersAreReadByIdUserAndAddress() throws Exception {
        var inside = bench.portal.insider();
        String id = inside.create(
                "owners", Map.of("email", "Rep-1@Sales.example", "firstName", "Rep", "lastName", "One"), Bench.START);
        inside.create("owners", Map.of("email", "rep-2@sales.example"), Bench.START);
        JsonNode owner = bench.get("/crm/owners/2026-03?email=rep-1@sales.example")
                .path("results")
                .path(0);
        assertThat(owner.path("id").asText()).isEqualTo(id);
        assertThat(owner.path("firstName").asText()).isEqualTo("Rep");
        assertThat(owner.path("userId").asText()).isNotEqualTo(id);
        assertThat(bench.get("/crm/v3/owners/").path("results")).hasSize(2);
        assertThat(bench.get("/crm/v3/owners/" + owner.path("userId").asText() + "?idProperty=userId")
                        .path("id")
                        .asText())
                .isEqualTo(id);
        assertThat(bench.get("/crm/v3/owners?limit=1")
                        .path("paging")
                        .path("next")
                        .path("after")
                        .asText())
                .isEqualTo(id);
        String contact = bench.contact("'lastname':'x','hubspot_owner_id':'" + id + "'");
        assertThat(bench.value(contact, "hubspot_owner_id")).isEqualTo(id);
    }

    @Test
    void theAccountTellsWhoItIsAndHowFull() {
        JsonNode details = bench.get("/account-info/2026-09/details");
        assertThat(details.path("portalId").asInt()).isEqualTo(4711);
        assertThat(details.path("timeZone").asText()).isEqualTo("America/New_York");
        assertThat(bench.get("/account-info/v3/api-usage/daily/private-apps")
                        .path("results")
                        .path(0)
                        .path("currentUsage")
                        .asInt())
                .isEqualTo(2);
        JsonNode limits = bench.get("/crm/limits/2026-03/custom-properties")
                .path("byObjectType")
                .path(0);
        assertThat(limits.path("objectTypeId").asText()).isEqualTo("0-1");
        long made = 0;
        for (JsonNode property : bench.get("/crm/properties/2026-09/contacts").path("results")) {
            made += property.path("hubspotDefined").asBoolean() ? 0 : 1;
        }
        assertThat(limits.path("usage").asLong()).isEqualTo(made).isPositive();
    }

    @Test
    void dealsHaveTheirPipeline() {
        JsonNode stages = bench.get("/crm/pipelines/2026-03/deals")
                .path("results")
                .path(0)
                .path("stages");
        assertThat(stages.findValuesAsText("id")).contains("closedwon", "closedlost");
        JsonNode won = bench.get("/crm/v3/pipelines/deals/default/stages/closedwon");
        assertThat(won.path("metadata").path("isClosed").asText()).isEqualTo("true");
        assertThat(won.path("metadata").path("probability").asText()).isEqualTo("1.0");
    }
}
