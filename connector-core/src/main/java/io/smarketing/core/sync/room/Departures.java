package io.smarketing.core.sync.room;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.Change.Became;
import io.smarketing.core.crm.Change.Gone;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Matcher;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonBook;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.person.Sighting;
import io.smarketing.core.sync.Ledger;
import io.smarketing.core.sync.Parked;
import io.smarketing.core.sync.Party;
import io.smarketing.core.sync.WaveRecord;
import io.smarketing.core.sync.settle.Settle;
import io.smarketing.core.sync.told.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What becomes of people whose record was deleted in a CRM: another record of theirs there takes its place; else they
 * have none there any more, and nobody makes them a new one. Those whose deletion may be carried over are handed on.
 */
public final class Departures {

    private final Party from;
    private final Party to;
    private final PersonBook book;
    private final Ledger ledger;
    private final Listen otherSide;
    private final Settle settle;

    public Departures(Party from, Party to, PersonBook book, Ledger ledger, Listen otherSide, Settle settle) {
        this.from = from;
        this.to = to;
        this.book = book;
        this.ledger = ledger;
        this.otherSide = otherSide;
        this.settle = settle;
    }

    /**
     * Somebody whose last record here was deleted.
     *
     * @param person as before
     * @param left the record that was deleted
     * @param why a reason against carrying it over, if there is one
     * @param there the other side holds a record of theirs, as far as is known
     */
    public record Departed(Person person, RecordRef left, Optional<String> why, boolean there) {}

    private static JournalLine line(Instant at, Departed d, Event event, RecordRef record, String note) {
        return new JournalLine(at, d.person().id(), event, record.crm(), record, Set.of(), note);
    }

    /** Those of a page whose last record was deleted; what is known already costs nothing. */
    public List<Departed> of(ChangePage page) {
        Set<RecordRef> gone = gone(page);
        Map<RecordRef, Sighting> seen = gone.isEmpty() ? Map.of() : book.sightings(gone);
        Set<PersonId> owners = new HashSet<>();
        seen.values().forEach(s -> s.person().ifPresent(owners::add));
        Map<PersonId, Person> people = owners.isEmpty() ? Map.of() : new LinkedHashMap<>(book.people(owners));
        List<Person> staying = new ArrayList<>();
        Set<RecordRef> promoted = new LinkedHashSet<>();
        List<Departed> departed = new ArrayList<>();
        for (Person person : people.values()) {
            person.in(from.id()).ifPresent(held -> {
                Set<RecordRef> left = new LinkedHashSet<>(held.others());
                left.removeAll(gone);
                if (!gone.contains(held.principal())) {
                    if (left.size() < held.others().size()) {
                        staying.add(person.with(from.id(), new Holding(held.principal(), left, held.halves())));
                    }
                } else if (left.isEmpty()) {
                    departed.add(new Departed(
                            person,
                            held.principal(),
                            Optional.empty(),
                            person.in(to.id()).isPresent()));
                } else {
                    Person now = promoted(person, held, left);
                    promoted.add(now.in(from.id()).orElseThrow().principal());
                    staying.add(now);
                }
            });
        }
        if (!staying.isEmpty()) {
            List<Sighting> unworked = book.sightings(promoted).values().stream()
                    .map(Sighting::unworked)
                    .toList();
            ledger.record(new WaveRecord(staying, unworked, Set.of(), Set.of(), List.of(), List.of()));
        }
        return departed;
    }

    /** Deleted records, and those that had become one of them before anybody told. */
    private static Set<RecordRef> gone(ChangePage page) {
        Set<RecordRef> gone = new LinkedHashSet<>();
        page.changes().stream().filter(Gone.class::isInstance).forEach(c -> gone.add(c.ref()));
        boolean more = !gone.isEmpty();
        while (more) {
            more = false;
            for (Change change : page.changes()) {
                more |= change instanceof Became b && gone.contains(b.now()) && gone.add(b.ref());
            }
        }
        return gone;
    }

    /**
     * Another record takes the place of the deleted one: what it holds counts as never told. The key that it bears becomes
     * the person's, for a converted lead goes on holding the person's own and lets nobody else have it.
     */
    private Person promoted(Person person, Holding held, Set<RecordRef> left) {
        Map<RecordRef, CrmRecord> records = from.crm().reader().byRefs(left);
        Optional<CrmRecord> next = new Matcher(from.types()).principal(records.values(), Set.of());
        RecordRef principal =
                next.map(CrmRecord::ref).orElseGet(() -> left.iterator().next());
        Person now = person.with(from.id(), new Holding(held.principal(), left, Map.of()).movedTo(principal));
        return next.map(CrmRecord::key)
                .filter(key -> !key.isEmpty() && book.byKeys(Set.of(key)).isEmpty())
                .map(now::withKey)
                .orElse(now);
    }

    /**
     * The same, as they are once the other side is read in one batch, with what speaks against carrying their deletion
     * over. Somebody who turned out to be another on the way is seen to when the deletion is told again.
     */
    public List<Departed> weighed(List<Departed> departed, Instant readAt) {
        Set<RecordRef> refs = departed.stream()
                .flatMap(d -> d.person().in(to.id()).stream())
                .map(Holding::principal)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<PersonId, Told> records = new LinkedHashMap<>();
        otherSide.reread(refs, readAt).forEach(t -> t.person().ifPresent(p -> records.put(p.id(), t)));
        Map<PersonId, Person> now =
                book.people(departed.stream().map(d -> d.person().id()).toList());
        return departed.stream()
                .filter(d -> now.containsKey(d.person().id()))
                .map(d -> new Departed(
                        now.get(d.person().id()),
                        d.left(),
                        why(now.get(d.person().id()), records),
                        records.containsKey(d.person().id())))
                .toList();
    }

    private Optional<String> why(Person person, Map<PersonId, Told> records) {
        Optional<Told> told = Optional.ofNullable(records.get(person.id()));
        if (person.in(to.id()).map(h -> !h.others().isEmpty()).orElse(false)) {
            return Optional.of("there is more than one record of this person in " + to.id());
        }
        return told.flatMap(t -> settle.againstDeletion(person, t));
    }

    /**
     * Remembers that these have no record here any more.
     *
     * @param carried those who have none on the other side either, since it was deleted there too
     * @param parked what could not be deleted there
     */
    public void record(List<Departed> departed, Set<PersonId> carried, List<Parked> parked, Instant at) {
        List<Person> people = new ArrayList<>();
        Set<RecordRef> gone = new LinkedHashSet<>();
        Set<RecordRef> settled = new LinkedHashSet<>();
        List<JournalLine> journal = new ArrayList<>();
        for (Departed d : departed) {
            Person after = d.person().without(from.id());
            gone.add(d.left());
            after.in(to.id()).ifPresent(there -> settled.add(there.principal()));
            journal.add(line(at, d, Event.DELETED, d.left(), ""));
            d.why().ifPresent(why -> journal.add(line(at, d, Event.DELETION_KEPT, d.left(), why)));
            if (carried.contains(after.id()) && after.in(to.id()).isPresent()) {
                RecordRef there = after.in(to.id()).get().principal();
                gone.add(there);
                journal.add(line(at, d, Event.DELETION_CARRIED, there, ""));
                after = after.without(to.id());
            }
            people.add(after);
        }
        List<Sighting> buried =
                book.sightings(gone).values().stream().map(Sighting::buried).toList();
        if (!people.isEmpty() || !parked.isEmpty()) {
            settled.addAll(gone);
            ledger.record(new WaveRecord(people, buried, Set.of(), settled, parked, journal));
        }
    }
}
