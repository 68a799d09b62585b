package io.smarketing.core.sync.loop;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.sync.Ledger;
import io.smarketing.core.sync.Parked;
import io.smarketing.core.sync.WaveRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Forgets what was tried for rows that are put aside, so that the same is tried once more. */
public record Untried(Ledger ledger) {

    private static final int AT_ONCE = 1_000;
    private static final Instant EVER = Instant.ofEpochMilli(Long.MAX_VALUE);

    /** Rows whose source stands in one of these CRMs; returns how many there were. */
    public long forget(Collection<CrmId> crms, Predicate<Parked> which) {
        long forgotten = 0;
        for (CrmId crm : crms) {
            List<RecordRef> aside = ledger.aside(crm, EVER, Optional.empty(), AT_ONCE);
            while (!aside.isEmpty()) {
                forgotten += these(aside, which);
                aside = ledger.aside(crm, EVER, Optional.of(aside.get(aside.size() - 1)), AT_ONCE);
            }
        }
        return forgotten;
    }

    private long these(Collection<RecordRef> sources, Predicate<Parked> which) {
        List<Parked> untried = ledger.parked(sources).stream()
                .filter(which)
                .map(Parked::untried)
                .toList();
        if (!untried.isEmpty()) {
            ledger.record(new WaveRecord(List.of(), List.of(), Set.of(), Set.of(), untried, List.of()));
        }
        return untried.size();
    }
}
