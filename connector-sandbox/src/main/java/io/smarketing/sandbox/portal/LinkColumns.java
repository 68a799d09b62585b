package io.smarketing.sandbox.portal;

import io.smarketing.sandbox.kernel.Insider.BadRow;
import io.smarketing.sandbox.portal.desk.Lookup;
import io.smarketing.sandbox.portal.schema.LinkType;
import io.smarketing.sandbox.portal.schema.ObjectType;
import io.smarketing.sandbox.portal.store.Crm;
import io.smarketing.sandbox.portal.store.End;
import io.smarketing.sandbox.portal.store.StoredRecord;
import io.smarketing.sandbox.portal.store.Table;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns that name the records to which a row's is linked: a company by id, domain or name, contacts by id or address. */
record LinkColumns(Crm crm, ObjectType type) {

    /** Whose timeline an activity stands on. */
    private static final String CONTACT = "contact";

    /** The primary company of a contact or a deal. */
    private static final String COMPANY = "associated_company";

    /** The contacts of a deal, with semicolons between them. */
    private static final String CONTACTS = "associated_contacts";

    /** The key of a timeline's row. */
    private static final String KEY = "email";

    Set<String> names() {
        return switch (type) {
            case COMPANIES -> Set.of();
            case CONTACTS -> Set.of(COMPANY);
            case DEALS -> Set.of(COMPANY, CONTACTS);
            case NOTES, TASKS, CALLS, EMAILS, MEETINGS, COMMUNICATIONS -> Set.of(CONTACT);
        };
    }

    /** Takes the linked records out of a row; the key of a row that is no contact's names what is known by another name. */
    Set<End> take(Map<String, String> row) throws BadRow {
        if (type != ObjectType.CONTACTS && row.containsKey(KEY)) {
            row.putIfAbsent(keyed(), Optional.ofNullable(row.remove(KEY)).orElse(""));
        }
        Set<End> ends = new LinkedHashSet<>();
        for (String column : names()) {
            ends.addAll(named(column, Optional.ofNullable(row.remove(column)).orElse("")));
        }
        return ends;
    }

    private String keyed() {
        return switch (type) {
            case CONTACTS -> KEY;
            case COMPANIES -> "domain";
            case DEALS -> "dealname";
            case NOTES, TASKS, CALLS, EMAILS, MEETINGS, COMMUNICATIONS -> CONTACT;
        };
    }

    /** Links a record to all of them. */
    void link(long id, Set<End> others) {
        for (End other : others) {
            LinkType.between(type, other.type()).forEach(link -> crm.links().link(new End(type, id), other, link));
        }
    }

    /** Somebody fills one of the columns anew: what it named before is linked no more. */
    void set(long id, String column, String value) throws BadRow {
        Set<End> wanted = named(column, value);
        End record = new End(type, id);
        ObjectType other = column.equals(COMPANY) ? ObjectType.COMPANIES : ObjectType.CONTACTS;
        for (End held : new HashSet<>(crm.links().of(record, other).keySet())) {
            if (!wanted.contains(held)) {
                crm.links().unlink(record, held);
            }
        }
        link(id, wanted);
    }

    /** What such a column of a record names: the ids of live records, with semicolons between them. */
    String held(long id, String column) {
        boolean company = column.equals(COMPANY);
        ObjectType other = company ? ObjectType.COMPANIES : ObjectType.CONTACTS;
        return crm.links().of(new End(type, id), other).entrySet().stream()
                .filter(link -> !company || link.getValue().stream().anyMatch(LinkType::primary))
                .map(link -> link.getKey().id())
                .filter(end -> crm.table(other).find(end).isPresent())
                .map(end -> Long.toString(end))
                .collect(Collectors.joining(";"));
    }

    private Set<End> named(String column, String value) throws BadRow {
        return column.equals(COMPANY) ? company(value) : contacts(value);
    }

    private Set<End> contacts(String names) throws BadRow {
        Set<End> ends = new LinkedHashSet<>();
        for (String name : names.split(";")) {
            if (!name.isBlank()) {
                ends.add(contact(name.strip()));
            }
        }
        return ends;
    }

    private End contact(String name) throws BadRow {
        Table contacts = crm.table(ObjectType.CONTACTS);
        Optional<StoredRecord> found = Lookup.number(name).flatMap(contacts::find);
        if (found.isEmpty()) {
            found = new Lookup(crm).find(contacts, KEY, name);
        }
        return new End(
                ObjectType.CONTACTS,
                found.orElseThrow(() -> new BadRow("There is no contact of that name"))
                        .id());
    }

    private Set<End> company(String name) throws BadRow {
        if (name.isBlank()) {
            return Set.of();
        }
        Table companies = crm.table(ObjectType.COMPANIES);
        Optional<StoredRecord> found = Lookup.number(name.strip()).flatMap(companies::find);
        if (found.isEmpty()) {
            found = companies(crm, name).stream().findFirst();
        }
        return Set.of(new End(
                ObjectType.COMPANIES,
                found.orElseThrow(() -> new BadRow("There is no company of that name"))
                        .id()));
    }

    /** The companies of that domain, or else of that name. */
    static Set<StoredRecord> companies(Crm crm, String name) {
        Table companies = crm.table(ObjectType.COMPANIES);
        for (String property : new String[] {"domain", "name"}) {
            int slot = companies.schema().slot(property);
            Set<StoredRecord> found = new LinkedHashSet<>();
            for (StoredRecord company : companies.rows(false).values()) {
                if (company.at(slot)
                        .toLowerCase(Locale.ROOT)
                        .equals(name.strip().toLowerCase(Locale.ROOT))) {
                    found.add(company);
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Set.of();
    }
}
