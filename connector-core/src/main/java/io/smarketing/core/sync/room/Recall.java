package io.smarketing.core.sync.room;

import io.smarketing.core.lifecycle.TrackRecord;
import io.smarketing.core.person.PersonBook;
import io.smarketing.core.sync.settle.Settle;
import io.smarketing.core.sync.told.Pairing;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks the book how leads of a source fared: one question for a wave, and only where a handoff begins in it. */
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

    /** The same pairings, with the track record of their source where it is to be told. */
    List<Pairing> tell(List<Pairing> pairings) {
        Map<Pairing, String> sources = new IdentityHashMap<>();
        pairings.forEach(p -> settle.handedOver(p).ifPresent(source -> sources.put(p, source)));
        if (sources.isEmpty()) {
            return pairings;
        }
        Map<String, TrackRecord> records = book.trackRecords(Set.copyOf(sources.values()), won);
        return pairings.stream()
                .map(p -> sources.containsKey(p) ? p.with(records.getOrDefault(sources.get(p), TrackRecord.NONE)) : p)
                .toList();
    }
}
