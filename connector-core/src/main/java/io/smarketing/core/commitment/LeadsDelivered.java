package io.smarketing.core.commitment;

import io.smarketing.core.commitment.CommitmentBook.Delivered;
import io.smarketing.core.sla.terms.Commitment;
import io.smarketing.core.sla.terms.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Measures a commitment of marketing's by the leads that count for it. */
record LeadsDelivered(Commitment commitment, CommitmentBook book) implements Duty.Measure {

    @Override
    public Score score(Period period, Instant until) {
        Delivered delivered = book.delivered(commitment.name(), period, until);
        return new Score(commitment.count(), delivered.leads(), delivered.sentBack(), commitment.accepted());
    }

    @Override
    public List<Part> parts(Period period, Instant until, Instant before) {
        Map<String, Map<String, Long>> now = book.parts(commitment.name(), period, until);
        Map<String, Map<String, Long>> then = book.parts(commitment.name(), period.plus(-1), before);
        Set<String> kinds = new TreeSet<>(now.keySet());
        kinds.addAll(then.keySet());
        List<Part> parts = new ArrayList<>();
        for (String kind : kinds) {
            Map<String, Long> here = now.getOrDefault(kind, Map.of());
            Map<String, Long> there = then.getOrDefault(kind, Map.of());
            Set<String> names = new TreeSet<>(here.keySet());
            names.addAll(there.keySet());
            names.forEach(n -> parts.add(new Part(kind, n, here.getOrDefault(n, 0L), there.getOrDefault(n, 0L))));
        }
        parts.sort(Part.FEWER_FIRST);
        return parts;
    }
}
