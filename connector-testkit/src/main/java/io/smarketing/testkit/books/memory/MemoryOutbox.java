package io.smarketing.testkit.books.memory;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sync.Outbox;
import io.smarketing.core.sync.Posting;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What people are to be told, as a map. */
public final class MemoryOutbox implements Outbox {

    private final Map<Key, Optional<Posting>> all = new LinkedHashMap<>();
    private final Map<Key, PersonId> people = new LinkedHashMap<>();
    private final Consumer<List<JournalLine>> journal;

    /** @param journal takes the lines of what was closed */
    public MemoryOutbox(Consumer<List<JournalLine>> journal) {
        this.journal = journal;
    }

    private record Key(CrmId crm, String event) {
        static Key of(Posting posting) {
            return new Key(posting.crm(), posting.notice().event());
        }
    }

    public void take(MemoryOutbox other) {
        all.putAll(other.all);
        people.putAll(other.people);
    }

    @Override
    public synchronized void add(List<Posting> news) {
        for (Posting posting : news) {
            all.putIfAbsent(Key.of(posting), Optional.of(posting));
            people.putIfAbsent(Key.of(posting), posting.person());
        }
    }

    @Override
    public synchronized List<Posting> open(CrmId crm, int most) {
        return all.values().stream()
                .flatMap(Optional::stream)
                .filter(p -> p.crm().equals(crm))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized Map<CrmId, Long> waiting() {
        return all.values().stream()
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(Posting::crm, TreeMap::new, Collectors.counting()));
    }

    @Override
    public synchronized void sending(List<Posting> postings, Instant at) {
        sent(postings, Optional.of(at));
    }

    @Override
    public synchronized void missing(List<Posting> postings, Instant at) {
        change(postings, h -> new Posting(h.person(), h.notice(), h.sent(), Optional.of(at)));
    }

    @Override
    public synchronized void unsent(List<Posting> postings) {
        sent(postings, Optional.empty());
    }

    private void sent(List<Posting> postings, Optional<Instant> at) {
        change(postings, h -> new Posting(h.person(), h.notice(), at, Optional.empty()));
    }

    private void change(List<Posting> postings, UnaryOperator<Posting> how) {
        postings.forEach(p -> all.computeIfPresent(Key.of(p), (k, held) -> held.map(how)));
    }

    @Override
    public synchronized void close(List<Posting> postings, List<JournalLine> lines) {
        postings.forEach(p -> all.replace(Key.of(p), Optional.empty()));
        journal.accept(lines);
    }

    /** What is about somebody who is no more is about who goes on. */
    public synchronized void handOver(Map<PersonId, PersonId> joined) {
        people.replaceAll((k, person) -> joined.getOrDefault(person, person));
        all.replaceAll((k, held) -> held.map(h -> new Posting(people.get(k), h.notice(), h.sent(), h.missing())));
    }

    /** All that is about these people. */
    public synchronized void forget(Collection<PersonId> gone) {
        people.values().removeIf(gone::contains);
        all.keySet().retainAll(people.keySet());
    }
}
