package io.smarketing.daemon.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smarketing.daemon.InProcess;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import io.smarketing.sandbox.kernel.Insider.Deed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns of both CRMs with what they cost and brought, whatever somebody has called them. */
final class CampaignsTest {

    private static final String EVIL = "=cmd|'/c calc'!A1\u001b[2J\u202e";
    private static final String FAIR = "701000000000001AAA";
    private static final String LEAD = "00Q000000000001EAA";

    private static final String OLD = "701000000000002AAA";

    @TempDir
    private static Path folder;

    private static Rehearsal rehearsal;

    @BeforeAll
    static void start() {
        String people = "lead-0001@example.com;lead-0002@example.com;lead-0003@example.com";
        rehearsal = Rehearsal.start(
                folder,
                Map.of(
                        Rehearsal.CONTACTS,
                        "email,lastname,company,lifecyclestage\n"
                                + "lead-0001@example.com,One,Acme,marketingqualifiedlead\n"
                                + "lead-0002@example.com,Two,Acme,salesqualifiedlead\n"
                                + "lead-0003@example.com,Three,Acme,subscriber\n",
                        "hubspot/campaigns.csv",
                        "hs_name,hs_start_date,hs_currency_code,hs_budget_items_sum_amount,hs_spend_items_sum_amount,"
                                + "revenue_amount,influenced_contacts\n\"" + EVIL + "\",2026-03-01,EUR,1000,250.50,900,"
                                + people + "\n",
                        Rehearsal.LEADS,
                        "Id,Email,LastName,Company\n" + LEAD + ",lead-0004@example.com,Four,Acme\n",
                        "salesforce/Campaign.csv",
                        "Id,Name,Type,StartDate,BudgetedCost,ActualCost,AmountWonOpportunities\n" + FAIR
                                + ",Spring Fair,Trade Show,2026-04-01,5000,4000,7000\n" + OLD + ",Old Fair,,,,,\n",
                        "salesforce/CampaignMember.csv",
                        "CampaignId,LeadId,Status\n" + FAIR + "," + LEAD + ",Responded\n"));
        assertThat(rehearsal.sync().exit()).isZero();
    }

    @AfterAll
    static void stop() {
        rehearsal.close();
    }

    private static JsonNode campaign(String name) throws IOException {
        JsonNode all = new ObjectMapper()
                .readTree(rehearsal.campaigns("--output", "json").out());
        for (JsonNode one : all.path("campaigns")) {
            if (one.path("name").asText().equals(name)) {
                return one;
            }
        }
        throw new AssertionError("no such campaign in " + all);
    }

    @Test
    void what_they_cost_stands_beside_what_they_brought() throws IOException {
        JsonNode hubspot = campaign(EVIL);
        assertThat(hubspot.path("start").asText()).isEqualTo("2026-03-01");
        assertThat(hubspot.path("spent").asText() + hubspot.path("currency").asText())
                .isEqualTo("250.50EUR");
        assertThat(hubspot.path("people").asInt()).isEqualTo(3);
        assertThat(hubspot.path("reached").path("mql").asInt()).isEqualTo(2);
        assertThat(hubspot.path("reached").path("sql").asInt()).isEqualTo(1);
        assertThat(hubspot.path("spentPerHandover").asText()).isEqualTo("125.25");
        assertThat(hubspot.path("won").asText()).isEqualTo("900");
        JsonNode salesforce = campaign("Spring Fair");
        assertThat(salesforce.path("type").asText()).isEqualTo("Trade Show");
        assertThat(salesforce.path("budgeted").asText()).isEqualTo("5000");
        assertThat(salesforce.path("won").asText()).isEqualTo("7000");
        assertThat(salesforce.path("members").asInt()).isEqualTo(1);
        assertThat(salesforce.path("responded").asInt()).isEqualTo(1);
        assertThat(salesforce.path("people").asInt()).isEqualTo(1);
        assertThat(salesforce.has("spentPerCustomer")).isFalse();
    }

    @Test
    void names_are_harmless_on_a_terminal() {
        InProcess run = rehearsal.campaigns();

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("\\u001b[2J\\u202e", "Spring Fair", "250.50 EUR", "per mql");
        assertThat(run.out()).doesNotContain("\u001b", "\u202e");
    }

    @Test
    void a_portal_that_tells_none_holds_up_nothing_and_what_changed_in_the_org_is_seen() throws Exception {
        rehearsal.sandbox().fault("hubspot.missing-scopes", "marketing.campaigns.read");
        act("Lead", LEAD, "convert");
        act("Campaign", OLD, "delete");
        rehearsal.sandbox().clock().advance(Duration.ofMinutes(20));
        InProcess run = rehearsal.sync();

        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("no campaigns in hubspot", "marketing.campaigns.read");
        assertThat(campaign("Spring Fair").path("people").asInt()).isEqualTo(1);
        assertThat(campaign(EVIL).path("people").asInt()).isEqualTo(3);
        assertThat(rehearsal.campaigns().out()).doesNotContain("Old Fair");
    }

    private static void act(String object, String id, String action) throws BadRow {
        rehearsal.org().act(new Deed(rehearsal.sandbox().clock().instant(), object, id, action, "", ""));
    }
}
