package io.smarketing.core.person;

import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.Email;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What somebody can be recognised by: records, our external ids, addresses.
 *
 * @param keys none of them blank
 */
public record Traces(Set<RecordRef> refs, Set<String> keys, Set<Email> emails) {

    public static final Traces NONE = new Traces(Set.of(), Set.of(), Set.of());

    public Traces {
        refs = Set.copyOf(refs);
        keys = Set.copyOf(keys);
        emails = Set.copyOf(emails);
    }

    /** Those of records. */
    public static Traces of(Collection<CrmRecord> records) {
        Set<RecordRef> refs = new HashSet<>();
        Set<String> keys = new HashSet<>();
        Set<Email> emails = new HashSet<>();
        for (CrmRecord record : records) {
            refs.add(record.ref());
            record.email().ifPresent(emails::add);
            if (!record.key().isBlank()) {
                keys.add(record.key());
            }
        }
        return new Traces(refs, keys, emails);
    }

    public boolean isEmpty() {
        return refs.isEmpty() && keys.isEmpty() && emails.isEmpty();
    }

    /** Whether the record bears one of them. */
    public boolean leadTo(CrmRecord record) {
        return refs.contains(record.ref())
                || keys.contains(record.key())
                || record.email().map(emails::contains).orElse(false);
    }
}
