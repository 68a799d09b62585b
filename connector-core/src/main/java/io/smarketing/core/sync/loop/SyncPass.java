package io.smarketing.core.sync.loop;

import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.person.Sighting;
import io.smarketing.core.sync.Ledger;
import io.smarketing.core.sync.Parked;
import io.smarketing.core.sync.Route;
import io.smarketing.core.sync.WaveRecord;
import io.smarketing.core.sync.loop.BlastRadius.GuardStop;
import io.smarketing.core.sync.room.Departures;
import io.smarketing.core.sync.room.Departures.Departed;
import io.smarketing.core.sync.room.Inquire;
import io.smarketing.core.sync.room.Listen;
import io.smarketing.core.sync.room.Recall;
import io.smarketing.core.sync.room.Recognise;
import io.smarketing.core.sync.room.Waves;
import io.smarketing.core.sync.settle.Settlement;
import io.smarketing.core.sync.told.Pairing;
import io.smarketing.core.sync.told.Told;
import io.smarketing.core.sync.write.Dispatch;
import io.smarketing.core.sync.write.Farewell;
import io.smarketing.core.sync.write.Tally;
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

/** One page through every room, in order: the table of contents of the program. */
public final class SyncPass {

    /** How often a person whose outcome is open is settled again from fresh reads before being put aside. */
    private static final int TRIES = 3;

    private final Route route;
    private final Rooms rooms;
    private final Ledger ledger;

    public SyncPass(Route route, Rooms rooms, Ledger ledger) {
        this.route = route;
        this.rooms = rooms;
        this.ledger = ledger;
    }

    /**
     * The rooms of one route.
     *
     * @param farewell there if deletions are carried over
     */
    public record Rooms(
            Departures departures,
            Listen listen,
            Waves waves,
            Recognise recognise,
            Inquire inquire,
            Recall settle,
            Dispatch dispatch,
            Optional<Farewell> farewell) {}

    /** @param firstLoad the book holds a fresh survey of the other side, which answers look-ups */
    Tally work(ChangePage page, boolean firstLoad, BlastRadius guard) throws GuardStop {
        Tally tally = depart(rooms.departures().of(page), page.readAt(), guard);
        boolean first = true;
        for (List<Told> wave : rooms.waves().cut(rooms.listen().tell(page))) {
            List<Told> told = first ? wave : rooms.listen().remember(wave);
            tally = tally.plus(wave(told, firstLoad, guard));
            first = false;
        }
        return tally;
    }

    private Tally depart(List<Departed> departed, Instant at, BlastRadius guard) throws GuardStop {
        if (departed.isEmpty()) {
            return Tally.NONE;
        }
        List<Departed> all = departed;
        Farewell.Outcome outcome = Farewell.Outcome.NONE;
        if (rooms.farewell().isPresent()) {
            all = rooms.departures().weighed(departed, at);
            List<Person> following = all.stream()
                    .filter(d -> d.why().isEmpty() && d.there())
                    .map(Departed::person)
                    .toList();
            guard.checkDeletions(route.to(), following);
            outcome = rooms.farewell().get().carry(following, at);
        }
        Set<PersonId> unknown = outcome.unknown();
        List<Departed> known =
                all.stream().filter(d -> !unknown.contains(d.person().id())).toList();
        rooms.departures().record(known, outcome.carried(), outcome.parked(), at);
        Map<CrmId, Long> deleted = Map.of(route.to(), (long) outcome.carried().size());
        return new Tally(departed.size(), Map.of(), deleted, 0, outcome.parked().size(), Set.of());
    }

    /** Records for which something is aside, once more as they are now: what was refused may be taken today. */
    Tally retry(List<RecordRef> aside, Instant readAt, BlastRadius guard) throws GuardStop {
        List<Told> told = rooms.listen().reread(aside, readAt);
        Set<RecordRef> ended = new LinkedHashSet<>(aside);
        told.forEach(t -> ended.remove(t.ref()));
        List<Parked> untried = ledger.parked(aside).stream()
                .filter(p -> !ended.contains(p.source()))
                .map(Parked::untried)
                .toList();
        ledger.record(new WaveRecord(List.of(), List.of(), Set.of(), ended, untried, List.of()));
        return waves(told, guard);
    }

    /** Records that the CRM hinted at, as they are now. */
    Tally hinted(Collection<RecordRef> refs, Instant readAt, BlastRadius guard) throws GuardStop {
        return waves(rooms.listen().reread(refs, readAt), guard);
    }

    private Tally waves(List<Told> told, BlastRadius guard) throws GuardStop {
        Tally tally = Tally.NONE;
        for (List<Told> wave : rooms.waves().cut(told)) {
            tally = tally.plus(wave(rooms.listen().remember(wave), false, guard));
        }
        return tally;
    }

    private Tally wave(List<Told> told, boolean firstLoad, BlastRadius guard) throws GuardStop {
        Map<RecordRef, Optional<RecordRef>> again = new LinkedHashMap<>();
        Check check = settlements -> guard.check(settlements, firstLoad);
        Tally tally = settle(told, firstLoad, firstLoad, check, again);
        for (int tries = 1; tries < TRIES && !again.isEmpty(); tries++) {
            List<Told> fresh = fresh(Map.copyOf(again), told.get(0).readAt());
            again.clear();
            tally = tally.plus(settle(fresh, false, firstLoad, check, again));
        }
        giveUp(again.keySet(), told);
        return tally;
    }

    private List<Told> fresh(Map<RecordRef, Optional<RecordRef>> again, Instant readAt) {
        return rooms.listen().reread(again.keySet(), readAt).stream()
                .map(t -> again.getOrDefault(t.ref(), Optional.empty())
                        .map(t::elsewhere)
                        .orElse(t))
                .toList();
    }

    private Tally settle(
            List<Told> told,
            boolean surveyed,
            boolean firstLoad,
            Check guard,
            Map<RecordRef, Optional<RecordRef>> again)
            throws GuardStop {
        List<Pairing> pairings = apart(rooms.recognise().pair(told, surveyed), again);
        told.forEach(t -> again.put(t.ref(), Optional.empty()));
        pairings.forEach(p -> again.remove(p.source().ref()));
        List<Settlement> settlements = rooms.settle().settle(rooms.inquire().ask(pairings), firstLoad);
        guard.check(settlements);
        return rooms.dispatch().send(route, settlements, again);
    }

    /** What must not be passed before anything is written. */
    @FunctionalInterface
    private interface Check {
        void check(List<Settlement> wave) throws GuardStop;
    }

    /** No person twice in a wave, also where two records turn out to be one person's: the second is settled after. */
    private static List<Pairing> apart(Collection<Pairing> pairings, Map<RecordRef, Optional<RecordRef>> again) {
        Set<PersonId> people = new HashSet<>();
        Set<RecordRef> targets = new HashSet<>();
        List<Pairing> now = new ArrayList<>();
        for (Pairing pairing : pairings) {
            boolean newTarget = pairing.target().map(t -> targets.add(t.ref())).orElse(true);
            if (people.add(pairing.person().id()) && newTarget) {
                now.add(pairing);
            } else {
                again.put(pairing.source().ref(), Optional.empty());
            }
        }
        return now;
    }

    private void giveUp(Set<RecordRef> open, List<Told> told) {
        if (open.isEmpty()) {
            return;
        }
        Instant at = told.get(0).readAt();
        List<Parked> parked = open.stream()
                .map(ref -> new Parked(
                        ref,
                        route.to(),
                        Optional.empty(),
                        FailureKind.UNKNOWN_OUTCOME,
                        "The other CRM's record kept moving or did not answer: the next run tries it again.",
                        "",
                        at))
                .toList();
        List<Told> left = told.stream().filter(t -> open.contains(t.ref())).toList();
        List<Sighting> seen = rooms.listen().remember(left).stream()
                .filter(t -> t.before().isEmpty())
                .map(t -> t.unworked(Optional.empty()))
                .toList();
        ledger.record(new WaveRecord(List.of(), seen, Set.of(), Set.of(), parked, List.of()));
    }
}
