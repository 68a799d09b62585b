package io.smarketing.sandbox.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private final Bench bench = new Bench();
    private final Insider insider = bench.org.insider();

    private JsonNode one(String soql) {
        JsonNode records = bench.query(soql).path("records");
        assertThat(records).as(soql).hasSize(1);
        return records.path(0);
    }

    private String rep() {
        return bench.file(
                "User", Map.of("Username", "rep@sales.example", "Email", "rep@sales.example", "LastName", "Rep"));
    }

    @Test
    void aLoadedRowBearsTheFilesDateAsCreatedAndTheGivenStamp() {
        bench.lead("one@example.com", "CreatedDate", "2018-02-01T00:00:00Z", "SystemModstamp", "2001-01-01T00:00:00Z");
        JsonNode row = one("SELECT CreatedDate, SystemModstamp, LastModifiedBy.Username FROM Lead");
        assertThat(row.path("CreatedDate").asText()).isEqualTo("2018-02-01T00:00:00.000+0000");
        assertThat(row.path("SystemModstamp").asText()).isEqualTo("2026-11-20T10:00:00.000+0000");
        assertThat(row.path("LastModifiedBy").path("Username").asText()).isEqualTo("admin@org.example");
    }

    @Test
    void aLoadedRowKeepsItsIdAndALaterOneFindsIt() {
        bench.file("Account", Map.of("Id", "001D000000IqhSL", "Name", "Seller"));
        bench.create("Contact", "one@example.com", "AccountId", "001D000000IqhSLIAZ", "OwnerId", "005D000000IqhSL");
        assertThat(one("SELECT Account.Name FROM Contact")
                        .path("Account")
                        .path("Name")
                        .asText())
                .isEqualTo("Seller");
        assertThatThrownBy(
                        () -> insider.create("Account", Map.of("Id", "001D000000IqhSL", "Name", "Again"), Bench.START))
                .isInstanceOf(BadRow.class)
                .hasMessageContaining("already");
    }

    @Test
    void ownersAndAccountsAreNamedByWhatFilesHold() throws BadRow {
        rep();
        String contact = bench.create(
                "Contact", "one@example.com", "Owner.Email", "REP@sales.example", "Account.Name", "Seller");
        bench.create("Contact", "two@example.com", "Account.Name", "seller");
        assertThat(insider.count("Account")).isEqualTo(1);
        assertThat(one("SELECT Owner.Name FROM Contact WHERE Id = '" + contact + "'")
                        .path("Owner")
                        .path("Name")
                        .asText())
                .isEqualTo("Rep");
        assertThatThrownBy(() -> insider.create(
                        "Lead",
                        Map.of("LastName", "Ng", "Company", "S", "Owner.Email", "no@sales.example"),
                        Bench.START))
                .isInstanceOf(BadRow.class)
                .hasMessageContaining("Owner.Email");
    }

    @Test
    void badRowsNameTheFieldAndLeaveNothingBehind() {
        assertThatThrownBy(() -> insider.create("Lead", Map.of("LastName", "Ng"), Bench.START))
                .isInstanceOf(BadRow.class)
                .hasMessageContaining("Company");
        assertThatThrownBy(() -> insider.create(
                        "Contact", Map.of("LastName", "Ng", "Account.Name", "Seller", "Email", "nobody"), Bench.START))
                .isInstanceOf(BadRow.class)
                .hasMessageContaining("Email");
        assertThat(insider.count("Account")).isZero();
        assertThatThrownBy(() -> insider.create("Nonsense", Map.of(), Bench.START))
                .isInstanceOf(BadRow.class);
    }

    @Test
    void anUnknownColumnBecomesATextField() {
        insider.addTextField("Lead", "landing_page__c");
        insider.addTextField("Lead", "landing_page__c");
        String id = bench.lead("one@example.com", "landing_page__c", "start");
        assertThat(insider.fields("Lead")).contains("landing_page__c", "Email");
        assertThat(insider.peek("Lead", id, "landing_page__c")).contains("start");
        assertThat(insider.peek("Lead", id, "City")).contains("");
        assertThat(insider.peek("Lead", id, "Nope")).isEmpty();
        assertThat(one("SELECT landing_page__c FROM Lead")
                        .path("landing_page__c")
                        .asText())
                .isEqualTo("start");
    }

    @Test
    void aConversionMakesAccountContactAndOpportunityInOneStamp() {
        String rep = rep();
        insider.addTextField("Lead", "origin__c");
        insider.addTextField("Contact", "origin__c");
        String lead = bench.lead(
                "one@example.com",
                "Industry",
                "computers",
                "Owner.Email",
                "rep@sales.example",
                "Smarketing_Key__c",
                "k-1",
                "origin__c",
                "social");
        String task = bench.file("Task", Map.of("WhoId", lead, "Subject", "Call"));
        bench.pass(Duration.ofMinutes(1));
        bench.act("Lead", lead, "convert", "", "");

        JsonNode row = one("SELECT Status, IsConverted, ConvertedDate, ConvertedContactId, ConvertedOpportunityId,"
                + " ConvertedAccount.Industry, SystemModstamp FROM Lead");
        assertThat(row.path("Status").asText()).isEqualTo("Closed - Converted");
        assertThat(row.path("ConvertedDate").asText()).isEqualTo("2026-11-20");
        assertThat(row.path("ConvertedAccount").path("Industry").asText()).isEqualTo("computers");
        assertThat(row.path("SystemModstamp").asText()).isEqualTo("2026-11-20T10:01:00.000+0000");
        JsonNode contact = one(
                "SELECT Id, Name, Email, OwnerId, Account.Name, Smarketing_Key__c, origin__c, CreatedDate,"
                        + " (SELECT OpportunityId, IsPrimary, Opportunity.IsWon FROM OpportunityContactRoles) FROM Contact");
        assertThat(contact.path("Id")).isEqualTo(row.path("ConvertedContactId"));
        assertThat(contact.path("OwnerId").asText()).isEqualTo(rep);
        assertThat(contact.path("Smarketing_Key__c").asText()).isEqualTo("k-1");
        assertThat(contact.path("origin__c").asText()).isEqualTo("social");
        assertThat(contact.path("CreatedDate")).isEqualTo(row.path("SystemModstamp"));
        JsonNode role = contact.path("OpportunityContactRoles").path("records").path(0);
        assertThat(role.path("OpportunityId")).isEqualTo(row.path("ConvertedOpportunityId"));
        assertThat(role.path("Opportunity").path("IsWon").asBoolean(true)).isFalse();
        assertThat(insider.peek("Task", task, "WhoId"))
                .contains(contact.path("Id").asText());
        assertThat(bench.column("SELECT Field FROM LeadHistory WHERE LeadId = '" + lead + "'", "Field"))
                .containsExactly("Status", "leadConverted");
    }

    @Test
    void aConvertedLeadIsReadOnlyForTheApiUnlessTheOrgAllowsIt() {
        String lead = bench.lead("one@example.com");
        bench.act("Lead", lead, "convert", "", "");
        assertThat(bench.error(bench.send("PATCH", "/sobjects/Lead/" + lead, "{'City':'Rome'}")))
                .isEqualTo("400 CANNOT_UPDATE_CONVERTED_LEAD");
        bench.switches.set("edit-converted-leads", "true");
        assertThat(bench.send("PATCH", "/sobjects/Lead/" + lead, "{'City':'Rome'}")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aConversionOverRestAnswersWhatTheLeadBecame() throws BadRow {
        String lead = bench.lead("one@example.com");
        String body =
                "{'inputs':[{'leadId':'" + lead + "','convertedStatus':'Closed - Converted','createOpportunity':false},"
                        + "{'leadId':'" + bench.lead("two@example.com") + "','convertedStatus':'Maybe'}]}";
        JsonNode results = bench.json(bench.send("POST", "/actions/standard/convertLead", body));
        assertThat(results.path(0).path("outputValues").path("contactId").asText())
                .startsWith("003");
        assertThat(results.path(0).path("outputValues").path("opportunityId").isNull())
                .isTrue();
        assertThat(results.path(1).path("errors").path(0).path("statusCode").asText())
                .isEqualTo("INVALID_STATUS");
        assertThatThrownBy(() -> bench.org.convert(lead, Bench.START)).isInstanceOf(BadRow.class);
        assertThat(bench.org
                        .convert(bench.lead("three@example.com"), Bench.START)
                        .opportunityId())
                .startsWith("006");
    }

    @Test
    void switchesMakeAnOrgWithoutFieldMappingAndOneThatKeepsTheStamp() {
        bench.switches.set("conversion-drops-fields", "true");
        bench.switches.set("convert-keeps-stamp", "true");
        String lead = bench.lead("one@example.com", "Smarketing_Key__c", "k-1");
        bench.pass(Duration.ofMinutes(1));
        bench.act("Lead", lead, "convert", "", "");
        assertThat(one("SELECT Smarketing_Key__c FROM Contact")
                        .path("Smarketing_Key__c")
                        .isNull())
                .isTrue();
        assertThat(one("SELECT SystemModstamp FROM Lead").path("SystemModstamp").asText())
                .isEqualTo("2026-11-20T10:00:00.000+0000");
    }

    @Test
    void aTimelineIsReplayedWithItsOwnStamps() throws BadRow {
        Instant at = Instant.parse("2017-12-05T02:00:00Z");
        String lead = bench.lead("one@example.com");
        insider.act(new Insider.Deed(at, "Lead", lead, "set", "Industry", "computers"));
        insider.act(new Insider.Deed(at, "Lead", lead, "convert", "", ""));
        String opportunity = insider.find("Opportunity", "ONE@example.com").get(0);
        insider.act(new Insider.Deed(at, "Opportunity", opportunity, "set", "Amount", "12.345"));
        insider.act(new Insider.Deed(at, "Opportunity", opportunity, "set", "CloseDate", "2017-12-05"));
        insider.act(new Insider.Deed(at.plusSeconds(60), "Opportunity", opportunity, "set", "StageName", "Closed Won"));
        JsonNode row = one(
                "SELECT Amount, IsWon, IsClosed, Probability, CreatedDate, SystemModstamp,"
                        + " (SELECT StageName, CreatedDate FROM OpportunityHistories ORDER BY CreatedDate, Id) FROM Opportunity");
        assertThat(row.path("Amount").asDouble()).isEqualTo(12.35);
        assertThat(row.path("IsWon").asBoolean() && row.path("IsClosed").asBoolean())
                .isTrue();
        assertThat(row.path("CreatedDate").asText()).isEqualTo("2017-12-05T02:00:00.000+0000");
        assertThat(row.path("SystemModstamp").asText()).isEqualTo("2017-12-05T02:01:00.000+0000");
        assertThat(row.path("OpportunityHistories").path("records").findValuesAsText("StageName"))
                .containsExactly("Prospecting", "Prospecting", "Prospecting", "Closed Won");
    }

    @Test
    void anEditOfAConvertedLeadIsMadeOnItsContact() {
        String lead = bench.lead("one@example.com");
        bench.act("Lead", lead, "convert", "", "");
        bench.lead("one@example.com");
        assertThat(insider.find("Lead", "one@example.com")).hasSize(2).last().isEqualTo(lead);
        bench.act("Lead", lead, "set", "Title", "Boss");
        assertThat(one("SELECT Title FROM Contact").path("Title").asText()).isEqualTo("Boss");
        Insider.Deed industry = new Insider.Deed(Bench.START, "Lead", lead, "set", "Industry", "Media");
        assertThatThrownBy(() -> insider.act(industry))
                .isInstanceOf(BadRow.class)
                .hasMessageContaining("Industry");
    }

    @Test
    void aMergeSendsTheLoserToTheBinAndItsChildrenToTheWinner() {
        String winner = bench.create("Contact", "one@example.com");
        String loser = bench.create("Contact", "two@example.com");
        String task = bench.file("Task", Map.of("WhoId", loser, "Subject", "Call"));
        bench.act("Contact", winner, "merge", "", "two@example.com");
        JsonNode gone = bench.json(bench.send(
                        "GET",
                        Bench.V + "/queryAll",
                        Map.of("q", "SELECT Id, MasterRecordId FROM Contact WHERE IsDeleted = true"),
                        ""))
                .path("records")
                .path(0);
        assertThat(gone.path("Id").asText()).isEqualTo(loser);
        assertThat(gone.path("MasterRecordId").asText()).isEqualTo(winner);
        assertThat(insider.peek("Task", task, "WhoId")).contains(winner);
    }

    @Test
    void aDeletedRowComesBackWithWhatWentWithIt() {
        String account = bench.file("Account", Map.of("Name", "Seller"));
        String contact = bench.create("Contact", "one@example.com", "AccountId", account);
        bench.act("Account", account, "delete", "", "");
        assertThat(insider.find("Contact", "one@example.com")).isEmpty();
        bench.act("Account", account, "undelete", "", "");
        assertThat(insider.find("Contact", "one@example.com")).containsExactly(contact);
    }

    @Test
    void whatIsDestroyedIsInNoBin() {
        String account = bench.file("Account", Map.of("Name", "Seller"));
        String contact = bench.create("Contact", "one@example.com", "AccountId", account);
        Insider.Deed destroy = new Insider.Deed(Bench.START, "Account", account, "destroy", "", "");
        assertThatThrownBy(() -> insider.act(destroy))
                .isInstanceOf(BadRow.class)
                .hasMessageContaining("recycle bin");
        bench.act("Account", account, "delete", "", "");
        bench.act("Account", account, "destroy", "", "");
        assertThat(all("SELECT Id FROM Account").path("totalSize").asInt()).isZero();
        assertThat(all("SELECT Id FROM Contact").path("totalSize").asInt()).isZero();
        assertThat(bench.error(bench.get("/sobjects/Contact/" + contact))).isEqualTo("404 NOT_FOUND");
    }

    private JsonNode all(String soql) {
        return bench.json(bench.send("GET", Bench.V + "/queryAll", Map.of("q", soql), ""));
    }

    @Test
    void switchesKeepTheStampsOfWhatComesBackAndOfWhatGoesWithItsParent() {
        bench.switches.set("undelete-keeps-stamp", "true");
        bench.switches.set("cascade-keeps-stamp", "true");
        String account = bench.file("Account", Map.of("Name", "Seller"));
        bench.create("Contact", "one@example.com", "AccountId", account);
        bench.pass(Duration.ofMinutes(1));
        bench.act("Account", account, "delete", "", "");
        assertThat(stampOf("Account")).contains("10:01:00");
        assertThat(stampOf("Contact")).contains("10:00:00");
        bench.pass(Duration.ofMinutes(1));
        bench.act("Account", account, "undelete", "", "");
        assertThat(stampOf("Account")).contains("10:01:00");
        assertThat(insider.find("Contact", "one@example.com")).hasSize(1);
    }

    private String stampOf(String object) {
        return all("SELECT SystemModstamp FROM " + object)
                .path("records")
                .path(0)
                .path("SystemModstamp")
                .asText();
    }

    @Test
    void aFileTellsWhoMadeAnActivityAndAboutWhom() {
        String rep = rep();
        String lead = bench.lead("one@example.com");
        bench.file(
                "Event",
                Map.of(
                        "Who.Email", "one@example.com",
                        "StartDateTime", "2026-11-21T09:30:00Z",
                        "CreatedBy.Email", "rep@sales.example"));
        JsonNode event = one("SELECT WhoId, CreatedById, ActivityDate, ActivityDateTime, EventSubtype,"
                + " CreatedBy.UserType FROM Event");
        assertThat(event.path("WhoId").asText()).isEqualTo(lead);
        assertThat(event.path("CreatedById").asText()).isEqualTo(rep);
        assertThat(event.path("CreatedBy").path("UserType").asText()).isEqualTo("Standard");
        assertThat(event.path("ActivityDate").asText()).isEqualTo("2026-11-21");
        assertThat(event.path("ActivityDateTime").asText()).isEqualTo("2026-11-21T09:30:00.000+0000");
        bench.act("Lead", lead, "convert", "", "");
        assertThat(one("SELECT WhoId FROM Event").path("WhoId").asText()).startsWith("003");
        assertThatThrownBy(() -> insider.create("Task", Map.of("Email", "nobody@example.com"), Bench.START))
                .isInstanceOf(BadRow.class)
                .hasMessageContaining("Email");
    }
}
