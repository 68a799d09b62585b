package io.smarketing.testkit.books.memory;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.Email;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.person.Sighting;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The records seen, as a map. */
public final class MemorySightings {

    private final Map<RecordRef, Sighting> seen = new TreeMap<>();

    public void take(MemorySightings other) {
        seen.putAll(other.seen);
    }

    public void store(List<Sighting> news) {
        news.forEach(s -> seen.put(s.ref(), s));
    }

    public Collection<Sighting> all() {
        return seen.values();
    }

    public Map<RecordRef, Sighting> of(Collection<RecordRef> refs) {
        Map<RecordRef, Sighting> found = new LinkedHashMap<>();
        refs.forEach(r -> Optional.ofNullable(seen.get(r)).ifPresent(s -> found.put(r, s)));
        return found;
    }

    public List<Sighting> byKey(CrmId crm, Collection<String> keys) {
        Set<String> asked = new HashSet<>(keys);
        return live(crm, s -> !s.key().isEmpty() && asked.contains(s.key()));
    }

    public List<Sighting> byEmail(CrmId crm, Collection<Email> emails) {
        Set<Email> asked = new HashSet<>(emails);
        return live(crm, s -> s.email().filter(asked::contains).isPresent());
    }

    public long live(CrmId crm) {
        return live(crm, s -> true).size();
    }

    private List<Sighting> live(CrmId crm, Predicate<Sighting> which) {
        return seen.values().stream()
                .filter(s -> s.live() && s.ref().crm().equals(crm) && which.test(s))
                .toList();
    }

    public List<Sighting> tombstones(PersonId person) {
        return seen.values().stream()
                .filter(s -> !s.live() && s.person().equals(Optional.of(person)))
                .toList();
    }

    /** These records, and all of these people. */
    public void forget(Set<RecordRef> refs, Set<PersonId> people) {
        seen.values()
                .removeIf(s -> refs.contains(s.ref())
                        || s.person().filter(people::contains).isPresent());
    }
}
