package io.smarketing.core.sync.write;

import io.smarketing.core.crm.record.CrmId;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was done: counts that add up.
 *
 * @param people records looked at
 * @param created records made, per CRM
 * @param updated records written, per CRM
 * @param linked pairs of existing records recognised as one person
 * @param parked rows put aside
 * @param fields names of the fields written; our own fields count as {@code (own)}
 */
public record Tally(
        long people, Map<CrmId, Long> created, Map<CrmId, Long> updated, long linked, long parked, Set<String> fields) {

    /** Nothing done. */
    public static final Tally NONE = new Tally(0, Map.of(), Map.of(), 0, 0, Set.of());

    public Tally {
        created = Collections.unmodifiableMap(new TreeMap<>(created));
        updated = Collections.unmodifiableMap(new TreeMap<>(updated));
        fields = Collections.unmodifiableSet(new TreeSet<>(fields));
    }

    /** Records written, made or changed. */
    public long writes() {
        return sum(created) + sum(updated);
    }

    public Tally plus(Tally other) {
        Set<String> all = new TreeSet<>(fields);
        all.addAll(other.fields);
        return new Tally(
                people + other.people,
                merged(created, other.created),
                merged(updated, other.updated),
                linked + other.linked,
                parked + other.parked,
                all);
    }

    private static long sum(Map<CrmId, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<CrmId, Long> merged(Map<CrmId, Long> a, Map<CrmId, Long> b) {
        Map<CrmId, Long> all = new TreeMap<>(a);
        b.forEach((crm, n) -> all.merge(crm, n, Long::sum));
        return all;
    }
}
