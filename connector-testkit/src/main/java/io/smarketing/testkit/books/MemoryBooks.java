package io.smarketing.testkit.books;

import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lifecycle.TrackRecord;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonBook;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.person.Sighting;
import io.smarketing.core.person.Traces;
import io.smarketing.core.report.Overview;
import io.smarketing.core.sync.Bookmark;
import io.smarketing.core.sync.Intent;
import io.smarketing.core.sync.Ledger;
import io.smarketing.core.sync.Outbox;
import io.smarketing.core.sync.Parked;
import io.smarketing.core.sync.WaveRecord;
import io.smarketing.testkit.books.memory.MemoryAside;
import io.smarketing.testkit.books.memory.MemoryCounts;
import io.smarketing.testkit.books.memory.MemoryErasures;
import io.smarketing.testkit.books.memory.MemoryHandoffs;
import io.smarketing.testkit.books.memory.MemoryIntents;
import io.smarketing.testkit.books.memory.MemoryJournal;
import io.smarketing.testkit.books.memory.MemoryOutbox;
import io.smarketing.testkit.books.memory.MemorySightings;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All the books as maps: what a store does, as plainly as it can be said. */
public final class MemoryBooks implements PersonBook, Ledger, Overview {

    private final Map<PersonId, Person> people = new TreeMap<>(Comparator.comparing(PersonId::toString));
    private final MemoryHandoffs handoffs = new MemoryHandoffs();
    private final MemorySightings sightings = new MemorySightings();
    private final MemoryIntents intents = new MemoryIntents();
    private final MemoryAside parked = new MemoryAside();
    private final MemoryErasures erasures = new MemoryErasures();
    private final Map<CrmId, Bookmark> bookmarks = new TreeMap<>();
    private final Map<CrmId, QuotaUse> quotas = new TreeMap<>();
    private final MemoryJournal journal = new MemoryJournal();
    private final MemoryOutbox outbox = new MemoryOutbox(journal::add);
    private Map<FieldName, String> mapping = Map.of();

    /** Books of their own that hold the same. */
    public synchronized MemoryBooks copy() {
        MemoryBooks copy = new MemoryBooks();
        copy.people.putAll(people);
        copy.sightings.take(sightings);
        copy.intents.take(intents);
        copy.parked.take(parked);
        copy.handoffs.take(handoffs);
        copy.erasures.take(erasures);
        copy.bookmarks.putAll(bookmarks);
        copy.quotas.putAll(quotas);
        copy.journal.add(journal.all());
        copy.outbox.take(outbox);
        copy.mapping = mapping;
        return copy;
    }

    /** The journal, oldest line first. */
    public synchronized List<JournalLine> journal() {
        return journal.all();
    }

    /** Everybody known, in the order of their ids. */
    public synchronized List<Person> everybody() {
        return List.copyOf(people.values());
    }

    @Override
    public synchronized Map<RecordRef, Sighting> sightings(Collection<RecordRef> refs) {
        return sightings.of(refs);
    }

    @Override
    public synchronized List<Sighting> sightedByKey(CrmId crm, Collection<String> keys) {
        return sightings.byKey(crm, keys);
    }

    @Override
    public synchronized List<Sighting> sightedByEmail(CrmId crm, Collection<Email> emails) {
        return sightings.byEmail(crm, emails);
    }

    @Override
    public synchronized long sighted(CrmId crm) {
        return sightings.live(crm);
    }

    @Override
    public synchronized Map<PersonId, Person> people(Collection<PersonId> ids) {
        return pick(people, ids);
    }

    private static <K, V> Map<K, V> pick(Map<K, V> all, Collection<K> keys) {
        Map<K, V> found = new LinkedHashMap<>();
        keys.forEach(k -> Optional.ofNullable(all.get(k)).ifPresent(v -> found.put(k, v)));
        return found;
    }

    @Override
    public synchronized Map<String, Person> byKeys(Collection<String> keys) {
        Map<String, Person> all = people.values().stream().collect(Collectors.toMap(Person::key, Function.identity()));
        return pick(all, keys);
    }

    @Override
    public synchronized Map<String, TrackRecord> trackRecords(Collection<String> sources, Set<String> won) {
        return handoffs.records(sources, won);
    }

    @Override
    public synchronized long known() {
        return people.size();
    }

    @Override
    public synchronized void intend(List<Intent> news) {
        intents.add(news);
    }

    @Override
    public synchronized List<Intent> openIntents() {
        return intents.open();
    }

    @Override
    public synchronized long nextIntentId() {
        return intents.nextId();
    }

    @Override
    public synchronized void record(WaveRecord wave) {
        Map<PersonId, Person> all = new TreeMap<>(people);
        all.keySet().removeAll(wave.forgotten().keySet());
        wave.people().forEach(p -> all.put(p.id(), p));
        if (all.values().stream().map(Person::key).distinct().count() < all.size()) {
            throw new IllegalStateException("two people cannot have one key");
        }
        people.putAll(all);
        people.keySet().removeAll(wave.forgotten().keySet());
        handoffs.store(wave.people());
        handoffs.forget(wave.forgotten().keySet());
        outbox.handOver(wave.forgotten());
        sightings.store(wave.sightings());
        intents.erase(wave.answered());
        parked.replace(wave.cleared(), wave.parked());
        journal.add(wave.journal());
    }

    @Override
    public synchronized Bookmark bookmark(CrmId crm) {
        return Optional.ofNullable(bookmarks.get(crm)).orElseGet(() -> Bookmark.fresh(crm));
    }

    @Override
    public synchronized void move(Bookmark bookmark) {
        bookmarks.put(bookmark.crm(), bookmark);
    }

    @Override
    public synchronized List<Parked> parked(Collection<RecordRef> sources) {
        return parked.of(sources);
    }

    @Override
    public synchronized List<RecordRef> aside(CrmId crm, Instant upTo, Optional<RecordRef> after, int most) {
        return parked.sources(crm, upTo, after, most);
    }

    @Override
    public synchronized Map<FieldName, String> mapping() {
        return mapping;
    }

    @Override
    public synchronized void quota(CrmId crm, QuotaUse use) {
        quotas.put(crm, use);
    }

    @Override
    public synchronized void adopt(Map<FieldName, String> now) {
        mapping = Map.copyOf(now);
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public synchronized Traces erased(Traces traces) {
        return erasures.of(traces);
    }

    @Override
    public synchronized void askErasure(Set<RecordRef> records) {
        erasures.ask(records);
    }

    @Override
    public synchronized Set<RecordRef> erasuresAsked() {
        return erasures.asked();
    }

    @Override
    public synchronized Set<RecordRef> erase(Set<RecordRef> records) {
        Set<RecordRef> refs = new HashSet<>();
        Set<PersonId> gone = erasures.erase(records, refs, sightings.all(), people.values());
        people.keySet().removeAll(gone);
        handoffs.forget(gone);
        intents.forget(gone);
        outbox.forget(gone);
        journal.forget(gone);
        sightings.forget(refs, gone);
        parked.clear(refs);
        return refs;
    }

    @Override
    public synchronized long people() {
        return people.size();
    }

    @Override
    public synchronized Map<String, Long> byStage() {
        return new MemoryCounts(people.values()).byStage();
    }

    @Override
    public synchronized Map<CrmId, Long> others() {
        return new MemoryCounts(people.values()).others();
    }

    @Override
    public synchronized List<Bookmark> bookmarks() {
        return List.copyOf(bookmarks.values());
    }

    @Override
    public synchronized Map<FailureKind, Long> parkedByCause() {
        return parked.byCause();
    }

    @Override
    public synchronized List<Parked> parked(int most) {
        return parked.byAge().stream().limit(most).toList();
    }

    @Override
    public synchronized void parked(FailureKind cause, int most, Consumer<Parked> each) {
        parked.byAge().stream().filter(p -> p.kind() == cause).limit(most).forEach(each);
    }

    @Override
    public synchronized List<JournalLine> journal(PersonId person, int most) {
        return journal.of(person, most);
    }

    @Override
    public synchronized List<Sighting> tombstones(PersonId person) {
        return sightings.tombstones(person);
    }

    @Override
    public synchronized Map<Event, Map<FieldName, Long>> leftAlone() {
        return journal.leftAlone();
    }

    @Override
    public synchronized void durations(String from, String to, BiConsumer<PersonId, Duration> each) {
        new MemoryCounts(everybody()).durations(from, to, each);
    }

    @Override
    public synchronized Map<CrmId, QuotaUse> quotas() {
        return Map.copyOf(quotas);
    }
}
