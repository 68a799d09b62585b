package io.smarketing.core.crm.record;

import java.time.Instant;
import java.util.Map;

/**
 * What one record tells about its person's stage.
 *
 * @param value the stage field's value in the CRM's own words, blank if it has none
 * @param dates when a stage (the CRM's value) was entered, by the CRM's own stage dates
 * @param facts records that are a stage: an opportunity with its created date, a win with the time of the first won
 *     row of its history
 */
public record StageTold(String value, Map<String, Instant> dates, Map<StageFact, Instant> facts) {

    /** Tells nothing. */
    public static final StageTold NOTHING = new StageTold("", Map.of(), Map.of());

    public StageTold {
        dates = Map.copyOf(dates);
        facts = Map.copyOf(facts);
    }
}
