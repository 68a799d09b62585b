package io.smarketing.testkit.books.memory;

import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.Email;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.person.Sighting;
import io.smarketing.core.person.Traces;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** People who were erased, and those who are to be, as sets. */
public final class MemoryErasures {

    private final Set<RecordRef> asked = new TreeSet<>();
    private final Set<RecordRef> refs = new HashSet<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<Email> emails = new HashSet<>();

    public void take(MemoryErasures other) {
        asked.addAll(other.asked);
        refs.addAll(other.refs);
        keys.addAll(other.keys);
        emails.addAll(other.emails);
    }

    public void ask(Set<RecordRef> records) {
        asked.addAll(records);
    }

    public Set<RecordRef> asked() {
        return Set.copyOf(asked);
    }

    public Traces of(Traces traces) {
        return new Traces(both(traces.refs(), refs), both(traces.keys(), keys), both(traces.emails(), emails));
    }

    private static <T> Set<T> both(Set<T> some, Set<T> others) {
        Set<T> both = new HashSet<>(some);
        both.retainAll(others);
        return both;
    }

    /**
     * Whom these records lead to: the person with all records, and whose records bear one of the addresses.
     *
     * @param found takes the records
     */
    public Set<PersonId> erase(
            Set<RecordRef> records, Set<RecordRef> found, Collection<Sighting> seen, Collection<Person> people) {
        found.addAll(records);
        Set<PersonId> whose = new HashSet<>();
        seen.stream()
                .filter(s -> found.contains(s.ref()))
                .forEach(s -> s.person().ifPresent(whose::add));
        Set<Email> theirs = new HashSet<>();
        people.stream().filter(p -> whose.contains(p.id())).forEach(p -> {
            p.email().ifPresent(theirs::add);
            keys.add(p.key());
            p.holdings().values().forEach(h -> {
                found.add(h.principal());
                found.addAll(h.others());
            });
        });
        for (Sighting s : seen) {
            if (found.contains(s.ref()) || s.person().filter(whose::contains).isPresent()) {
                found.add(s.ref());
                s.email().ifPresent(theirs::add);
                keys.add(s.key());
            }
        }
        Set<PersonId> bearing = new HashSet<>(whose);
        seen.stream()
                .filter(s -> s.email().filter(theirs::contains).isPresent())
                .forEach(s -> {
                    found.add(s.ref());
                    s.person().ifPresent(bearing::add);
                });
        keys.remove("");
        refs.addAll(found);
        emails.addAll(theirs);
        asked.removeAll(found);
        return bearing;
    }
}
