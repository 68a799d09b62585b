package io.smarketing.core.sync.room;

import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Matcher;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonBook;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.person.Sighting;
import io.smarketing.core.sync.Party;
import io.smarketing.core.sync.settle.Settle;
import io.smarketing.core.sync.told.Pairing;
import io.smarketing.core.sync.told.Pairing.Kind;
import io.smarketing.core.sync.told.Told;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Room 3: who is this on the other side? By memory, by our key, then by e-mail; never by name. The other side is read
 * in one batch, and only for people whose record differs from its own half of the base.
 */
public final class Recognise {

    private final Party from;
    private final Party to;
    private final PersonBook book;
    private final Listen otherSide;
    private final Settle settle;
    private final Supplier<PersonId> newIds;

    public Recognise(
            Party from, Party to, PersonBook book, Listen otherSide, Settle settle, Supplier<PersonId> newIds) {
        this.from = from;
        this.to = to;
        this.book = book;
        this.otherSide = otherSide;
        this.settle = settle;
        this.newIds = newIds;
    }

    /**
     * One pairing per told record; none for one whose person has changed while the other side was read, since a record
     * there had become another: it is to be told anew.
     *
     * @param surveyed the book holds a survey of the other side that is fresh: it answers instead of the CRM
     */
    public List<Pairing> pair(List<Told> wave, boolean surveyed) {
        Map<String, Person> byKey = book.byKeys(keys(wave));
        List<Pairing> pairings = new ArrayList<>();
        List<Pairing> differing = new ArrayList<>();
        List<Told> strangers = new ArrayList<>();
        for (Told told : wave) {
            Optional<Person> person = told.person().or(() -> known(byKey, told));
            if (person.isPresent()) {
                Pairing pairing = remembered(told.of(person.get()), person.get());
                (pairing.kind() == Kind.KNOWN ? differing : pairings).add(pairing);
            } else {
                strangers.add(told);
            }
        }
        for (Pairing pairing : lookUp(strangers, surveyed)) {
            (pairing.kind() == Kind.KNOWN ? differing : pairings).add(pairing);
        }
        pairings.addAll(readTargets(differing));
        boolean otherSideRead = !differing.isEmpty() || !strangers.isEmpty();
        return otherSideRead ? current(pairings) : pairings;
    }

    private List<Pairing> current(List<Pairing> pairings) {
        Set<PersonId> ids = new LinkedHashSet<>();
        pairings.forEach(p -> p.source().person().ifPresent(known -> ids.add(known.id())));
        Map<PersonId, Person> now = ids.isEmpty() ? Map.of() : book.people(ids);
        return pairings.stream()
                .filter(p -> p.source()
                        .person()
                        .map(known -> known.equals(now.get(known.id())))
                        .orElse(true))
                .toList();
    }

    private Set<String> keys(List<Told> wave) {
        Set<String> keys = new LinkedHashSet<>();
        wave.stream().filter(t -> t.person().isEmpty()).forEach(t -> keys.addAll(keys(t)));
        return keys;
    }

    private List<String> keys(Told told) {
        String own = from.keyFor(told.ref());
        String borne = told.record().key();
        return borne.isBlank() || borne.equals(own) ? List.of(own) : List.of(borne, own);
    }

    private Optional<Person> known(Map<String, Person> byKey, Told told) {
        return keys(told).stream().map(byKey::get).flatMap(Stream::ofNullable).findFirst();
    }

    private Pairing remembered(Told told, Person person) {
        Holding held = person.in(from.id()).orElseGet(() -> Holding.of(told.ref()));
        if (!held.principal().equals(told.ref())) {
            return Pairing.of(Kind.OTHER, person, told);
        }
        Person whole = person.in(from.id()).isPresent() ? person : person.with(from.id(), held);
        if (whole.in(to.id()).isEmpty()) {
            return Pairing.of(Kind.WIDOWED, whole, told);
        }
        // of one that is back nothing was carried to it, nor to the other side, while it was gone
        boolean back = told.before().filter(b -> !b.live()).isPresent();
        boolean news = back || told.aside() || settle.hasNews(whole, told);
        return Pairing.of(news ? Kind.KNOWN : Kind.UNCHANGED, whole, told);
    }

    private List<Pairing> readTargets(List<Pairing> differing) {
        Map<RecordRef, Pairing> byTarget = new LinkedHashMap<>();
        differing.forEach(p -> byTarget.put(p.person().in(to.id()).orElseThrow().principal(), p));
        Map<PersonId, Told> targets = new LinkedHashMap<>();
        if (!byTarget.isEmpty()) {
            for (Told told : otherSide.reread(
                    byTarget.keySet(), differing.get(0).source().readAt())) {
                told.person().ifPresent(p -> targets.put(p.id(), told));
            }
        }
        List<Pairing> out = new ArrayList<>();
        for (Pairing pairing : differing) {
            Told target = targets.get(pairing.person().id());
            out.add(target == null ? widowed(pairing) : paired(pairing, target));
        }
        return out;
    }

    private static Pairing paired(Pairing pairing, Told target) {
        return new Pairing(Kind.KNOWN, pairing.person(), pairing.source(), Optional.of(target), List.of(), Map.of());
    }

    private static Pairing widowed(Pairing pairing) {
        return Pairing.of(Kind.WIDOWED, pairing.person(), pairing.source());
    }

    private List<Pairing> lookUp(List<Told> strangers, boolean surveyed) {
        List<Pairing> out = new ArrayList<>();
        List<Told> entering = new ArrayList<>();
        for (Told told : strangers) {
            if (settle.enters(told)) {
                entering.add(told);
            } else {
                out.add(Pairing.of(Kind.OUTSIDE, begin(told, told.record().key()), told));
            }
        }
        if (entering.isEmpty()) {
            return out;
        }
        Candidates candidates = candidates(entering, surveyed);
        entering.forEach(told -> out.add(match(told, candidates)));
        return out;
    }

    private Candidates candidates(List<Told> entering, boolean surveyed) {
        Set<String> keys = new LinkedHashSet<>();
        Set<Email> emails = new LinkedHashSet<>();
        Set<RecordRef> refs = new LinkedHashSet<>();
        for (Told told : entering) {
            keys.addAll(keys(told));
            told.record().email().ifPresent(emails::add);
            told.heard().elsewhere().ifPresent(refs::add);
        }
        if (surveyed) {
            book.sightedByKey(to.id(), keys).forEach(s -> refs.add(s.ref()));
            book.sightedByEmail(to.id(), emails).forEach(s -> refs.add(s.ref()));
        } else {
            to.crm().reader().byKeys(keys).forEach(r -> refs.add(r.ref()));
            to.crm().reader().byEmails(emails).forEach(r -> refs.add(r.ref()));
        }
        return new Candidates(owned(otherSide.reread(refs, entering.get(0).readAt())), namesakes(emails));
    }

    /** Those who bear a known person's key are that person's, though memory has not seen this record of theirs. */
    private List<Told> owned(List<Told> there) {
        Map<String, Person> byKey =
                book.byKeys(there.stream().map(t -> t.record().key()).collect(Collectors.toSet()));
        return there.stream()
                .map(t -> t.person()
                        .or(() -> Optional.ofNullable(byKey.get(t.record().key())))
                        .map(t::of)
                        .orElse(t))
                .toList();
    }

    /** People of whom a record on this side has such an address. */
    private Map<Email, Person> namesakes(Set<Email> emails) {
        List<Sighting> here = book.sightedByEmail(from.id(), emails);
        Map<PersonId, Person> people =
                book.people(here.stream().flatMap(s -> s.person().stream()).collect(Collectors.toSet()));
        Map<Email, Person> namesakes = new LinkedHashMap<>();
        here.forEach(s -> s.person()
                .map(people::get)
                .ifPresent(p -> namesakes.putIfAbsent(s.email().orElseThrow(), p)));
        return namesakes;
    }

    private Pairing match(Told told, Candidates candidates) {
        List<String> keys = keys(told);
        List<Told> found = candidates.of(keys, told);
        Optional<Person> owner = found.stream()
                .flatMap(t -> t.person().stream())
                .findFirst()
                .or(() -> told.record().email().map(candidates.namesakes::get));
        if (owner.isPresent()) {
            return remembered(told.of(owner.get()), owner.get());
        }
        List<CrmRecord> records = found.stream().map(Told::record).toList();
        Optional<CrmRecord> principal = new Matcher(to.types()).principal(records, keys);
        if (principal.isEmpty()) {
            // whom the other side names and does not have was deleted there: nobody makes the record again
            Kind kind = told.heard().elsewhere().isPresent() ? Kind.WIDOWED : Kind.CREATE;
            return Pairing.of(kind, begin(told, told.record().key()), told);
        }
        Told target = found.stream()
                .filter(t -> t.record() == principal.get())
                .findFirst()
                .orElseThrow();
        String key = told.record().key().isBlank()
                ? target.record().key()
                : told.record().key();
        Person person = begin(told, key).with(to.id(), Holding.of(target.ref()));
        List<Told> others = found.stream().filter(t -> t != target).toList();
        for (Told other : others) {
            person = person.with(to.id(), person.in(to.id()).orElseThrow().withOther(other.ref()));
        }
        return new Pairing(Kind.MATCHED, person, told, Optional.of(target), others, Map.of());
    }

    private Person begin(Told told, String key) {
        String ours = key.isBlank() ? from.keyFor(told.ref()) : key;
        return new Person(
                newIds.get(),
                ours,
                told.record().email(),
                Progress.NONE,
                false,
                Map.of(from.id(), Holding.of(told.ref())));
    }

    /** Whom a stranger may turn out to be: records of the other side, and people of this one. */
    private static final class Candidates {

        private final Map<Email, Person> namesakes;
        private final Map<RecordRef, Told> byRef = new LinkedHashMap<>();
        private final Map<String, List<Told>> byKey = new LinkedHashMap<>();
        private final Map<Email, List<Told>> byEmail = new LinkedHashMap<>();

        Candidates(Collection<Told> told, Map<Email, Person> namesakes) {
            this.namesakes = namesakes;
            for (Told t : told) {
                byRef.put(t.ref(), t);
                byKey.computeIfAbsent(t.record().key(), k -> new ArrayList<>()).add(t);
                t.record()
                        .email()
                        .ifPresent(e -> byEmail.computeIfAbsent(e, k -> new ArrayList<>())
                                .add(t));
            }
        }

        List<Told> of(List<String> keys, Told asking) {
            Set<Told> found = new LinkedHashSet<>();
            asking.heard().elsewhere().map(byRef::get).ifPresent(found::add);
            keys.forEach(k -> found.addAll(byKey.getOrDefault(k, List.of())));
            asking.record().email().ifPresent(e -> found.addAll(byEmail.getOrDefault(e, List.of())));
            return new ArrayList<>(found);
        }
    }
}
