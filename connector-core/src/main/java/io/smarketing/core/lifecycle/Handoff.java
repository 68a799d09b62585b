package io.smarketing.core.lifecycle;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.sla.BusinessHours;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the two teams agreed on handing a lead over.
 *
 * @param from the stage with which marketing hands it over
 * @param answers the mapped fields in which the two teams answer each other
 * @param grading how marketing's score becomes a grade for sales
 * @param source the mapped field that tells where a lead comes from, if its track record is told to sales
 * @param hours the working calendar in which the handoff is timed besides wall time
 * @param notices in which CRMs people are told of a verdict, and how
 * @param lookout what is looked for of humans trying to reach the person
 */
public record Handoff(
        String from,
        Answers answers,
        Optional<Grading> grading,
        Optional<FieldName> source,
        BusinessHours hours,
        Map<CrmId, Notices> notices,
        Lookout lookout) {

    /** The word with which sales takes a lead; any other verdict sends it back. */
    public static final String ACCEPTED = "accepted";

    /** The word with which sales sends a lead back that nobody has been in touch with. */
    public static final String REJECTED = "rejected";

    /** The word with which sales sends a lead back after having been in touch. */
    public static final String DISQUALIFIED = "disqualified";

    /** All that sales says of a lead. */
    public static final List<String> VERDICTS = List.of(ACCEPTED, REJECTED, DISQUALIFIED);

    public Handoff {
        notices = Map.copyOf(notices);
    }

    /**
     * The mapped fields of one handoff: a new pass begins with all of them blank.
     *
     * @param verdict in which sales says accepted, rejected or disqualified
     * @param reason in which it says why
     * @param change in which marketing says what it changed because of it
     * @param all these and others
     */
    public record Answers(
            Optional<FieldName> verdict, Optional<FieldName> reason, Optional<FieldName> change, Set<FieldName> all) {

        public Answers {
            all = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(all));
        }
    }

    /** The mapped field of sales' verdict. */
    public Optional<FieldName> verdict() {
        return answers.verdict();
    }

    /** The mapped fields that belong to one handoff. */
    public Set<FieldName> feedback() {
        return answers.all();
    }

    /** Nobody is told of a verdict, and one try is looked for: the first. */
    public Handoff(
            String from,
            Optional<FieldName> verdict,
            Set<FieldName> feedback,
            Optional<Grading> grading,
            Optional<FieldName> source,
            BusinessHours hours) {
        this(
                from,
                new Answers(verdict, Optional.empty(), Optional.empty(), feedback),
                grading,
                source,
                hours,
                Map.of(),
                Lookout.FIRST);
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
        return new Handoff(from, answers, grading, source, hours, notices, other);
    }

    /** True if sales is told what marketing knew. */
    public boolean hasView() {
        return grading.isPresent() || source.isPresent();
    }
}
