package io.smarketing.core.sync.room;

import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
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

/** Keeps memory true when records become others or are deleted: the person stays the same person. */
final class Follow {

    private final PersonBook book;
    private final Ledger ledger;

    Follow(PersonBook book, Ledger ledger) {
        this.book = book;
        this.ledger = ledger;
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
        Set<PersonId> ids = new HashSet<>();
        seen.values().forEach(s -> s.person().ifPresent(ids::add));
        Books books = new Books(new LinkedHashMap<>(seen), new LinkedHashMap<>(book.people(ids)), at);
        moves.forEach(books::moved);
        gone.forEach(books::buried);
        books.store();
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
        private final List<Sighting> sightings = new ArrayList<>();
        private final Set<RecordRef> ended = new HashSet<>();
        private final Set<PersonId> forgotten = new HashSet<>();
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
            if (before == null || !before.live() && !held) {
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
            Person after = holder.map(h -> joined(h, moved)).orElse(moved);
            remember(after);
            Sighting there = new Sighting(
                    now, Optional.of(after.id()), after.key(), after.email(), at, Instant.EPOCH, false, true);
            sightings.add(there);
            // more may become this one
            seen.put(now, there);
            journal.add(new JournalLine(at, after.id(), Event.BECAME, old.crm(), now, Set.of(), "was " + old));
        }

        /** Whose records were merged were one human all along: the one who has the record goes on for both. */
        private Person joined(Person holder, Person other) {
            Person joined = holder.joinedBy(other);
            people.remove(other.id());
            changed.remove(other.id());
            forgotten.add(other.id());
            Set<RecordRef> theirs = new LinkedHashSet<>();
            other.holdings().values().forEach(h -> {
                theirs.add(h.principal());
                theirs.addAll(h.others());
            });
            book.sightings(theirs).values().stream().map(s -> s.of(joined.id())).forEach(sightings::add);
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

        private void remember(Person person) {
            people.put(person.id(), person);
            changed.put(person.id(), person);
        }

        void buried(RecordRef ref) {
            Sighting s = seen.get(ref);
            if (s != null && s.live()) {
                ended.add(ref);
                sightings.add(s.buried());
            }
        }

        void store() {
            if (!sightings.isEmpty()) {
                ledger.record(new WaveRecord(
                        List.copyOf(changed.values()), sightings, Set.of(), ended, List.of(), journal, forgotten));
            }
        }
    }
}
