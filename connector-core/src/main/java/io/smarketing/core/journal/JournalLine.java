package io.smarketing.core.journal;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.person.PersonId;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * One thing that happened to one person, never edited. It names fields, never values.
 *
 * @param at a CRM's time
 * @param crm the CRM that was written, or that was read where nothing was written
 * @param note one sentence that says why, without personal values; may be empty
 */
public record JournalLine(
        Instant at, PersonId person, Event event, CrmId crm, RecordRef record, Set<FieldName> fields, String note) {

    public JournalLine {
        fields = Collections.unmodifiableSet(new TreeSet<>(fields));
    }

    /** What happened. */
    public enum Event {
        /** A record was made. */
        CREATED,
        /** Two existing records were recognised as one person. */
        LINKED,
        /** Fields were written. */
        UPDATED,
        /** A stage was reached. */
        STAGE_REACHED,
        /** The person left the funnel on a detour. */
        LEFT_FUNNEL,
        /** The person came back from a detour: a new pass. */
        CAME_BACK,
        /** Somebody moved the person to a stage whose gate was shut; the note names the line. */
        PAST_GATE,
        /** Somebody moved the stage as it must not be moved, and it was not followed; the note says which move. */
        ILLEGAL_MOVE,
        /** A human owns the lead; the note says how long that took. */
        ASSIGNED,
        /** A human first tried to reach the person; the note says how long that took. */
        TOUCHED,
        /** Sales took the lead; the note says how long that took. */
        ACCEPTED,
        /** Sales sent the lead back; the note says how long that took. */
        REJECTED,
        /** A promise is at risk; the note says which, and how much of its time is over. */
        SLA_AT_RISK,
        /** The time of a promise is over; the note says which. */
        SLA_BREACHED,
        /** A warning or a breach was none: what kept or stopped the promise was told later; the note says which. */
        SLA_WITHDRAWN,
        /** Both sides had changed a field; the note says who won and why. */
        CONFLICT,
        /** Two populated records met with different values and both were left. */
        LEFT_DIFFERENT,
        /** A one-way field was edited on its far side. */
        DRIFT,
        /** A record became another. */
        BECAME,
        /** Two people turned out to be one human, since their records were merged. */
        JOINED,
        /** A record was deleted in its CRM: the person's other records are no longer kept in step with it. */
        DELETED,
        /** A deletion was carried over. */
        DELETION_CARRIED,
        /** A deletion was not carried over; the note says why. */
        DELETION_KEPT,
        /** A further record of the person was found. */
        OTHER_FOUND,
        /** The person left the entry condition. */
        PAUSED,
        /** The person meets the entry condition again. */
        RESUMED,
        /** People were told of it on the record's timeline; the note says what. */
        TOLD,
        /** People could not be told; the note says why. */
        NOT_TOLD,
        /** A record was put aside. */
        PARKED
    }
}
