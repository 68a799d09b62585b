package io.smarketing.sandbox.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class OlistTest {

    private final Bench bench = new Bench();
    private final Insider insider = bench.org.insider();

    private static List<CSVRecord> read(String file) throws IOException {
        Path path = Path.of(System.getenv("SMARKETING_DATA"), "data", "olist", file);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(path, StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        }
    }

    @Test
    void theRealTimelineEndsInItsKnownTotals() throws IOException, BadRow {
        assumeTrue(System.getenv("SMARKETING_DATA") != null, "SMARKETING_DATA is not set: the real leads are skipped");
        for (CSVRecord user : read("salesforce/User.csv")) {
            insider.create("User", user.toMap(), bench.clock.instant());
        }
        for (CSVRecord contact : read("hubspot/contacts.csv")) {
            Map<String, String> row = Map.of(
                    "Email", contact.get("email"),
                    "LastName", contact.get("lastname"),
                    "Company", contact.get("company"),
                    "LeadSource", contact.get("lead_origin"));
            insider.create("Lead", row, bench.clock.instant());
        }
        for (CSVRecord row : read("timeline.csv")) {
            List<String> found = insider.find(row.get("object"), row.get("key"));
            assertThat(found).as(row.toString()).isNotEmpty();
            Instant at = Instant.parse(row.get("at"));
            insider.act(new Insider.Deed(
                    at, row.get("object"), found.get(0), row.get("action"), row.get("field"), row.get("value")));
        }
        assertThat(count("Lead")).isEqualTo(8000);
        assertThat(count("Lead WHERE IsConverted = true")).isEqualTo(842);
        assertThat(count("Opportunity WHERE IsWon = true AND IsClosed = true")).isEqualTo(842);
        assertThat(count("OpportunityHistory WHERE StageName = 'Closed Won'")).isEqualTo(842);
        assertThat(count("OpportunityContactRole WHERE Opportunity.IsWon = true"))
                .isEqualTo(842);
        assertThat(count("Contact WHERE Account.Industry != null")).isPositive();
    }

    private int count(String rest) {
        return bench.query("SELECT COUNT() FROM " + rest).path("totalSize").asInt();
    }
}
