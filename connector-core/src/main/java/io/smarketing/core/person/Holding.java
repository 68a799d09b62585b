package io.smarketing.core.person;

import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.merge.Half;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one CRM holds of one person.
 *
 * @param principal the record that is kept in step
 * @param others further records of the same person: never written
 * @param halves this CRM's halves of the base, by the mapping's field name (own fields under the CRM's field name)
 */
public record Holding(RecordRef principal, Set<RecordRef> others, Map<FieldName, Half> halves) {

    public Holding {
        others = Collections.unmodifiableSet(new TreeSet<>(others));
        halves = Collections.unmodifiableMap(new LinkedHashMap<>(halves));
    }

    /** A holding of one record of which nothing is known to be in step. */
    public static Holding of(RecordRef principal) {
        return new Holding(principal, Set.of(), Map.of());
    }

    /** True if the record is one of the person's. */
    public boolean holds(RecordRef ref) {
        return principal.equals(ref) || others.contains(ref);
    }

    /** All the person's records, the principal one first. */
    public Set<RecordRef> all() {
        Set<RecordRef> all = new LinkedHashSet<>();
        all.add(principal);
        all.addAll(others);
        return all;
    }

    /** The same with these halves laid over. */
    public Holding with(Map<FieldName, Half> news) {
        Map<FieldName, Half> all = new LinkedHashMap<>(halves);
        all.putAll(news);
        return new Holding(principal, others, all);
    }

    /** The same with one more record of the person; the principal one is none. */
    public Holding withOther(RecordRef other) {
        if (other.equals(principal)) {
            return this;
        }
        Set<RecordRef> more = new TreeSet<>(others);
        more.add(other);
        return new Holding(principal, more, halves);
    }

    /**
     * The same person's record has become another: that CRM's halves are dropped, a blank there means "never told". What
     * only stands in for a value is no value on the other record either.
     */
    public Holding movedTo(RecordRef now) {
        Set<RecordRef> rest = new TreeSet<>(others);
        rest.remove(now);
        Map<FieldName, Half> standIns = new LinkedHashMap<>(halves);
        standIns.values().removeIf(half -> !half.standIn());
        return new Holding(now, rest, standIns);
    }

    /** The same without one of the others. */
    public Holding withoutOther(RecordRef other) {
        Set<RecordRef> fewer = new TreeSet<>(others);
        fewer.remove(other);
        return new Holding(principal, fewer, halves);
    }
}
