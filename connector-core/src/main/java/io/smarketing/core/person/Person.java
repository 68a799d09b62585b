package io.smarketing.core.person;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lifecycle.Progress;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What we remember of one human.
 *
 * @param key our external id for the person, on both CRMs: the same for life, unless the record that bore it is no more
 * @param email the address by which the person was last known, if any
 * @param paused true while an entry condition keeps the person out of the sync
 * @param holdings what each CRM holds of the person
 */
public record Person(
        PersonId id,
        String key,
        Optional<Email> email,
        Progress progress,
        boolean paused,
        Map<CrmId, Holding> holdings) {

    public Person {
        holdings = Collections.unmodifiableMap(new TreeMap<>(holdings));
    }

    public Optional<Holding> in(CrmId crm) {
        return Optional.ofNullable(holdings.get(crm));
    }

    /** The same person with one CRM's holding replaced. */
    public Person with(CrmId crm, Holding holding) {
        Map<CrmId, Holding> all = new TreeMap<>(holdings);
        all.put(crm, holding);
        return new Person(id, key, email, progress, paused, all);
    }

    /** The same person with nothing in one CRM. */
    public Person without(CrmId crm) {
        Map<CrmId, Holding> rest = new TreeMap<>(holdings);
        rest.remove(crm);
        return new Person(id, key, email, progress, paused, rest);
    }

    /**
     * The same person with all records of another who turned out to be the same human; our own principals stay. Where the
     * other brings the only record that we have in a CRM, both sides meet for the first time: no base is theirs together.
     */
    public Person joinedBy(Person other) {
        boolean meet = !holdings.keySet().containsAll(other.holdings.keySet());
        Person joined = this;
        for (Map.Entry<CrmId, Holding> theirs : other.holdings.entrySet()) {
            Holding all = joined.in(theirs.getKey()).orElse(theirs.getValue());
            all = all.withOther(theirs.getValue().principal());
            for (RecordRef further : theirs.getValue().others()) {
                all = all.withOther(further);
            }
            joined = joined.with(theirs.getKey(), all);
        }
        return meet ? joined.withoutBase() : joined;
    }

    private Person withoutBase() {
        Map<CrmId, Holding> bare = new TreeMap<>(holdings);
        bare.replaceAll((crm, held) -> new Holding(held.principal(), held.others(), Map.of()));
        return new Person(id, key, email, progress, paused, bare);
    }

    public Person with(Progress now) {
        return new Person(id, key, email, now, paused, holdings);
    }

    public Person withKey(String now) {
        return new Person(id, now, email, progress, paused, holdings);
    }

    public Person withEmail(Optional<Email> now) {
        return new Person(id, key, now, progress, paused, holdings);
    }

    public Person withPaused(boolean now) {
        return new Person(id, key, email, progress, now, holdings);
    }
}
