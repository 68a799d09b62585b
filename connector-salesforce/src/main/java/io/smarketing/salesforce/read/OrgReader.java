package io.smarketing.salesforce.read;

import io.smarketing.core.crm.RecordReader;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.HistoryEntry;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.http.Fan;
import io.smarketing.salesforce.schema.PersonTypes;
import io.smarketing.salesforce.soql.Batches;
import io.smarketing.salesforce.soql.Soql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads contacts and leads by id, key or address; follows conversions and merges. */
public final class OrgReader implements RecordReader {

    private final People people;
    private final FieldHistory history;
    private final Fan fan;

    public OrgReader(People people, FieldHistory history, Fan fan) {
        this.people = people;
        this.history = history;
        this.fan = fan;
    }

    @Override
    public Map<RecordRef, CrmRecord> byRefs(Collection<RecordRef> refs) {
        Map<RecordRef, CrmRecord> found = new LinkedHashMap<>();
        Map<RecordRef, RecordRef> wayTo = new LinkedHashMap<>();
        refs.forEach(ref -> wayTo.put(ref, ref));
        for (int step = 0; step < Trail.STEPS && !wayTo.isEmpty(); step++) {
            Map<RecordRef, PersonRow> rows = rows(new HashSet<>(wayTo.values()));
            Map<RecordRef, RecordRef> next = new HashMap<>();
            wayTo.forEach((asked, at) -> {
                Optional<PersonRow> row = Optional.ofNullable(rows.get(at));
                row.flatMap(PersonRow::record).ifPresent(record -> found.put(asked, record));
                row.flatMap(PersonRow::now).ifPresent(now -> next.put(asked, now));
            });
            wayTo.clear();
            wayTo.putAll(next);
        }
        return found;
    }

    private Map<RecordRef, PersonRow> rows(Collection<RecordRef> refs) {
        List<Supplier<People.Page>> calls = new ArrayList<>();
        for (RecordType type : PersonTypes.ALL) {
            List<String> ids = refs.stream()
                    .filter(r -> r.type().equals(type) && people.reads(type))
                    .map(RecordRef::id)
                    .sorted()
                    .toList();
            Batches.of(ids).forEach(batch -> calls.add(() -> people.askAll(type, "WHERE " + Soql.in("Id", batch))));
        }
        Map<RecordRef, PersonRow> rows = new HashMap<>();
        fan.all(calls).forEach(page -> page.rows().forEach(row -> rows.put(row.ref(), row)));
        return rows;
    }

    @Override
    public List<CrmRecord> byKeys(Collection<String> keys) {
        List<Supplier<People.Page>> calls = new ArrayList<>();
        for (RecordType type : PersonTypes.ALL) {
            if (people.reads(type)) {
                calls.addAll(holding(type, people.selection(type).key().text(), keys));
            }
        }
        return living(calls);
    }

    @Override
    public List<CrmRecord> byEmails(Collection<Email> emails) {
        List<String> addresses = emails.stream().map(Email::address).toList();
        List<Supplier<People.Page>> calls = new ArrayList<>();
        for (RecordType type : PersonTypes.ALL) {
            if (people.reads(type)) {
                calls.addAll(holding(type, "Email", addresses));
            }
        }
        return living(calls);
    }

    private List<Supplier<People.Page>> holding(RecordType type, String field, Collection<String> values) {
        String living = type.equals(PersonTypes.LEAD) ? " AND IsConverted = false" : "";
        // a blank would ask for all that hold nothing
        List<String> told = values.stream().filter(v -> !v.isBlank()).toList();
        return Batches.of(told).stream()
                .<Supplier<People.Page>>map(batch -> () -> people.ask(type, "WHERE " + Soql.in(field, batch) + living))
                .toList();
    }

    private List<CrmRecord> living(List<Supplier<People.Page>> calls) {
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
