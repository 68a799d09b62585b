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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns of both CRMs with what they cost and brought, whatever somebody has called them. */
final class CampaignsTest {

    private static final String EVIL = "=cmd|'/c calc'!A1\u001b[2J\u202e";
    private static final String FAIR = "701000000000001AAA";
    private static final String LEAD = "00Q000000000001EAA";

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void start() {
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
                                + "influenced_contacts\n\"" + EVIL + "\",2026-03-01,EUR,1000,250.50,"
                                + "lead-0001@example.com;lead-0002@example.com;lead-0003@example.com\n",
                        Rehearsal.LEADS,
                        "Id,Email,LastName,Company\n" + LEAD + ",lead-0004@example.com,Four,Acme\n",
                        "salesforce/Campaign.csv",
                        "Id,Name,Type,StartDate,BudgetedCost,ActualCost\n" + FAIR
                                + ",Spring Fair,Trade Show,2026-04-01,5000,4000\n",
                        "salesforce/CampaignMember.csv",
                        "CampaignId,LeadId,Status\n" + FAIR + "," + LEAD + ",Responded\n"));
    }

    @AfterEach
    void stop() {
        rehearsal.close();
    }

    private JsonNode campaign(String crm) throws IOException {
        JsonNode all = new ObjectMapper().readTree(rehearsal.campaigns("--output", "json").out());
        for (JsonNode one : all.path("campaigns")) {
            if (one.path("crm").asText().equals(crm)) {
                return one;
            }
        }
        throw new AssertionError("no campaign of " + crm + " in " + all);
    }

    @Test
    void what_they_cost_stands_beside_what_they_brought() throws IOException {
        assertThat(rehearsal.sync().exit()).isZero();

        JsonNode hubspot = campaign("hubspot");
        assertThat(hubspot.path("name").asText()).isEqualTo(EVIL);
        assertThat(hubspot.path("start").asText()).isEqualTo("2026-03-01");
        assertThat(hubspot.path("spent").asText() + hubspot.path("currency").asText()).isEqualTo("250.50EUR");
        assertThat(hubspot.path("people").asInt()).isEqualTo(3);
        assertThat(hubspot.path("reached").path("mql").asInt()).isEqualTo(2);
        assertThat(hubspot.path("reached").path("sql").asInt()).isEqualTo(1);
        assertThat(hubspot.path("spentPerHandover").asText()).isEqualTo("125.25");
        JsonNode salesforce = campaign("salesforce");
        assertThat(salesforce.path("type").asText()).isEqualTo("Trade Show");
        assertThat(salesforce.path("budgeted").asText()).isEqualTo("5000");
        assertThat(salesforce.path("members").asInt()).isEqualTo(1);
        assertThat(salesforce.path("responded").asInt()).isEqualTo(1);
        assertThat(salesforce.path("people").asInt()).isEqualTo(1);
        assertThat(salesforce.has("spentPerCustomer")).isFalse();
    }

    @Test
    void names_are_harmless_on_a_terminal() {
        rehearsal.sync();

        InProcess run = rehearsal.campaigns();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("\\u001b[2J\\u202e", "Spring Fair", "250.50 EUR", "per mql");
        assertThat(run.out()).doesNotContain("\u001b", "\u202e");
    }

    @Test
    void a_converted_member_is_one_human_and_a_deleted_campaign_is_gone() throws Exception {
        rehearsal.sync();
        act("Lead", LEAD, "convert");
        rehearsal.sandbox().clock().advance(Duration.ofMinutes(20));
        rehearsal.sync();
        assertThat(campaign("salesforce").path("people").asInt()).isEqualTo(1);

        act("Campaign", FAIR, "delete");
        rehearsal.sandbox().clock().advance(Duration.ofMinutes(20));
        rehearsal.sync();
        assertThat(rehearsal.campaigns().out()).doesNotContain("Spring Fair").contains("hubspot");
    }

    private void act(String object, String id, String action) throws BadRow {
        rehearsal.org().act(new Deed(rehearsal.sandbox().clock().instant(), object, id, action, "", ""));
    }

    @Test
    void a_portal_without_campaigns_holds_up_nothing() throws IOException {
        rehearsal.sandbox().fault("hubspot.missing-scopes", "marketing.campaigns.read");

        InProcess run = rehearsal.sync();
        assertThat(run.exit()).isZero();
        assertThat(rehearsal.inLead("lead-0001@example.com", "LastName")).isEqualTo("One");
        assertThat(run.err()).contains("no campaigns in hubspot", "marketing.campaigns.read");
        assertThat(campaign("salesforce").path("members").asInt()).isEqualTo(1);
    }
}
