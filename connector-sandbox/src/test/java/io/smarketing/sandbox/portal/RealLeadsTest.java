package io.smarketing.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class RealLeadsTest {

    @Test
    void eightThousandRealLeadsAreTakenAsTheyAreExported() throws IOException {
        String folder = System.getenv("SMARKETING_DATA");
        assumeTrue(folder != null, "skipped: SMARKETING_DATA does not name the folder that holds data/");
        Bench bench = new Bench();
        bench.portal.insider().addTextField("contacts", "lead_origin");
        bench.portal.insider().addTextField("contacts", "landing_page");
        List<CSVRecord> rows = rows(Path.of(folder, "data", "olist", "hubspot", "contacts.csv"));
        rows.forEach(row -> bench.load(row.toMap()));
        assertThat(bench.portal.insider().count("contacts")).isEqualTo(8_000);
        for (int i = 0; i < rows.size(); i += 799) {
            CSVRecord row = rows.get(i);
            JsonNode told = bench.get("/crm/objects/2026-03/contacts/" + row.get("email")
                            + "?idProperty=email&properties=lead_origin,lastname,company,lifecyclestage,createdate")
                    .path("properties");
            for (String name : List.of("lastname", "company", "lifecyclestage")) {
                assertThat(told.path(name).asText()).isEqualTo(row.get(name));
            }
            assertThat(told.path("createdate").asText())
                    .startsWith(row.get("createdate").replace("Z", ".000Z"));
        }
    }

    private static List<CSVRecord> rows(Path file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(file)) {
            return format.parse(reader).getRecords();
        }
    }
}
