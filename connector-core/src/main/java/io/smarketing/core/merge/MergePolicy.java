package io.smarketing.core.merge;

import io.smarketing.core.crm.record.CrmId;
import java.util.Optional;

/**
 * Who owns one field.
 *
 * @param source the only CRM whose edits are carried over; empty if the field goes both ways
 * @param conflict what decides when both sides have changed
 * @param favoured the CRM that wins: the preferred one, or, for {@link Conflict#NEWEST}, the tie side
 * @param blankOverwrites an emptied field empties the other side too
 * @param onFirstSync what happens at the first meeting of two different values
 * @param enforce a one-way field that was edited on its far side is written again
 */
public record MergePolicy(
        Optional<CrmId> source,
        Conflict conflict,
        CrmId favoured,
        boolean blankOverwrites,
        FirstMeeting onFirstSync,
        boolean enforce) {

    /** True if edits in that CRM are carried over. */
    public boolean carriesFrom(CrmId crm) {
        return source.map(crm::equals).orElse(true);
    }

    /** What decides a conflict. */
    public enum Conflict {
        /** The later edit; if the two cannot be ordered, the favoured (tie) side. */
        NEWEST,
        /** The favoured side. */
        PREFER,
        /** The favoured side, unless it is blank. */
        PREFER_UNLESS_BLANK
    }

    /** What happens when two populated records meet with different values. */
    public enum FirstMeeting {
        /** Both stay as they are, and status lists the field. */
        LEAVE,
        /** The favoured side's value is taken. */
        FAVOURED,
        /** The record changed last gives the value. */
        NEWEST
    }
}
