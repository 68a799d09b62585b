package io.smarketing.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** Size and pace, with bounds far above what is measured so that a slow machine does not fail. */
class LoadTest {

    @Test
    void aSearchOverEightThousandIsQuickAndAListSeesEachOnce() {
        Bench bench = filled(8_000);
        String window = "'filterGroups':[{'filters':[{'propertyName':'lastmodifieddate','operator':'GTE','value':'0'},"
                + "{'propertyName':'lastmodifieddate','operator':'LTE','value':'2000000000000'}]}],'limit':200,"
                + "'sorts':[{'propertyName':'lastmodifieddate','direction':'ASCENDING'}],'properties':['email','company'],'after':'";
        double searchMs = millisEach(
                60,
                page -> bench.send(
                        "POST", "/crm/objects/2026-03/contacts/search", "{" + window + (page % 40) * 200 + "'}"));
        assertThat(bench.search(window + "0'").path("total").asInt()).isEqualTo(8_000);
        String list = "/crm/objects/2026-03/contacts?limit=100&properties=email,company,lifecyclestage";
        double listMs = millisEach(200, page -> bench.send("GET", list, ""));
        Set<String> seen = new HashSet<>();
        String after = "";
        do {
            JsonNode body = bench.get(list + after);
            body.path("results").forEach(each -> seen.add(each.path("id").asText()));
            after = "&after=" + body.path("paging").path("next").path("after").asText();
        } while (!after.endsWith("="));
        System.out.println("search page " + searchMs + " ms, list page " + listMs + " ms");
        assertThat(seen).hasSize(8_000);
        assertThat(searchMs).isLessThan(200);
        assertThat(listMs).isLessThan(100);
    }

    /** Processor time of one of so many calls, after as many to warm up. */
    private static double millisEach(int times, IntConsumer call) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begun = 0;
        for (int i = 0; i < 2 * times; i++) {
            if (i == times) {
                begun = threads.getCurrentThreadCpuTime();
            }
            call.accept(i);
        }
        return (threads.getCurrentThreadCpuTime() - begun) / 1e6 / times;
    }

    @Test
    void aHundredThousandContactsFitInAFewHundredMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long before = runtime.totalMemory() - runtime.freeMemory();
        Bench bench = filled(100_000);
        System.gc();
        long used = runtime.totalMemory() - runtime.freeMemory() - before;
        System.out.println("100,000 contacts: " + used / 1_000_000 + " MB");
        assertThat(used).isLessThan(250_000_000);
        assertThat(bench.portal.insider().count("contacts")).isEqualTo(100_000);
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
