package io.smarketing.salesforce.read;

import io.smarketing.core.crm.RecordReader;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.HistoryEntry;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.http.Fan;
import io.smarketing.salesforce.schema.OrgTypes;
import io.smarketing.salesforce.soql.Batches;
import io.smarketing.salesforce.soql.Soql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads records by id, key, or what they are known by; follows conversions and merges. */
public final class OrgReader implements RecordReader {

    private final Records records;
    private final FieldHistory history;
    private final Fan fan;

    public OrgReader(Records records, FieldHistory history, Fan fan) {
        this.records = records;
        this.history = history;
        this.fan = fan;
    }

    @Override
    public Map<RecordRef, CrmRecord> byRefs(Collection<RecordRef> refs) {
        Map<RecordRef, CrmRecord> found = new LinkedHashMap<>();
        Map<RecordRef, RecordRef> wayTo = new LinkedHashMap<>();
        refs.forEach(ref -> wayTo.put(ref, ref));
        for (int step = 0; step < Trail.STEPS && !wayTo.isEmpty(); step++) {
            Map<RecordRef, RecordRow> rows = rows(new HashSet<>(wayTo.values()));
            Map<RecordRef, RecordRef> next = new HashMap<>();
            wayTo.forEach((asked, at) -> {
                Optional<RecordRow> row = Optional.ofNullable(rows.get(at));
                row.flatMap(RecordRow::record).ifPresent(record -> found.put(asked, record));
                row.flatMap(RecordRow::now).ifPresent(now -> next.put(asked, now));
            });
            wayTo.clear();
            wayTo.putAll(next);
        }
        return found;
    }

    private Map<RecordRef, RecordRow> rows(Collection<RecordRef> refs) {
        List<Supplier<Records.Page>> calls = new ArrayList<>();
        for (RecordType type : records.types()) {
            List<String> ids = refs.stream()
                    .filter(r -> r.type().equals(type))
                    .map(RecordRef::id)
                    .sorted()
                    .toList();
            Batches.of(ids).forEach(batch -> calls.add(() -> records.askAll(type, "WHERE " + Soql.in("Id", batch))));
        }
        Map<RecordRef, RecordRow> rows = new HashMap<>();
        fan.all(calls).forEach(page -> page.rows().forEach(row -> rows.put(row.ref(), row)));
        return rows;
    }

    @Override
    public List<CrmRecord> byKeys(Collection<String> keys) {
        // a blank would ask for all that hold nothing
        List<String> told = keys.stream().filter(k -> !k.isBlank()).toList();
        List<Supplier<Records.Page>> calls = new ArrayList<>();
        for (RecordType type : records.types()) {
            String field = records.selection(type).key().text();
            Batches.of(told).forEach(batch -> calls.add(() -> living(type, Soql.in(field, batch))));
        }
        return living(calls);
    }

    @Override
    public List<CrmRecord> byEmails(Collection<Email> emails) {
        Set<Email> asked = new LinkedHashSet<>(emails);
        List<Supplier<Records.Page>> calls = new ArrayList<>();
        for (RecordType type : records.types()) {
            Identity.of(type).among(asked).forEach(condition -> calls.add(() -> living(type, condition)));
        }
        return living(calls).stream()
                .filter(record -> record.email().filter(asked::contains).isPresent())
                .toList();
    }

    private Records.Page living(RecordType type, String condition) {
        String unconverted = type.equals(OrgTypes.LEAD) ? " AND IsConverted = false" : "";
        return records.ask(type, "WHERE " + condition + unconverted);
    }

    private List<CrmRecord> living(List<Supplier<Records.Page>> calls) {
        return fan.all(calls).stream()
                .flatMap(page -> page.rows().stream())
                .flatMap(row -> row.record().stream())
                .toList();
    }

    @Override
    public Map<RecordRef, Map<FieldName, List<HistoryEntry>>> history(
            Collection<RecordRef> refs, Set<FieldName> fields) {
        return history.of(refs, fields);
    }
}
