package io.smarketing.core.person;

import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses which of several records of one person is the principal one: those with our key first; among several the
 * preferred type (a contact before a lead), the oldest, the lowest id.
 *
 * @param preference record types, the preferred first
 */
public record Matcher(List<RecordType> preference) {

    public Matcher {
        preference = List.copyOf(preference);
    }

    /** The principal one; empty if there is none to choose from. */
    public Optional<CrmRecord> principal(Collection<CrmRecord> candidates, Collection<String> keys) {
        return candidates.stream()
                .min(Comparator.comparing((CrmRecord r) -> keys.contains(r.key()) ? 0 : 1)
                        .thenComparing(r -> preference.indexOf(r.ref().type()))
                        .thenComparing(CrmRecord::createdAt)
                        .thenComparing(r -> r.ref().id()));
    }
}
