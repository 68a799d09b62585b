package io.smarketing.core.crm.record;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What one record tells about its person's stage and whose work it is.
 *
 * @param value the stage field's value in the CRM's own words, blank if it has none
 * @param dates when a stage (the CRM's value) was entered, by the CRM's own stage dates
 * @param facts records that are a stage: an opportunity with its created date, a win with the time of the first won
 *     row of its history
 * @param owned since when, at the latest, a human owns the record: never our own user, nor a queue
 */
public record StageTold(
        String value, Map<String, Instant> dates, Map<StageFact, Instant> facts, Optional<Instant> owned) {

    /** Tells nothing. */
    public static final StageTold NOTHING = new StageTold("", Map.of(), Map.of(), Optional.empty());

    public StageTold {
        dates = Map.copyOf(dates);
        facts = Map.copyOf(facts);
    }
}
