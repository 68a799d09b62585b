package io.smarketing.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssociationsTest {

    private final Bench bench = new Bench();
    private String contact = "";
    private String first = "";
    private String second = "";

    @BeforeEach
    void people() {
        contact = bench.contact("'lastname':'x'");
        first = company("One");
        second = company("Two");
    }

    @Test
    void aDefaultLinkIsSeenFromBothEnds() {
        bench.call(200, "PUT", link("default/", first), "");
        JsonNode there = bench.get("/crm/objects/2026-03/contacts/" + contact + "/associations/companies")
                .path("results")
                .path(0);
        assertThat(there.path("toObjectId").isTextual()).isTrue();
        assertThat(there.path("associationTypes").path(0).path("typeId").asInt())
                .isEqualTo(279);
        JsonNode back = bench.get("/crm/v4/objects/companies/" + first + "/associations/contacts")
                .path("results")
                .path(0);
        assertThat(back.path("toObjectId").isNumber()).isTrue();
        assertThat(back.path("associationTypes").path(0).path("typeId").asInt()).isEqualTo(280);
    }

    @Test
    void aNewPrimaryDemotesTheOldOne() {
        bench.call(201, "PUT", link("", first), labels(1, 279));
        bench.call(201, "PUT", link("", second), labels(1, 279));
        JsonNode all = bench.get("/crm/objects/2026-03/contacts/" + contact + "/associations/companies")
                .path("results");
        assertThat(all.path(0).path("associationTypes")).hasSize(1);
        assertThat(all.path(1).path("associationTypes")).hasSize(2);
    }

    @Test
    void labelsAreReplacedAndAnUnlinkTakesAll() {
        bench.call(201, "PUT", link("", first), labels(1, 279));
        bench.call(201, "PUT", link("", first), labels(279));
        assertThat(bench.get("/crm/objects/2026-03/contacts/" + contact + "/associations/0-2")
                        .findValues("typeId"))
                .hasSize(1);
        assertThat(bench.send("DELETE", link("", first), "").status()).isEqualTo(204);
        assertThat(bench.get("/crm/objects/2026-03/contacts/" + contact + "/associations/0-2")
                        .path("results"))
                .isEmpty();
        bench.call(400, "PUT", link("", first), labels(4));
        bench.call(404, "PUT", link("default/", "12"), "");
    }

    @Test
    void batchesLinkReadAndUnlink() {
        String batch = "/crm/associations/2026-03/contacts/companies/batch/";
        String pair = "'from':{'id':'" + contact + "'},'to':{'id':'" + first + "'}";
        bench.post(
                201,
                batch + "create",
                "{'inputs':[{" + pair + ",'types':" + labels(279).replace('"', '\'') + "}]}");
        bench.post(200, batch + "associate/default", "{'inputs':[{" + pair.replace(first, second) + "}]}");
        JsonNode read = bench.post(200, batch + "read", "{'inputs':[{'id':'" + contact + "'}]}")
                .path("results")
                .path(0);
        assertThat(read.path("from").path("id").asText()).isEqualTo(contact);
        assertThat(read.path("to").findValuesAsText("toObjectId")).containsExactly(first, second);
        bench.post(207, batch + "create", "{'inputs':[{'from':{'id':'1'},'to':{'id':'2'},'types':[]}]}");
        String archive = "{'inputs':[{'from':{'id':'" + contact + "'},'to':[{'id':'" + first + "'}]}]}";
        bench.post(200, batch + "archive", archive);
        assertThat(bench.send("POST", "/crm/v4/associations/contacts/companies/batch/archive", archive)
                        .status())
                .isEqualTo(204);
        assertThat(bench.post(200, batch + "read", "{'inputs':[{'id':'" + contact + "'}]}")
                        .findValuesAsText("toObjectId"))
                .containsExactly(second);
        assertThat(bench.get("/crm/v4/associations/contacts/companies/labels").findValues("typeId"))
                .hasSize(2);
    }

    @Test
    void aMergeTakesTheLinksAlongAndASearchCanFollowThem() {
        bench.call(200, "PUT", link("default/", first), "");
        String other = bench.contact("'lastname':'y'");
        String merged = bench.post(
                        200,
                        "/crm/objects/2026-03/contacts/merge",
                        "{'primaryObjectId':'" + other + "','objectIdToMerge':'" + contact + "'}")
                .path("id")
                .asText();
        JsonNode found = bench.search(
                "'filterGroups':[{'filters':[{'propertyName':'associations.company','operator':'EQ','value':'" + first
                        + "'}]}]");
        assertThat(found.path("results").path(0).path("id").asText()).isEqualTo(merged);
    }

    private String company(String name) {
        return bench.post(201, "/crm/objects/2026-03/companies", "{'properties':{'name':'" + name + "'}}")
                .path("id")
                .asText();
    }

    private String link(String kind, String to) {
        return "/crm/objects/2026-03/contacts/" + contact + "/associations/" + kind + "companies/" + to;
    }

    private static String labels(int... numbers) {
        StringBuilder specs = new StringBuilder();
        for (int number : numbers) {
            specs.append(specs.isEmpty() ? "" : ",")
                    .append("{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":")
                    .append(number)
                    .append('}');
        }
        return "[" + specs + "]";
    }
}
