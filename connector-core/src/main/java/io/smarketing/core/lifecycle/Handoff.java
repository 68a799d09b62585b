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
 * @param tries how many times of humans trying to reach the person are looked for
 */
public record Handoff(
        String from,
        Optional<FieldName> verdict,
        Set<FieldName> feedback,
        Optional<Grading> grading,
        Optional<FieldName> source,
        BusinessHours hours,
        Map<CrmId, Notices> notices,
        int tries) {

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
        this(from, verdict, feedback, grading, source, hours, Map.of(), 1);
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

    public Handoff withTries(int most) {
        return new Handoff(from, verdict, feedback, grading, source, hours, notices, most);
    }

    /** True if sales is told what marketing knew. */
    public boolean hasView() {
        return grading.isPresent() || source.isPresent();
    }
}
