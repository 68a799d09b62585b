package io.smarketing.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows of files that name a company and people, and what links change at their ends. */
class LinkColumnsTest {

    private final Bench bench = new Bench();
    private final Insider inside = bench.portal.insider();
    private String company = "";

    @BeforeEach
    void load() throws BadRow {
        company = inside.create("companies", Map.of("name", "One", "domain", "one.example.com"), Bench.START);
    }

    private List<String> linked(String from, String id, String to) {
        return bench.get("/crm/objects/2026-09/" + from + "/" + id + "/associations/" + to)
                .findValuesAsText("toObjectId");
    }

    private JsonNode properties(String type, String id, String names) {
        return bench.get("/crm/objects/2026-09/" + type + "/" + id + "?properties=" + names)
                .path("properties");
    }

    @Test
    void aContactNamesItsCompanyByDomainNameOrId() {
        for (String name : List.of("ONE.example.com", "one", company)) {
            String id = bench.load(Map.of("email", "a" + name + "@example.com", "associated_company", name));
            assertThat(linked("contacts", id, "companies")).containsExactly(company);
            assertThat(properties("contacts", id, "associatedcompanyid")
                            .path("associatedcompanyid")
                            .asText())
                    .isEqualTo(company);
        }
        assertThatThrownBy(() -> inside.create(
                        "contacts", Map.of("email", "x@example.com", "associated_company", "No"), Bench.START))
                .isInstanceOf(BadRow.class);
        assertThat(inside.fields("contacts")).contains("associated_company");
    }

    @Test
    void aDealNamesItsPeopleToo() throws BadRow {
        String first = bench.load(Map.of("email", "a@example.com"));
        String second = bench.load(Map.of("email", "b@example.com"));
        Map<String, String> row = new HashMap<>(Map.of("dealname", "D", "dealstage", "qualifiedtobuy"));
        row.put("associated_company", "one.example.com");
        row.put("associated_contacts", "a@example.com; " + second);
        String deal = inside.create("deals", row, Bench.START);
        assertThat(linked("deals", deal, "contacts")).containsExactly(first, second);
        assertThat(inside.peek("deals", deal, "associated_contacts")).contains(first + ";" + second);
        assertThat(inside.peek("deals", deal, "associated_company")).contains(company);
        JsonNode told = properties("deals", deal, "hs_primary_associated_company,num_associated_contacts");
        assertThat(told.path("hs_primary_associated_company").asText()).isEqualTo(company);
        assertThat(told.path("num_associated_contacts").asText()).isEqualTo("2");
    }

    @Test
    void settingTheColumnReplacesTheLinkAndMovesTheStamp() throws BadRow {
        String other = inside.create("companies", Map.of("name", "Two"), Bench.START);
        String id = bench.load(Map.of("email", "a@example.com", "associated_company", "one"));
        String before = properties("contacts", id, "lastmodifieddate")
                .path("lastmodifieddate")
                .asText();
        bench.pass(Duration.ofMinutes(1));
        bench.act(id, "set", "associated_company", "two");
        assertThat(linked("contacts", id, "companies")).containsExactly(other);
        assertThat(properties("contacts", id, "lastmodifieddate")
                        .path("lastmodifieddate")
                        .asText())
                .isGreaterThan(before);
        bench.act(id, "set", "associated_company", "");
        assertThat(linked("contacts", id, "companies")).isEmpty();
    }

    @Test
    void nobodyIsToldOfLinksToArchivedRecords() throws BadRow {
        String id = bench.load(Map.of("email", "a@example.com", "associated_company", "one"));
        inside.act(new Insider.Deed(Bench.START, "companies", company, "delete", "", ""));
        assertThat(linked("contacts", id, "companies")).isEmpty();
        assertThat(inside.peek("contacts", id, "associated_company")).contains("");
        JsonNode batch = bench.post(
                200, "/crm/associations/2026-09/contacts/companies/batch/read", "{'inputs':[{'id':'" + id + "'}]}");
        assertThat(batch.path("results")).isEmpty();
        inside.act(new Insider.Deed(Bench.START, "companies", company, "restore", "", ""));
        assertThat(linked("contacts", id, "companies")).containsExactly(company);
    }

    @Test
    void aMergedCompanyKeepsTheOtherDomainAndItsPeople() throws BadRow {
        String other = inside.create("companies", Map.of("name", "Two", "domain", "two.example.com"), Bench.START);
        String id = bench.load(Map.of("email", "a@example.com", "associated_company", "two"));
        inside.act(new Insider.Deed(Bench.START, "companies", company, "merge", "", "two.example.com"));
        String merged = inside.find("companies", "one.example.com").get(0);
        assertThat(merged).isNotIn(company, other);
        assertThat(properties("companies", merged, "hs_additional_domains")
                        .path("hs_additional_domains")
                        .asText())
                .isEqualTo("two.example.com");
        assertThat(linked("contacts", id, "companies")).containsExactly(merged);
    }
}
