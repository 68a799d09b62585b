package io.smarketing.testkit.crm;

import io.smarketing.core.crm.RecordReader;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.HistoryEntry;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The fake CRM's reads; each question that is not empty counts as one call. */
final class FakeReader implements RecordReader {

    private final FakeCrm crm;

    FakeReader(FakeCrm crm) {
        this.crm = crm;
    }

    @Override
    public Map<RecordRef, CrmRecord> byRefs(Collection<RecordRef> refs) {
        if (refs.isEmpty()) {
            return Map.of();
        }
        return call(Call.BY_REFS, () -> {
            Map<RecordRef, CrmRecord> found = new LinkedHashMap<>();
            refs.forEach(ref -> crm.rows().follow(ref).ifPresent(row -> found.put(ref, crm.told(row))));
            return found;
        });
    }

    @Override
    public List<CrmRecord> byKeys(Collection<String> keys) {
        Set<String> asked = new HashSet<>(keys);
        asked.remove("");
        if (asked.isEmpty()) {
            return List.of();
        }
        return call(
                Call.BY_KEYS,
                () -> crm.records().stream()
                        .filter(r -> asked.contains(r.key()))
                        .toList());
    }

    @Override
    public List<CrmRecord> byEmails(Collection<Email> emails) {
        Set<Email> asked = new HashSet<>(emails);
        if (asked.isEmpty()) {
            return List.of();
        }
        return call(
                Call.BY_EMAILS,
                () -> crm.records().stream()
                        .filter(r -> r.email().filter(asked::contains).isPresent())
                        .toList());
    }

    @Override
    public Map<RecordRef, Map<FieldName, List<HistoryEntry>>> history(
            Collection<RecordRef> refs, Set<FieldName> fields) {
        if (refs.isEmpty() || fields.isEmpty() || !crm.habits().keepsHistory()) {
            return Map.of();
        }
        return call(Call.HISTORY, () -> {
            Map<RecordRef, Map<FieldName, List<HistoryEntry>>> found = new LinkedHashMap<>();
            refs.forEach(ref -> crm.rows().find(ref).ifPresent(row -> {
                Map<FieldName, List<HistoryEntry>> entries = new TreeMap<>();
                row.history.forEach((name, past) -> entries.put(name, List.copyOf(past)));
                entries.keySet().retainAll(fields);
                if (!entries.isEmpty()) {
                    found.put(ref, entries);
                }
            }));
            return found;
        });
    }

    private <T> T call(Call call, Supplier<T> answer) {
        crm.mishaps().begin(call);
        T given = answer.get();
        crm.mishaps().end(call);
        return given;
    }
}
