package io.smarketing.core.sync.loop;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.Remembered;
import io.smarketing.core.sync.Bookmark;
import io.smarketing.core.sync.loop.BlastRadius.GuardStop;
import io.smarketing.core.sync.watch.Watch;
import io.smarketing.core.sync.write.Tally;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The clocks' turn in a round: they are judged up to the time at which both CRMs had been read, so that nothing is late
 * only because we were, and then both CRMs are told.
 *
 * @param passes the way from each CRM
 * @param between run where nothing is in flight
 */
record ClockTurn(Workspace space, Map<CrmId, SyncPass> passes, Runnable between) {

    Tally take(BlastRadius guard) throws GuardStop {
        Optional<Instant> upTo = readUpTo();
        return space.watch().isPresent() && upTo.isPresent()
                ? take(space.watch().get(), upTo.get(), guard)
                : Tally.NONE;
    }

    private Tally take(Watch watch, Instant upTo, BlastRadius guard) throws GuardStop {
        watch.look(upTo, new Remembered(space.schemas()), between);
        boolean isShown = isShown();
        Tally tally = Tally.NONE;
        for (Collection<Person> untold = watch.untold(); !untold.isEmpty(); untold = watch.untold()) {
            List<Person> shown = untold.stream()
                    .filter(p -> isShown || p.progress().handover().answer().isPresent())
                    .toList();
            tally = tally.plus(tell(shown, upTo, guard));
            watch.told(untold);
            between.run();
        }
        return tally;
    }

    /** Until then both CRMs are known; empty during a first load. */
    private Optional<Instant> readUpTo() {
        List<Bookmark> marks = Stream.of(space.first(), space.second())
                .map(p -> space.ledger().bookmark(p.id()))
                .toList();
        return marks.stream().allMatch(Bookmark::loaded)
                ? marks.stream().flatMap(m -> m.lastRound().stream()).min(Instant::compareTo)
                : Optional.empty();
    }

    private boolean isShown() {
        return space.mapping().own().values().stream()
                .flatMap(types -> types.values().stream())
                .anyMatch(own -> own.handoff().slaDueAt().isPresent()
                        || own.handoff().slaState().isPresent());
    }

    /** Whoever is read in one CRM is written in both. */
    private Tally tell(Collection<Person> untold, Instant readAt, BlastRadius guard) throws GuardStop {
        Map<CrmId, Set<RecordRef>> refs = new LinkedHashMap<>();
        untold.stream()
                .flatMap(p -> p.holdings().values().stream().limit(1))
                .map(Holding::principal)
                .forEach(ref -> refs.computeIfAbsent(ref.crm(), crm -> new LinkedHashSet<>())
                        .add(ref));
        Tally tally = Tally.NONE;
        for (Map.Entry<CrmId, Set<RecordRef>> of : refs.entrySet()) {
            tally = tally.plus(passes.get(of.getKey()).hinted(of.getValue(), readAt, guard));
        }
        return tally;
    }
}
