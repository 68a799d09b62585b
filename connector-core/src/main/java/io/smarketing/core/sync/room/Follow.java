package io.smarketing.core.sync.room;

import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonBook;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.person.Sighting;
import io.smarketing.core.sync.Ledger;
import io.smarketing.core.sync.WaveRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps memory true when records become others or are deleted: the person stays the same person. */
final class Follow {

    private final PersonBook book;
    private final Ledger ledger;
    private final Lifecycle lifecycle;

    Follow(PersonBook book, Ledger ledger, Lifecycle lifecycle) {
        this.book = book;
        this.ledger = ledger;
        this.lifecycle = lifecycle;
    }

    /**
     * Records what became of records. What is known already costs nothing.
     *
     * @param moves old reference to what it is in the end
     * @param gone deleted references
     */
    void record(Map<RecordRef, RecordRef> moves, Collection<RecordRef> gone, Instant at) {
        if (moves.isEmpty() && gone.isEmpty()) {
            return;
        }
        Set<RecordRef> asked = new HashSet<>(moves.keySet());
        asked.addAll(moves.values());
        asked.addAll(gone);
        Map<RecordRef, Sighting> seen = book.sightings(asked);
        Books books = new Books(new LinkedHashMap<>(seen), new LinkedHashMap<>(owners(seen.values())), at);
        moves.forEach(books::moved);
        gone.forEach(books::buried);
        books.store();
    }

    private Map<PersonId, Person> owners(Collection<Sighting> seen) {
        Set<PersonId> ids = new HashSet<>();
        seen.forEach(s -> s.person().ifPresent(ids::add));
        return ids.isEmpty() ? Map.of() : book.people(ids);
    }

    /**
     * The records of whom these were, until they have been worked: the first time it is told, and again if that broke off.
     */
    Set<RecordRef> unworked(Collection<RecordRef> ended) {
        if (ended.isEmpty()) {
            return Set.of();
        }
        Map<RecordRef, Sighting> seen = book.sightings(ended);
        Map<PersonId, Person> owners = owners(seen.values());
        Set<RecordRef> theirs = new LinkedHashSet<>();
        seen.forEach((ref, s) ->
                s.person().map(owners::get).flatMap(p -> p.in(ref.crm())).ifPresent(held -> theirs.addAll(held.all())));
        return book.sightings(theirs).values().stream()
                .filter(Sighting::isUnworked)
                .map(Sighting::ref)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The same moves, each to what the record is in the end: some go on becoming others. */
    static Map<RecordRef, RecordRef> ends(Map<RecordRef, RecordRef> moves) {
        Map<RecordRef, RecordRef> ends = new LinkedHashMap<>();
        moves.forEach((old, now) -> ends.put(old, end(now, moves)));
        return ends;
    }

    private static RecordRef end(RecordRef from, Map<RecordRef, RecordRef> moves) {
        Set<RecordRef> way = new HashSet<>();
        RecordRef now = from;
        while (moves.containsKey(now) && way.add(now)) {
            now = moves.get(now);
        }
        return now;
    }

    /** What one call changes. */
    private final class Books {

        private final Map<RecordRef, Sighting> seen;
        private final Map<PersonId, Person> people;
        private final Instant at;
        private final Map<PersonId, Person> changed = new LinkedHashMap<>();
        private final Map<RecordRef, Sighting> news = new LinkedHashMap<>();
        private final Set<RecordRef> ended = new HashSet<>();
        private final Map<PersonId, PersonId> forgotten = new LinkedHashMap<>();
        private final List<JournalLine> journal = new ArrayList<>();

        Books(Map<RecordRef, Sighting> seen, Map<PersonId, Person> people, Instant at) {
            this.seen = seen;
            this.people = people;
            this.at = at;
        }

        void moved(RecordRef old, RecordRef now) {
            Sighting before = seen.get(old);
            Optional<Person> owner =
                    Optional.ofNullable(before).flatMap(Sighting::person).map(people::get);
            boolean held = owner.flatMap(p -> p.in(old.crm()))
                    .filter(h -> h.holds(old))
                    .isPresent();
            Optional<PersonId> holder = Optional.ofNullable(seen.get(now)).flatMap(Sighting::person);
            // one that was deleted may have come back before it became another: then the two are not one person yet
            if (before == null || !before.live() && !held && before.person().equals(holder)) {
                return;
            }
            buried(old);
            owner.ifPresent(p -> follow(p, old, now));
        }

        private void follow(Person person, RecordRef old, RecordRef now) {
            Optional<Person> holder = Optional.ofNullable(seen.get(now))
                    .flatMap(Sighting::person)
                    .map(people::get)
                    .filter(p -> !p.id().equals(person.id()));
            Holding held = person.in(old.crm()).orElseGet(() -> Holding.of(old));
            Holding next = held.principal().equals(old)
                    ? held.movedTo(now)
                    : held.withOther(now).withoutOther(old);
            Person moved = person.with(old.crm(), next);
            Person after = holder.map(h -> joined(h, moved, now)).orElse(moved);
            people.put(after.id(), after);
            changed.put(after.id(), after);
            // more may become this one
            see(new Sighting(now, Optional.of(after.id()), after.key(), after.email(), at, Instant.EPOCH, false, true));
            journal.add(new JournalLine(at, after.id(), Event.BECAME, old.crm(), now, Set.of(), "was " + old));
        }

        /** Whose records were merged were one human all along: the one who has the record goes on for both. */
        private Person joined(Person holder, Person other, RecordRef into) {
            Person joined = keyed(holder, other, into).with(lifecycle.joined(holder.progress(), other.progress()));
            people.remove(other.id());
            changed.remove(other.id());
            forgotten.replaceAll((gone, by) -> by.equals(other.id()) ? joined.id() : by);
            forgotten.put(other.id(), joined.id());
            Set<RecordRef> held = new LinkedHashSet<>();
            joined.holdings().values().forEach(h -> held.addAll(h.all()));
            book.sightings(held).forEach(seen::putIfAbsent);
            book.tombstones(other.id()).forEach(s -> seen.putIfAbsent(s.ref(), s));
            List.copyOf(seen.values()).stream()
                    .filter(s -> s.person().equals(Optional.of(other.id())))
                    .forEach(s -> see(s.of(joined.id())));
            // they are settled afresh: what both had is one person's now
            joined.holdings().values().stream()
                    .flatMap(h -> Optional.ofNullable(seen.get(h.principal())).stream())
                    .forEach(s -> see(s.unworked()));
            journal.add(new JournalLine(
                    at,
                    joined.id(),
                    Event.JOINED,
                    other.holdings().keySet().iterator().next(),
                    other.holdings().values().iterator().next().principal(),
                    Set.of(),
                    "was person " + other.id()));
            return joined;
        }

        /**
         * Both, by the key of the one who has a record where the other's is no more: that may go on holding its key.
         *
         * @param into the record that goes on, known as deleted still if it was brought back
         */
        private Person keyed(Person holder, Person other, RecordRef into) {
            boolean gone = book.tombstones(holder.id()).stream()
                    .map(Sighting::ref)
                    .filter(ref -> !ref.equals(into))
                    .map(RecordRef::crm)
                    .anyMatch(crm -> holder.in(crm).isEmpty() && other.in(crm).isPresent());
            Person both = holder.joinedBy(other);
            return gone ? both.withKey(other.key()) : both;
        }

        private void see(Sighting now) {
            seen.put(now.ref(), now);
            news.put(now.ref(), now);
        }

        void buried(RecordRef ref) {
            Sighting s = seen.get(ref);
            if (s != null && s.live()) {
                ended.add(ref);
                see(s.buried());
            }
        }

        void store() {
            if (!news.isEmpty()) {
                ledger.record(new WaveRecord(
                        List.copyOf(changed.values()),
                        List.copyOf(news.values()),
                        Set.of(),
                        ended,
                        List.of(),
                        journal,
                        forgotten));
            }
        }
    }
}
