package io.smarketing.core.sync.room;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.Change.Became;
import io.smarketing.core.crm.Change.Changed;
import io.smarketing.core.crm.Change.Gone;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.mapping.Dictionary;
import io.smarketing.core.mapping.FieldMap;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonBook;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.person.Sighting;
import io.smarketing.core.person.Traces;
import io.smarketing.core.sync.Ledger;
import io.smarketing.core.sync.Party;
import io.smarketing.core.sync.told.Heard;
import io.smarketing.core.sync.told.Told;
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

/**
 * Rooms 1 and 2, for one CRM: takes a page of changes, drops what is known at that stamp, reads the records that the
 * feed did not carry, and tells them in our words together with whom they belong to by memory.
 */
public final class Listen {

    private final Party from;
    private final Dictionary dictionary;
    private final PersonBook book;
    private final Ledger ledger;
    private final Follow follow;

    public Listen(Party from, Dictionary dictionary, Lifecycle lifecycle, PersonBook book, Ledger ledger) {
        this.from = from;
        this.dictionary = dictionary;
        this.book = book;
        this.ledger = ledger;
        this.follow = new Follow(book, ledger, lifecycle);
    }

    /** The records that a page touches. */
    public List<Told> tell(ChangePage page) {
        Map<RecordRef, RecordRef> became = new LinkedHashMap<>();
        Set<RecordRef> gone = new LinkedHashSet<>();
        Map<RecordRef, Changed> changed = new LinkedHashMap<>();
        for (Change change : page.changes()) {
            if (change instanceof Became b) {
                became.put(b.ref(), b.now());
            } else if (change instanceof Gone g) {
                gone.add(g.ref());
            } else if (change instanceof Changed c) {
                changed.put(c.ref(), c);
            }
        }
        follow.record(Follow.ends(became), gone, page.readAt());
        Set<RecordRef> ended = new LinkedHashSet<>(became.keySet());
        ended.addAll(gone);
        Map<RecordRef, Sighting> seen = book.sightings(changed.keySet());
        changed.values().removeIf(c -> !page.listing() && isKnown(c, seen));
        Map<RecordRef, CrmRecord> records = new LinkedHashMap<>();
        Set<RecordRef> toRead = new LinkedHashSet<>(follow.unworked(ended));
        changed.forEach((ref, c) -> c.record()
                .filter(r -> !isStale(r, seen))
                .ifPresentOrElse(r -> records.put(ref, r), () -> toRead.add(ref)));
        toRead.removeAll(records.keySet());
        records.putAll(read(toRead, page.readAt()));
        Map<RecordRef, Instant> stamps = new LinkedHashMap<>();
        changed.forEach((ref, c) -> stamps.put(ref, c.stamp()));
        // whatever was read may have moved meanwhile
        return toRead.isEmpty()
                ? tell(records.values(), seen, stamps, page.readAt())
                : tell(records.values(), stamps, page.readAt());
    }

    /** The records under these references, read afresh. */
    public List<Told> reread(Collection<RecordRef> refs, Instant readAt) {
        return tell(read(refs, readAt).values(), Map.of(), readAt);
    }

    /** The same records with the people that memory has by now. */
    public List<Told> remember(List<Told> told) {
        return told.isEmpty()
                ? told
                : tell(
                        told.stream().map(Told::record).toList(),
                        Map.of(),
                        told.get(0).readAt());
    }

    private static boolean isKnown(Changed change, Map<RecordRef, Sighting> seen) {
        Sighting before = seen.get(change.ref());
        return change.record().isEmpty()
                && before != null
                && before.ripe()
                && before.stamp().equals(change.stamp());
    }

    /** A row that was gathered before something newer of the record was seen, such as our own write's answer. */
    private static boolean isStale(CrmRecord record, Map<RecordRef, Sighting> seen) {
        Sighting before = seen.get(record.ref());
        return before != null && before.stamp().isAfter(record.stamp());
    }

    /** Reads by reference; what has moved or is deleted is followed on the way. */
    private Map<RecordRef, CrmRecord> read(Collection<RecordRef> refs, Instant at) {
        if (refs.isEmpty()) {
            return Map.of();
        }
        Map<RecordRef, CrmRecord> found = from.crm().reader().byRefs(refs);
        Map<RecordRef, RecordRef> moves = new LinkedHashMap<>();
        Map<RecordRef, CrmRecord> live = new LinkedHashMap<>();
        found.forEach((asked, record) -> {
            if (!asked.equals(record.ref())) {
                moves.put(asked, record.ref());
            }
            live.put(record.ref(), record);
        });
        Set<RecordRef> gone = new LinkedHashSet<>(refs);
        gone.removeAll(found.keySet());
        follow.record(moves, gone, at);
        return live;
    }

    private List<Told> tell(Collection<CrmRecord> found, Map<RecordRef, Instant> stamps, Instant readAt) {
        return tell(found, book.sightings(refs(found)), stamps, readAt);
    }

    private static Set<RecordRef> refs(Collection<CrmRecord> records) {
        return records.stream().map(CrmRecord::ref).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Whoever was erased is told of to nobody.
     *
     * @param seen what the book has of them
     * @param stamps what the feed showed, where it showed the record; it may be that of something about it
     */
    private List<Told> tell(
            Collection<CrmRecord> found,
            Map<RecordRef, Sighting> seen,
            Map<RecordRef, Instant> stamps,
            Instant readAt) {
        Traces erased = book.erased(Traces.of(found));
        List<CrmRecord> records = found.stream().filter(r -> !erased.leadTo(r)).toList();
        Set<RecordRef> aside = new HashSet<>();
        ledger.parked(refs(records)).forEach(p -> aside.add(p.source()));
        Set<PersonId> ids = new HashSet<>();
        records.forEach(r ->
                Optional.ofNullable(seen.get(r.ref())).flatMap(Sighting::person).ifPresent(ids::add));
        Map<PersonId, Person> people = book.people(ids);
        List<Told> told = new ArrayList<>();
        for (CrmRecord record : records) {
            FieldMap map = dictionary.of(from.id(), record.ref().type());
            Optional<Sighting> before = Optional.ofNullable(seen.get(record.ref()));
            Optional<Person> person = before.flatMap(Sighting::person).map(people::get);
            Instant stamp = stamps.getOrDefault(record.ref(), record.stamp());
            Heard heard = isActive(record, stamp, before) ? Heard.ACTIVE : Heard.NOTHING;
            told.add(new Told(
                    record, map, map.read(record), person, before, aside.contains(record.ref()), heard, readAt));
        }
        return told;
    }

    /** Our own last write is nothing new, although its stamp may never have been seen. */
    private static boolean isActive(CrmRecord record, Instant stamp, Optional<Sighting> before) {
        boolean ours = record.modifiedBy() == Author.OURSELVES && !stamp.isAfter(record.stamp());
        return !ours && before.map(s -> !s.stamp().equals(stamp)).orElse(true);
    }
}
