package io.smarketing.testkit.books.memory;

import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.sync.Parked;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is parked, as a map. */
public final class MemoryAside {

    private static final Comparator<Parked> BY_PLACE = Comparator.comparing(Parked::source)
            .thenComparing(Parked::target)
            .thenComparing(p -> p.field().map(FieldName::text).orElse(""));

    private final Map<Place, Parked> all = new HashMap<>();
    private final Map<Place, Instant> tried = new HashMap<>();

    public void take(MemoryAside other) {
        all.putAll(other.all);
        tried.putAll(other.tried);
    }

    public void clear(Set<RecordRef> sources) {
        all.values().removeIf(p -> sources.contains(p.source()));
    }

    /** What is aside for the same cause again has been so since before. */
    public void replace(Set<RecordRef> cleared, List<Parked> parked) {
        Map<Parked.Trouble, Instant> since = new HashMap<>();
        all.values().forEach(p -> since.put(p.trouble(), p.at()));
        clear(cleared);
        for (Parked p : parked) {
            Instant at = since.getOrDefault(p.trouble(), p.at());
            tried.put(place(p), p.at());
            all.put(place(p), new Parked(p.source(), p.target(), p.field(), p.kind(), p.sentence(), p.attempt(), at));
        }
    }

    private static Place place(Parked p) {
        return new Place(p.source(), p.target(), p.field());
    }

    public List<Parked> of(Collection<RecordRef> sources) {
        Set<RecordRef> asked = new HashSet<>(sources);
        return all.values().stream()
                .filter(p -> asked.contains(p.source()))
                .sorted(BY_PLACE)
                .toList();
    }

    public List<RecordRef> sources(CrmId crm, Instant upTo, Optional<RecordRef> after, int most) {
        return all.values().stream()
                .filter(p ->
                        p.source().crm().equals(crm) && !tried.get(place(p)).isAfter(upTo))
                .map(Parked::source)
                .filter(ref -> after.map(a -> ref.compareTo(a) > 0).orElse(true))
                .sorted()
                .distinct()
                .limit(most)
                .toList();
    }

    public Map<FailureKind, Long> byCause() {
        return all.values().stream()
                .collect(Collectors.groupingBy(
                        Parked::kind, () -> new EnumMap<>(FailureKind.class), Collectors.counting()));
    }

    /** The oldest first. */
    public List<Parked> byAge() {
        return all.values().stream()
                .sorted(Comparator.comparing(Parked::at).thenComparing(BY_PLACE))
                .toList();
    }

    /** What at most one row may be parked for. */
    private record Place(RecordRef source, CrmId target, Optional<FieldName> field) {}
}
