package io.smarketing.core.lifecycle;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What one record tells about the stage, in the team's own stage names.
 *
 * @param field the stage or detour its stage field shows; empty if blank or a word that the lifecycle does not know
 * @param shown how that compares to what we knew it to show
 * @param own stamps that our own stamp fields hold already
 * @param dates the CRM's own stage dates
 * @param history when the field's stage was entered by somebody, from the CRM's history
 * @param facts records that are a stage
 * @param readAt the CRM's time of the read
 */
public record StageTelling(
        Optional<String> field,
        Shown shown,
        Map<String, Instant> own,
        Map<String, Instant> dates,
        Map<String, Instant> history,
        Map<String, Instant> facts,
        Instant readAt) {

    public StageTelling {
        own = Map.copyOf(own);
        dates = Map.copyOf(dates);
        history = Map.copyOf(history);
        facts = Map.copyOf(facts);
    }

    /** How a stage field compares to what we knew it to show. */
    public enum Shown {
        /** Never seen before. */
        FIRST_SEEN,
        /** As it was when we last read or wrote it. */
        AS_KNOWN,
        /** Moved by somebody. */
        MOVED
    }

    /** The same, but what the stage field shows counts for nothing. */
    public StageTelling unheeded() {
        return new StageTelling(Optional.empty(), shown, own, dates, history, facts, readAt);
    }

    boolean isNews() {
        return shown != Shown.AS_KNOWN;
    }
}
