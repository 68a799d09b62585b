package io.smarketing.core.lifecycle;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.sla.BusinessHours;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the two teams agreed on handing a lead over.
 *
 * @param from the stage with which marketing hands it over
 * @param verdict the mapped field in which sales says accepted, rejected or disqualified
 * @param feedback the mapped fields that belong to one handoff: a new pass begins with them blank
 * @param grading how marketing's score becomes a grade for sales
 * @param source the mapped field that tells where a lead comes from, if its track record is told to sales
 * @param hours the working calendar in which the handoff is timed besides wall time
 * @param notices in which CRMs people are told of a verdict, and how
 * @param lookout what is looked for of humans trying to reach the person
 */
public record Handoff(
        String from,
        Optional<FieldName> verdict,
        Set<FieldName> feedback,
        Optional<Grading> grading,
        Optional<FieldName> source,
        BusinessHours hours,
        Map<CrmId, Notices> notices,
        Lookout lookout) {

    /** The word with which sales takes a lead; any other verdict sends it back. */
    public static final String ACCEPTED = "accepted";

    public Handoff {
        feedback = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(feedback));
        notices = Map.copyOf(notices);
    }

    /** Nobody is told of a verdict, and one try is looked for: the first. */
    public Handoff(
            String from,
            Optional<FieldName> verdict,
            Set<FieldName> feedback,
            Optional<Grading> grading,
            Optional<FieldName> source,
            BusinessHours hours) {
        this(from, verdict, feedback, grading, source, hours, Map.of(), Lookout.FIRST);
    }

    /**
     * How people are told of a verdict in one CRM.
     *
     * @param notes the verdicts that are noted on the person's timeline
     * @param tasks the verdicts that the owner is asked to see to
     * @param due how long after the verdict that is to be done
     */
    public record Notices(Set<String> notes, Set<String> tasks, Duration due) {

        public Notices {
            notes = Set.copyOf(notes);
            tasks = Set.copyOf(tasks);
        }
    }

    /**
     * What is looked for of humans trying to reach the person.
     *
     * @param tries how many times
     * @param owner the mapped field that tells who owns the lead, if it matters whether that was the owner
     */
    public record Lookout(int tries, Optional<FieldName> owner) {

        /** The first time, whoever it was. */
        public static final Lookout FIRST = new Lookout(1, Optional.empty());
    }

    public Handoff with(Lookout other) {
        return new Handoff(from, verdict, feedback, grading, source, hours, notices, other);
    }

    /** True if sales is told what marketing knew. */
    public boolean hasView() {
        return grading.isPresent() || source.isPresent();
    }
}
