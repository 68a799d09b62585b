package io.smarketing.daemon.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smarketing.daemon.InProcess;
import io.smarketing.daemon.process.Rehearsal.Run;
import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.sandbox.server.SandboxSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Companies and deals beside people, as the example maps them. */
class CompaniesProcessTest {

    private static final String COMPANIES = "companies";
    private static final String ACCOUNT = "Account";
    private static final String DEALS = "deals";
    private static final String OPPORTUNITY = "Opportunity";
    private static final String BOTH = "two.example.com";

    @TempDir
    private Path folder;

    /** Company Two is in both CRMs under two names; One is in HubSpot only, Three in Salesforce only; Four has no domain. */
    private Rehearsal rehearsal() {
        Path data = folder.resolve("data");
        file(
                "hubspot/companies.csv",
                "name,domain,numberofemployees",
                "Company One,one.example.com,120",
                "Company Two," + BOTH + ",7",
                "Company Four,,3");
        file(
                "hubspot/contacts.csv",
                "email,lastname,lifecyclestage,associated_company",
                "lead-0001@example.com,Person-0001,lead,one.example.com",
                "lead-0002@example.com,Person-0002,lead," + BOTH);
        file(
                "salesforce/Account.csv",
                "Id,Name,Website,NumberOfEmployees",
                "001000000000101AAA,Company Two Ltd,https://www.two.example.com/,7",
                "001000000000102AAA,Company Three,three.example.com,55");
        file(
                "salesforce/Contact.csv",
                "Id,Email,LastName,AccountId",
                "003000000000201AAA,lead-0002@example.com,Person-0002,001000000000101AAA");
        file(
                "salesforce/Opportunity.csv",
                "Id,Name,AccountId,ContactId,StageName,Amount,CloseDate",
                "006000000000301AAA,Two buys,001000000000101AAA,003000000000201AAA,Prospecting,1200,2026-12-24");
        return new Rehearsal(folder, SandboxSettings.defaults().withData(data).withKeyFolder(folder.resolve("key")));
    }

    private void file(String name, String... lines) {
        DataFiles.write(folder.resolve("data").resolve(name), String.join("\n", lines) + "\n");
    }

    private static Run inStep(Run run) throws IOException {
        assertThat(run.ended().exit()).as(run.ended().out() + run.ended().err()).isZero();
        assertThat(new ObjectMapper().readTree(run.ended().out()).at("/result").asText())
                .isEqualTo("in-step");
        return run;
    }

    private static String value(Insider crm, String object, String key, String field) {
        List<String> ids = crm.find(object, key);
        assertThat(ids).as(object + " " + key).hasSize(1);
        return crm.peek(object, ids.get(0), field).orElse("");
    }

    @Test
    void companies_meet_by_domain_and_deals_follow_opportunities() throws IOException {
        try (Rehearsal rehearsal = rehearsal()) {
            Insider portal = rehearsal.portal();
            Insider org = rehearsal.org();
            String report = inStep(rehearsal.sync("--output", "json")).ended().out();

            assertThat(new ObjectMapper().readTree(report).path("companies").asInt())
                    .isEqualTo(3);
            operators(org);
            assertThat(portal.count(COMPANIES)).isEqualTo(4);
            assertThat(org.count(ACCOUNT)).isEqualTo(3);
            assertThat(value(portal, COMPANIES, BOTH, "smarketing_key"))
                    .isNotEmpty()
                    .isEqualTo(value(org, ACCOUNT, "Company Two Ltd", "Smarketing_Key__c"));
            assertThat(value(org, ACCOUNT, "Company One", "NumberOfEmployees")).isEqualTo("120");
            assertThat(value(portal, DEALS, "Two buys", "amount")).isEqualTo("1200");
            assertThat(value(portal, DEALS, "Two buys", "dealstage")).isEqualTo("appointmentscheduled");
            assertThat(value(portal, DEALS, "Two buys", "hs_primary_associated_company"))
                    .isEqualTo(portal.find(COMPANIES, BOTH).get(0));
            assertThat(value(portal, Rehearsal.CONTACTS, "lead-0002@example.com", "num_associated_deals"))
                    .isEqualTo("1");
            assertThat(inStep(rehearsal.sync("--output", "json")).requests().writes())
                    .isEmpty();

            rehearsal.edit(portal, COMPANIES, BOTH, "numberofemployees", "9");
            rehearsal.edit(
                    portal, Rehearsal.CONTACTS, "lead-0002@example.com", "associated_company", "one.example.com");
            rehearsal.edit(org, OPPORTUNITY, "lead-0002@example.com", "StageName", "Closed Won");
            rehearsal.make(portal, DEALS, Map.of("dealname", "Made by marketing", "dealstage", "appointmentscheduled"));
            inStep(rehearsal.sync("--output", "json"));

            assertThat(value(org, ACCOUNT, "Company Two Ltd", "NumberOfEmployees"))
                    .isEqualTo("9");
            assertThat(value(org, "Contact", "lead-0002@example.com", "AccountId"))
                    .isEqualTo(org.find(ACCOUNT, "Company One").get(0));
            assertThat(value(portal, DEALS, "Two buys", "dealstage")).isEqualTo("closedwon");
            assertThat(org.count(OPPORTUNITY)).isOne();
            assertThat(inStep(rehearsal.sync("--output", "json")).requests().writes())
                    .isEmpty();
        }
    }

    private InProcess ask(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--config", folder.resolve("config").toString()));
        return InProcess.run(all.toArray(String[]::new));
    }

    /** What they are told once companies and deals are in step. */
    private void operators(Insider org) throws IOException {
        assertThat(ask("validate").out()).contains("Kept in step beside people", "companies", "entry lines: ");
        assertThat(ask("status").out())
                .contains("people known   2", "companies known 3", "deals known    1")
                .doesNotContain("first load");
        JsonNode status =
                new ObjectMapper().readTree(ask("status", "--output", "json").out());
        assertThat(status.path("people").asInt()).isEqualTo(2);
        assertThat(status.path("companies").asInt()).isEqualTo(3);
        assertThat(status.at("/routes/0/loading")).isEmpty();

        String account = org.find(ACCOUNT, "Company Two Ltd").get(0);
        assertThat(ask("explain", account).out())
                .startsWith("Company ")
                .contains("salesforce Account " + account + ": kept in step", "two.example.com")
                .doesNotContain("e-mail", "Stage");
        JsonNode explained = new ObjectMapper()
                .readTree(ask("explain", account, "--output", "json").out());
        assertThat(explained.path("people")).isEmpty();
        assertThat(explained.path("companies")).hasSize(1);
        assertThat(ask("retry", "--person", account).out()).contains("Nothing of that is parked.");
    }
}
