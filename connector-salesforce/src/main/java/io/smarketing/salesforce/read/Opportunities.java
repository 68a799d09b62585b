package io.smarketing.salesforce.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.record.StageFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The opportunities in which one contact has a role, as its row tells them. */
record Opportunities(List<Opportunity> all) {

    /**
     * One opportunity.
     *
     * @param stage its present stage; if it is won, the name of the stage that won it
     */
    record Opportunity(String id, Instant createdAt, boolean isWon, String stage) {}

    Opportunities {
        all = List.copyOf(all);
    }

    /** Reads the rows of the sub-query; a role whose opportunity we may not see says nothing. */
    static Opportunities in(List<JsonNode> roles) {
        List<Opportunity> all = new ArrayList<>();
        for (JsonNode role : roles) {
            JsonNode o = role.path("Opportunity");
            if (o.path("Id").isTextual()) {
                all.add(new Opportunity(
                        o.path("Id").asText(),
                        Values.instant(o.path("CreatedDate")),
                        o.path("IsWon").asBoolean(),
                        o.path("StageName").asText("")));
            }
        }
        return new Opportunities(all);
    }

    /** What they say of the stage. */
    Map<StageFact, Instant> facts(Map<String, Instant> wonAt) {
        Map<StageFact, Instant> facts = new EnumMap<>(StageFact.class);
        for (Opportunity o : all) {
            facts.merge(StageFact.OPPORTUNITY, o.createdAt(), Opportunities::earlier);
            if (wonAt.containsKey(o.id())) {
                facts.merge(StageFact.WON_OPPORTUNITY, wonAt.get(o.id()), Opportunities::earlier);
            }
        }
        return facts;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
