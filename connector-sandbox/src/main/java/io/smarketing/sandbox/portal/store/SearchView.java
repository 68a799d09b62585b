package io.smarketing.sandbox.portal.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The records as the search index knows them: a change shows up only after the lag that held when it was made. */
final class SearchView {

    private final LongSupplier now;
    private final LongSupplier lagMs;
    private final ArrayDeque<Pending> pending = new ArrayDeque<>();

    SearchView(LongSupplier now, LongSupplier lagMs) {
        this.now = now;
        this.lagMs = lagMs;
    }

    /** Notes that a record is about to change, with what the index still shows of it. */
    void changing(long id, Optional<StoredRecord> before) {
        long lag = lagMs.getAsLong();
        if (lag > 0) {
            pending.addLast(new Pending(id, before, now.getAsLong() + lag));
        }
    }

    /** The live records in the order of their ids, each as the index shows it now. */
    Collection<StoredRecord> rows(NavigableMap<Long, StoredRecord> live) {
        long time = now.getAsLong();
        pending.removeIf(each -> each.visibleAt() <= time);
        if (pending.isEmpty()) {
            return live.values();
        }
        Map<Long, Optional<StoredRecord>> shown = new HashMap<>();
        pending.forEach(each -> shown.putIfAbsent(each.id(), each.before()));
        List<StoredRecord> rows = new ArrayList<>(live.size());
        live.forEach((id, record) -> {
            if (!shown.containsKey(id)) {
                rows.add(record);
            }
        });
        shown.values().forEach(before -> before.ifPresent(rows::add));
        rows.sort(Comparator.comparingLong(StoredRecord::id));
        return rows;
    }

    /** A change that the index has not taken in. */
    private record Pending(long id, Optional<StoredRecord> before, long visibleAt) {}
}
