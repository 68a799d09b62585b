package io.smarketing.core.handoff;

import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.person.PersonId;
import java.time.Instant;
import java.util.Locale;

/**
 * What one CRM says of when something in a handoff happened, and how it knows; never edited.
 *
 * @param pass the number of the pass through the funnel
 * @param event the stage or detour, or the moment
 * @param at when that was
 * @param record which told it
 * @param noted when we learnt of it, by that CRM's time
 */
public record Testimony(PersonId person, int pass, String event, Instant at, RecordRef record, How how, Instant noted) {

    /** How a CRM knows when something happened. */
    public enum How {
        /** A stamp of ours that the record bore already. */
        OUR_STAMP,
        /** A date that the CRM keeps of it. */
        CRM_DATE,
        /** The history of the field. */
        HISTORY,
        /** A record that is the stage, such as an opportunity. */
        FACT,
        /** Since when somebody owns it. */
        OWNER,
        /** What a human did. */
        ACTIVITY,
        /** It was there when we read the record, and not before. */
        FIRST_SEEN,
        /** The criteria held when we read the record. */
        CRITERIA,
        /** Somebody moved it there; it was not followed, and is undone. */
        REFUSED,
        /** Somebody moved it back there: it was not followed, and stays as it is in that CRM. */
        LEFT,
        /** Somebody moved it there past a gate that was shut: it was followed. */
        PAST_GATE;

        /** True of moves that are against the order of the stages. */
        public boolean isIllegal() {
            return this == REFUSED || isEscalated();
        }

        /** True of those of which people are told. */
        public boolean isEscalated() {
            return this == LEFT || this == PAST_GATE;
        }

        /** As files spell it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
