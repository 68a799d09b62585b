package io.smarketing.salesforce.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.http.Fan;
import io.smarketing.salesforce.read.Opportunities.Opportunity;
import io.smarketing.salesforce.rest.Found;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.soql.Batches;
import io.smarketing.salesforce.soql.Soql;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * When opportunities were won: the first row of an opportunity's history that bears the stage in which it is won now.
 */
final class Wins {

    private final Rest rest;
    private final Fan fan;

    Wins(Rest rest, Fan fan) {
        this.rest = rest;
        this.fan = fan;
    }

    /**
     * The time of each win, by the opportunity's id.
     *
     * @param seenAt the time of a win that has no history (made so by an import): we see it now
     */
    Map<String, Instant> of(Collection<Opportunity> opportunities, Instant seenAt) {
        Map<String, String> wonIn = new HashMap<>();
        opportunities.stream().filter(Opportunity::isWon).forEach(o -> wonIn.put(o.id(), o.stage()));
        List<Supplier<Found>> calls = Batches.of(wonIn.keySet()).stream()
                .<Supplier<Found>>map(ids -> () -> rest.query(history(ids)))
                .toList();
        Map<String, Instant> wins = new HashMap<>();
        for (Found found : fan.all(calls)) {
            for (JsonNode row : found.rows()) {
                String id = row.path("OpportunityId").asText();
                if (row.path("StageName").asText().equals(wonIn.get(id))) {
                    wins.merge(id, Values.instant(row.path("CreatedDate")), (a, b) -> a.isBefore(b) ? a : b);
                }
            }
        }
        wonIn.keySet().forEach(id -> wins.putIfAbsent(id, seenAt));
        return wins;
    }

    private static String history(List<String> ids) {
        return "SELECT OpportunityId, StageName, CreatedDate FROM OpportunityHistory WHERE "
                + Soql.in("OpportunityId", ids) + " ORDER BY CreatedDate";
    }
}
