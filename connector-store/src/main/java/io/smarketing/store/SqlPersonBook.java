package io.smarketing.store;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lifecycle.TrackRecord;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonBook;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.person.Sighting;
import io.smarketing.core.person.Traces;
import io.smarketing.store.table.Erasures;
import io.smarketing.store.table.Handoffs;
import io.smarketing.store.table.People;
import io.smarketing.store.table.Sightings;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The person book over the tables. An empty question is answered without asking. */
final class SqlPersonBook implements PersonBook {

    private final Books books;

    SqlPersonBook(Books books) {
        this.books = books;
    }

    @Override
    public Map<RecordRef, Sighting> sightings(Collection<RecordRef> refs) {
        return refs.isEmpty() ? Map.of() : books.ask(rows -> new Sightings(rows).byRefs(refs));
    }

    @Override
    public List<Sighting> sightedByKey(CrmId crm, Collection<String> keys) {
        return keys.isEmpty() ? List.of() : books.ask(rows -> new Sightings(rows).byKeys(crm, keys));
    }

    @Override
    public List<Sighting> sightedByEmail(CrmId crm, Collection<Email> emails) {
        return emails.isEmpty() ? List.of() : books.ask(rows -> new Sightings(rows).byEmails(crm, emails));
    }

    @Override
    public List<Sighting> tombstones(PersonId person) {
        return books.ask(rows -> new Sightings(rows).tombstones(person));
    }

    @Override
    public long sighted(CrmId crm) {
        return books.ask(rows -> new Sightings(rows).count(crm));
    }

    @Override
    public Map<PersonId, Person> people(Collection<PersonId> ids) {
        return ids.isEmpty() ? Map.of() : by(Person::id, books.ask(rows -> new People(rows).byIds(ids)));
    }

    @Override
    public Map<String, Person> byKeys(Collection<String> keys) {
        return keys.isEmpty() ? Map.of() : by(Person::key, books.ask(rows -> new People(rows).byKeys(keys)));
    }

    private static <K> Map<K, Person> by(Function<Person, K> name, List<Person> people) {
        Map<K, Person> named = new LinkedHashMap<>();
        people.forEach(p -> named.put(name.apply(p), p));
        return named;
    }

    @Override
    public Map<String, TrackRecord> trackRecords(Collection<String> sources, Set<String> won) {
        return sources.isEmpty() ? Map.of() : books.ask(rows -> new Handoffs(rows).bySource(sources, won));
    }

    @Override
    public Traces erased(Traces traces) {
        return traces.isEmpty() ? Traces.NONE : books.ask(rows -> new Erasures(rows).of(traces));
    }

    @Override
    public long known() {
        return books.ask(rows -> new People(rows).count());
    }
}
