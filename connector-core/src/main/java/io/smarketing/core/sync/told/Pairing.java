package io.smarketing.core.sync.told;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lifecycle.TrackRecord;
import io.smarketing.core.person.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A told record with the person it belongs to and that person's record on the other side.
 *
 * @param person as remembered; for a new one as it begins
 * @param target the principal record of the other side, where it was read
 * @param others further records of the other side that are this person's
 * @param newer for contested fields: the CRM that was edited later, where that is known
 * @param track how leads of the same source fared, where the person's handoff begins
 */
public record Pairing(
        Kind kind,
        Person person,
        Told source,
        Optional<Told> target,
        List<Told> others,
        Map<FieldName, CrmId> newer,
        Optional<TrackRecord> track) {

    /** What is to be done with it. */
    public enum Kind {
        /** The two records of a known person are settled. */
        KNOWN,
        /** Two records that exist are recognised as one person: a first meeting. */
        MATCHED,
        /** Nobody is there on the other side: a record is made. */
        CREATE,
        /** A further record of a known person: noted, never written. */
        OTHER,
        /** Nothing differs from the base: only what is pending is settled. */
        UNCHANGED,
        /** The record does not enter the sync, or its person is paused. */
        OUTSIDE,
        /** The other side's record is deleted. */
        WIDOWED;

        /** True if fields are settled, so that it matters who was later. */
        public boolean isSettled() {
            return this == KNOWN || this == MATCHED || this == CREATE;
        }
    }

    /** Of the source's track record nothing is told. */
    public Pairing(
            Kind kind,
            Person person,
            Told source,
            Optional<Told> target,
            List<Told> others,
            Map<FieldName, CrmId> newer) {
        this(kind, person, source, target, others, newer, Optional.empty());
    }

    public static Pairing of(Kind kind, Person person, Told source) {
        return new Pairing(kind, person, source, Optional.empty(), List.of(), Map.of());
    }

    public Pairing with(TrackRecord told) {
        return new Pairing(kind, person, source, target, others, newer, Optional.of(told));
    }
}
