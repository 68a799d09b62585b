package io.smarketing.sandbox.org;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.kernel.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {

    private final Bench bench = new Bench();

    @BeforeEach
    void load() {
        bench.lead("ada@example.com", "LastName", "Ada", "City", "Rome", "NumberOfEmployees", "5", "Phone", "1");
        bench.pass(Duration.ofSeconds(10));
        bench.lead("bob@example.com", "LastName", "bob", "City", "50% off_", "DoNotCall", "true");
        bench.pass(Duration.ofSeconds(10));
        bench.lead("cyd@example.com", "LastName", "O'Cyd", "NumberOfEmployees", "70", "AnnualRevenue", "10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Email = 'ADA@example.com' | Ada",
                "email IN ('ada@example.com', 'nobody@example.com') | Ada",
                "Email NOT IN ('ada@example.com') | bob,O'Cyd",
                "City != 'rome' | bob,O'Cyd",
                "City = null | O'Cyd",
                "City = '' | O'Cyd",
                "City LIKE 'ro%' | Ada",
                "City LIKE '50\\% off\\_' | bob",
                "City LIKE '_ome' | Ada",
                "NOT City LIKE 'r%' | bob,O'Cyd",
                "LastName = 'O\\'Cyd' | O'Cyd",
                "NumberOfEmployees > 5 | O'Cyd",
                "NumberOfEmployees >= 5 AND NumberOfEmployees <= 5.0 | Ada",
                "Email = 'ada@example.com' OR Email IN ('cyd@example.com') | Ada,O'Cyd",
                "Email = 'ada@example.com' OR DoNotCall = true | Ada,bob",
                "DoNotCall = true | bob",
                "(DoNotCall = true OR Phone = '1') AND LastName < 'b' | Ada",
                "CreatedDate > 2026-11-20T10:00:00Z | bob,O'Cyd",
                "CreatedDate >= 2026-11-20T10:00:10.900Z | bob,O'Cyd",
                "CreatedDate < 2026-11-20T12:00:10+02:00 | Ada",
                "SystemModstamp = 2026-11-20T10:00:10Z OR SystemModstamp > 2026-11-20T10:00:10Z | bob,O'Cyd",
                "Owner.Username = 'admin@org.example' | Ada,bob,O'Cyd",
                "OwnerId IN (SELECT Id FROM User WHERE LastName = 'Administrator') AND City = 'Rome' | Ada",
            })
    void conditionsFindTheirRows(String where, String names) {
        assertThat(bench.column("SELECT LastName FROM Lead WHERE " + where + " ORDER BY CreatedDate", "LastName"))
                .containsExactly(names.split(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT Nope FROM Lead | INVALID_FIELD",
                "SELECT Nope.Name FROM Lead | INVALID_FIELD",
                "SELECT Id FROM Nope | INVALID_TYPE",
                "SELECT Id, (SELECT Id FROM Nopes) FROM Lead | INVALID_TYPE",
                "SELECT Id FROM | MALFORMED_QUERY",
                "SELECT Id FROM Lead WHERE | MALFORMED_QUERY",
                "SELECT Id FROM Lead WHERE Name = 'x' OR Name != '' AND City = 'y' | MALFORMED_QUERY",
                "SELECT Id FROM Lead WHERE Name = 'x' OR Name != ''' | MALFORMED_QUERY",
                "SELECT Id FROM Lead WHERE Name = 'a\\%' | MALFORMED_QUERY",
                "SELECT Id FROM Lead WHERE Name = 'a\\q' | MALFORMED_QUERY",
                "SELECT Id, Id FROM Lead | MALFORMED_QUERY",
                "SELECT Id FROM Lead LIMIT x | MALFORMED_QUERY",
                "SELECT Id FROM Lead; DELETE | MALFORMED_QUERY",
                "SELECT FIELDS(ALL) FROM Lead | MALFORMED_QUERY",
                "SELECT Id FROM Lead WHERE DoNotCall = 'true' | INVALID_FIELD",
                "SELECT Id FROM Lead WHERE NumberOfEmployees = '5' | INVALID_FIELD",
                "SELECT Id FROM Lead WHERE Name = 5 | INVALID_FIELD",
                "SELECT Id FROM Lead WHERE CreatedDate = 2026-11-20 | INVALID_FIELD",
                "SELECT Id FROM Lead WHERE Id = 'x' | INVALID_QUERY_FILTER_OPERATOR",
                "SELECT Id FROM Lead WHERE Description = 'x' | INVALID_FIELD",
            })
    void aBadQueryIsRefusedWithItsCode(String soql, String code) {
        assertThat(bench.error(bench.ask(soql))).isEqualTo("400 " + code);
    }

    @Test
    void anAddressThatIsSoqlFindsOnlyItself() {
        String address = "x' OR Name != '";
        assertThat(bench.column("SELECT Id FROM Lead WHERE Email = '" + address.replace("'", "\\'") + "'", "Id"))
                .isEmpty();
    }

    @Test
    void everyEscapeMeansItsCharacter() {
        bench.lead("esc@example.com", "Street", "a\nb\t\"c\"\\d");
        assertThat(bench.column("SELECT Email FROM Lead WHERE Street = 'a\\nb\\t\\\"c\\\"\\\\d'", "Email"))
                .containsExactly("esc@example.com");
    }

    @Test
    void ordersByParentsAndPutsBlanksFirstOrLast() {
        assertThat(bench.column("SELECT City FROM Lead ORDER BY City DESC NULLS LAST", "City"))
                .containsExactly("Rome", "50% off_", "null");
        assertThat(bench.column("SELECT LastName FROM Lead ORDER BY City, LastName", "LastName"))
                .containsExactly("O'Cyd", "bob", "Ada");
        assertThat(bench.column("SELECT LastName FROM Lead ORDER BY Owner.Name, LastName LIMIT 1 OFFSET 1", "LastName"))
                .containsExactly("bob");
    }

    @Test
    void parentsComeAsObjectsAndChildrenAsQueries() {
        String contact = bench.create("Contact", "dee@example.com", "Account.Name", "Seller");
        bench.file("Task", Map.of("WhoId", contact, "Subject", "Call", "Status", "Completed"));
        JsonNode row = bench.query(
                        "SELECT Account.Name, Account.Owner.Email, LastModifiedBy.Id, ReportsTo.Name,"
                                + " (SELECT Subject, IsClosed FROM Tasks), (SELECT Id FROM OpportunityContactRoles) FROM Contact")
                .path("records")
                .path(0);
        assertThat(row.path("Account").path("Name").asText()).isEqualTo("Seller");
        assertThat(row.path("Account").path("attributes").path("type").asText()).isEqualTo("Account");
        assertThat(row.path("Account").path("Owner").path("Email").asText()).isEqualTo("admin@org.example");
        assertThat(row.path("ReportsTo").isNull()).isTrue();
        assertThat(row.path("Tasks").path("records").path(0).path("IsClosed").asBoolean())
                .isTrue();
        assertThat(row.path("OpportunityContactRoles").isNull()).isTrue();
    }

    @Test
    void pagesFollowEachOtherAndAnUnknownLocatorIsRefused() {
        for (int i = 0; i < 450; i++) {
            bench.lead("lead-" + i + "@example.com");
        }
        bench.headers.put("sforce-query-options", "batchSize=200");
        JsonNode page = bench.query("SELECT Id FROM Lead ORDER BY Id");
        java.util.Set<String> ids = new java.util.TreeSet<>(page.path("records").findValuesAsText("Id"));
        assertThat(page.path("totalSize").asInt()).isEqualTo(453);
        int pages = 1;
        while (!page.path("done").asBoolean()) {
            String next = page.path("nextRecordsUrl").asText();
            assertThat(next).startsWith(Bench.V + "/query/0r8");
            page = bench.json(bench.send("GET", next, Map.of(), ""));
            ids.addAll(page.path("records").findValuesAsText("Id"));
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(ids).hasSize(453);
        assertThat(bench.error(bench.get("/query/0r8000000000001AAA-9999"))).isEqualTo("400 INVALID_QUERY_LOCATOR");
    }

    @Test
    void countsAndAllFields() {
        assertThat(bench.query("select count() from lead where city = null")
                        .path("totalSize")
                        .asInt())
                .isEqualTo(1);
        JsonNode row = bench.query("SELECT FIELDS(ALL) FROM Lead LIMIT 1")
                .path("records")
                .path(0);
        assertThat(row.has("Smarketing_MQL_At__c")).isTrue();
        assertThat(row.has("SystemModstamp")).isTrue();
    }

    @Test
    void deletedRowsAreSeenByQueryAllOnly() {
        bench.act(
                "Lead",
                bench.column("SELECT Id FROM Lead WHERE City = 'Rome'", "Id").get(0),
                "delete",
                "",
                "");
        assertThat(bench.query("SELECT Id FROM Lead").path("totalSize").asInt()).isEqualTo(2);
        Answer all = bench.send(
                "GET", Bench.V + "/queryAll", Map.of("q", "SELECT LastName FROM Lead WHERE IsDeleted = true"), "");
        assertThat(bench.json(all).path("records").findValuesAsText("LastName")).containsExactly("Ada");
    }

    @Test
    void aQueryTooLongForAnAddressIsRefused() {
        assertThat(bench.ask("SELECT Id FROM Lead WHERE City = '" + "x".repeat(17_000) + "'")
                        .status())
                .isEqualTo(414);
    }

    @Test
    void aLateCommitIsSeenWhenBothClocksHavePassedAndBearsItsEarlierStamp() {
        bench.switches.set("late-commit", "30s");
        String id =
                bench.column("SELECT Id FROM Lead WHERE City = 'Rome'", "Id").get(0);
        bench.send("PATCH", "/sobjects/Lead/" + id, "{'City':'Oslo'}");
        bench.send("POST", "/sobjects/Lead", "{'LastName':'New','Company':'S'}");
        String since =
                "SELECT City, LastName FROM Lead WHERE SystemModstamp >= 2026-11-20T10:00:15Z ORDER BY SystemModstamp, Id";
        bench.clock.advance(Duration.ofMinutes(5));
        assertThat(bench.column(since, "LastName")).containsExactly("O'Cyd");
        assertThat(bench.column("SELECT LastName FROM Lead WHERE City = 'Rome'", "LastName"))
                .containsExactly("Ada");
        bench.pass(Duration.ofSeconds(30));
        assertThat(bench.column(since, "LastName")).containsExactly("Ada", "O'Cyd", "New");
        assertThat(bench.column("SELECT SystemModstamp FROM Lead WHERE City = 'Oslo'", "SystemModstamp"))
                .containsExactly("2026-11-20T10:00:20.000+0000");
    }

    @Test
    void whatIsWrittenAfterALateCommitIsNotUndoneByIt() {
        String id =
                bench.column("SELECT Id FROM Lead WHERE City = 'Rome'", "Id").get(0);
        bench.switches.set("late-commit", "30s");
        bench.send("PATCH", "/sobjects/Lead/" + id, "{'City':'Oslo'}");
        bench.switches.set("late-commit", "off");
        bench.send("PATCH", "/sobjects/Lead/" + id, "{'City':'Bonn'}");
        bench.clock.advance(Duration.ofMinutes(5));
        bench.pass(Duration.ofSeconds(30));
        assertThat(bench.column("SELECT City FROM Lead WHERE Id = '" + id + "'", "City"))
                .containsExactly("Bonn");
    }
}
