package io.smarketing.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What many contacts need. */
class LoadTest {

    @Test
    void aListSeesEachOnce() {
        Bench bench = filled(2_000);
        String list = "/crm/objects/2026-03/contacts?limit=100&properties=email,company,lifecyclestage";
        Set<String> seen = new HashSet<>();
        String after = "";
        do {
            JsonNode body = bench.get(list + after);
            body.path("results").forEach(each -> seen.add(each.path("id").asText()));
            after = "&after=" + body.path("paging").path("next").path("after").asText();
        } while (!after.endsWith("="));
        assertThat(seen).hasSize(2_000);
    }

    /** 200,000 of them have to fit in the heap of a sandbox beside all the rest. */
    @Test
    void aContactTakesTwoAndAHalfKilobytesAtMost() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long before = runtime.totalMemory() - runtime.freeMemory();
        Bench bench = filled(20_000);
        System.gc();
        long used = runtime.totalMemory() - runtime.freeMemory() - before;
        System.out.println("20,000 contacts: " + used / 1_000_000 + " MB");
        assertThat(used).isLessThan(50_000_000);
        assertThat(bench.portal.insider().count("contacts")).isEqualTo(20_000);
    }

    private static Bench filled(int count) {
        Bench bench = new Bench();
        bench.portal.insider().addTextField("contacts", "landing_page");
        for (int i = 0; i < count; i++) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("email", "lead-%032d@leads.example".formatted(i));
            row.put("lastname", "L" + i);
            row.put("company", "Seller " + i);
            row.put("lifecyclestage", "marketingqualifiedlead");
            row.put("hs_lifecyclestage_marketingqualifiedlead_date", "2018-02-01T00:00:00Z");
            row.put("createdate", "2018-02-01T00:00:00Z");
            row.put("landing_page", "88740e65d5d6b056e0cda098e1ea6313");
            bench.load(row);
        }
        return bench;
    }
}
