package io.smarketing.core.sync.plan;

import io.smarketing.core.crm.RecordReader;
import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.HistoryEntry;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.StageTold;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.person.PersonBook;
import io.smarketing.core.person.Sighting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a CRM as it is, and besides the records that were noted to be made: else a second record of a person would make
 * another. They stand in the book under their key, since they have no id.
 */
record NotingReader(CrmId crm, RecordReader real, PersonBook book) implements RecordReader {

    @Override
    public Map<RecordRef, CrmRecord> byRefs(Collection<RecordRef> refs) {
        Map<RecordRef, CrmRecord> found = new LinkedHashMap<>();
        book.sightings(refs).values().stream().filter(NotingReader::isMade).forEach(s -> found.put(s.ref(), made(s)));
        Set<RecordRef> rest = new LinkedHashSet<>(refs);
        rest.removeAll(found.keySet());
        found.putAll(real.byRefs(rest));
        return found;
    }

    @Override
    public List<CrmRecord> byKeys(Collection<String> keys) {
        return with(real.byKeys(keys), book.sightedByKey(crm, keys));
    }

    @Override
    public List<CrmRecord> byEmails(Collection<Email> emails) {
        return with(real.byEmails(emails), book.sightedByEmail(crm, emails));
    }

    @Override
    public Map<RecordRef, Map<FieldName, List<HistoryEntry>>> history(
            Collection<RecordRef> refs, Set<FieldName> fields) {
        Map<RecordRef, Sighting> seen = book.sightings(refs);
        return real.history(
                refs.stream()
                        .filter(r -> !seen.containsKey(r) || !isMade(seen.get(r)))
                        .toList(),
                fields);
    }

    private static List<CrmRecord> with(List<CrmRecord> real, List<Sighting> seen) {
        List<CrmRecord> all = new ArrayList<>(real);
        seen.stream().filter(NotingReader::isMade).map(NotingReader::made).forEach(all::add);
        return all;
    }

    private static boolean isMade(Sighting seen) {
        return seen.ref().id().equals(seen.key());
    }

    private static CrmRecord made(Sighting seen) {
        return new CrmRecord(
                seen.ref(),
                seen.stamp(),
                seen.createdAt(),
                Author.OURSELVES,
                seen.key(),
                seen.email(),
                Fields.NONE,
                StageTold.NOTHING);
    }
}
