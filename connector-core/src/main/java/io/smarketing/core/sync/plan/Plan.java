package io.smarketing.core.sync.plan;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.person.PersonId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the next round would write.
 *
 * @param people records looked at
 * @param linked pairs of existing records that would be recognised as one person
 * @param writes what each CRM would get
 * @param stages how many people would come to each stage or detour, of those known by then
 * @param first the first records that would be written
 * @param stop what the guard would say, if it stopped the run
 */
public record Plan(
        long people,
        long linked,
        Map<CrmId, Writes> writes,
        Map<String, Long> stages,
        List<Change> first,
        Optional<String> stop) {

    public Plan {
        writes = Collections.unmodifiableMap(new TreeMap<>(writes));
        stages = Collections.unmodifiableMap(new TreeMap<>(stages));
        first = List.copyOf(first);
    }

    /** Nothing at all. */
    public static final Plan NOTHING = new Plan(0, 0, Map.of(), Map.of(), List.of(), Optional.empty());

    /**
     * Two plans as one.
     *
     * @param most of the first records so many are kept
     */
    public Plan and(Plan other, int most) {
        Map<CrmId, Writes> both = new TreeMap<>(writes);
        other.writes.forEach((crm, w) -> both.merge(crm, w, Writes::and));
        Map<String, Long> reached = new TreeMap<>(stages);
        other.stages.forEach((stage, n) -> reached.merge(stage, n, Long::sum));
        return new Plan(
                people + other.people,
                linked + other.linked,
                both,
                reached,
                Stream.concat(first.stream(), other.first.stream()).limit(most).toList(),
                stop.or(other::stop));
    }

    /** All records that would be written. */
    public long records() {
        return writes.values().stream()
                .mapToLong(w -> w.created() + w.updated() + w.deleted())
                .sum();
    }

    /**
     * What one CRM would get.
     *
     * @param fields how often each of its fields would be written
     */
    public record Writes(long created, long updated, long deleted, Map<FieldName, Long> fields) {

        public Writes {
            fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        }

        Writes and(Writes other) {
            Map<FieldName, Long> both = new TreeMap<>(fields);
            other.fields.forEach((name, n) -> both.merge(name, n, Long::sum));
            return new Writes(created + other.created, updated + other.updated, deleted + other.deleted, both);
        }
    }

    /**
     * One record that would be written.
     *
     * @param ref the record; empty for one that would be made
     */
    public record Change(
            Kind kind,
            CrmId crm,
            RecordType type,
            Optional<RecordRef> ref,
            Optional<PersonId> person,
            List<FieldChange> fields) {

        public Change {
            fields = List.copyOf(fields);
        }
    }

    /**
     * One field that would be written.
     *
     * @param name the CRM's name for it
     * @param before what the record holds; blank for one that would be made
     */
    public record FieldChange(FieldName name, FieldValue before, FieldValue after) {}

    /** What would become of a record. */
    public enum Kind {
        /** It would be made. */
        CREATE,
        /** Fields would be written. */
        UPDATE,
        /** It would be deleted. */
        DELETE
    }
}
