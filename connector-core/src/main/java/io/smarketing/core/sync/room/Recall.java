package io.smarketing.core.sync.room;

import io.smarketing.core.lifecycle.TrackRecord;
import io.smarketing.core.person.PersonBook;
import io.smarketing.core.sync.settle.Settle;
import io.smarketing.core.sync.settle.Settlement;
import io.smarketing.core.sync.told.Pairing;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Has a wave settled, and those in whom a handoff began once more with how leads of their source fared so far: one
 * question to the book for all of them.
 */
public final class Recall {

    private final PersonBook book;
    private final Settle settle;
    private final Set<String> won;

    /** @param won the stages of somebody who has bought */
    public Recall(PersonBook book, Settle settle, Set<String> won) {
        this.book = book;
        this.settle = settle;
        this.won = Set.copyOf(won);
    }

    /** @param firstLoad the book is still filling: what it says of others would mislead */
    public List<Settlement> settle(List<Pairing> pairings, boolean firstLoad) {
        List<Settlement> wave = pairings.stream().map(settle::settle).toList();
        return firstLoad ? wave : told(wave);
    }

    private List<Settlement> told(List<Settlement> wave) {
        Map<Settlement, String> sources = new IdentityHashMap<>();
        wave.forEach(s -> settle.handedOver(s).ifPresent(source -> sources.put(s, source)));
        if (sources.isEmpty()) {
            return wave;
        }
        Map<String, TrackRecord> records = book.trackRecords(Set.copyOf(sources.values()), won);
        return wave.stream()
                .map(s -> sources.containsKey(s) ? settle.settle(s.pairing().with(record(records, sources.get(s)))) : s)
                .toList();
    }

    private static TrackRecord record(Map<String, TrackRecord> records, String source) {
        return records.getOrDefault(source, TrackRecord.NONE);
    }
}
