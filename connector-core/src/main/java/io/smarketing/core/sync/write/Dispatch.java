package io.smarketing.core.sync.write;

import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Moved;
import io.smarketing.core.crm.WriteOutcome.Refused;
import io.smarketing.core.crm.WriteOutcome.Unknown;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.failure.Reaction;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.handoff.Testimony;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.Sighting;
import io.smarketing.core.sync.Intent;
import io.smarketing.core.sync.Ledger;
import io.smarketing.core.sync.Parked;
import io.smarketing.core.sync.Party;
import io.smarketing.core.sync.Posting;
import io.smarketing.core.sync.Route;
import io.smarketing.core.sync.WaveRecord;
import io.smarketing.core.sync.settle.Settlement;
import io.smarketing.core.sync.settle.Settlement.Write;
import io.smarketing.core.sync.told.Pairing.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rooms 8 and 9: a wave's commands are stored, sent to the far side, recorded, and then the same for the near side.
 * What is not answered stays stored as an intent.
 */
public final class Dispatch {

    private final Map<CrmId, Party> parties;
    private final Ledger ledger;
    private final Resolve resolve;
    private final Deliveries deliveries;

    public Dispatch(Map<CrmId, Party> parties, Ledger ledger, Resolve resolve, Deliveries deliveries) {
        this.parties = Map.copyOf(parties);
        this.ledger = ledger;
        this.resolve = resolve;
        this.deliveries = deliveries;
    }

    /**
     * Sends a wave and records it.
     *
     * @param again source records to settle again from fresh reads are added here, with where their person is said to be
     */
    public Tally send(Route route, List<Settlement> settlements, Map<RecordRef, Optional<RecordRef>> again) {
        List<Posting> notices =
                settlements.stream().flatMap(s -> s.notices().stream()).toList();
        if (!notices.isEmpty()) {
            // before what they tell of is recorded: whoever is settled once more after a crash has the same events
            ledger.outbox().add(notices);
        }
        List<Testimony> illegal = settlements.stream()
                .flatMap(s -> s.testimonies().stream())
                .filter(t -> t.how().isIllegal())
                .toList();
        if (!illegal.isEmpty()) {
            // as above: what is undone cannot be found once more
            ledger.record(new WaveRecord(List.of(), List.of(), Set.of(), Set.of(), List.of(), List.of()).with(illegal));
        }
        Wave wave = new Wave(settlements);
        wave.stage(route.to());
        wave.stage(route.from());
        wave.finish();
        again.putAll(wave.again());
        return wave.tally();
    }

    /** One wave on its way. */
    private final class Wave {

        private final List<Item> items = new ArrayList<>();
        private final Map<Item, List<Parked>> aside = new HashMap<>();
        private final Refusals refusals = new Refusals();
        private final List<JournalLine> journal = new ArrayList<>();
        private final List<Intent> unresolved = new ArrayList<>();
        private final Set<Item> stillAside = new HashSet<>();
        private final List<Item> shortened = new ArrayList<>();
        private Tally tally = Tally.NONE;

        Wave(List<Settlement> settlements) {
            Map<RecordRef, Item> owners = new LinkedHashMap<>();
            for (Settlement settlement : settlements) {
                Item item = new Item(settlement);
                items.add(item);
                item.asideRefs().forEach(ref -> owners.put(ref, item));
            }
            ledger.parked(owners.keySet())
                    .forEach(p -> aside.computeIfAbsent(owners.get(p.source()), i -> new ArrayList<>())
                            .add(p));
        }

        /** Sends what goes to one CRM; what is refused for one field alone goes once more without it. */
        void stage(CrmId crm) {
            List<Item> sending = items.stream().filter(i -> mayGo(i, crm)).toList();
            while (!sending.isEmpty()) {
                send(sending, crm);
                sending = List.copyOf(shortened);
                shortened.clear();
            }
        }

        /** Sends these and records the answers. */
        private void send(List<Item> sending, CrmId crm) {
            List<Intent> intents = sending.stream()
                    .map(item -> new Intent(
                            ledger.nextIntentId(),
                            crm,
                            item.write(crm).orElseThrow().command(),
                            item.after(crm),
                            item.stampBefore(crm),
                            item.conflicts()))
                    .toList();
            ledger.intend(intents);
            List<WriteOutcome> outcomes = parties.get(crm)
                    .crm()
                    .writer()
                    .write(intents.stream().map(Intent::command).toList());
            Set<Long> answered = new HashSet<>();
            List<Sighting> made = new ArrayList<>();
            for (int i = 0; i < outcomes.size(); i++) {
                boolean known = take(sending.get(i), crm, outcomes.get(i), made);
                if (known) {
                    answered.add(intents.get(i).id());
                } else {
                    unresolved.add(intents.get(i));
                }
            }
            record(sending, made, answered);
        }

        /** Whoever is settled again is left as before: what moved will be found once more. */
        private void record(List<Item> sent, List<Sighting> made, Set<Long> answered) {
            List<Sighting> seen = new ArrayList<>();
            List<JournalLine> lines = new ArrayList<>();
            List<Item> known =
                    sent.stream().filter(i -> i.isLinked() && !i.isAgain()).toList();
            known.forEach(i -> seen.addAll(i.links()));
            known.forEach(i -> lines.addAll(i.lines()));
            seen.addAll(made);
            ledger.record(new WaveRecord(people(known), seen, answered, Set.of(), List.of(), lines).with(said(known)));
        }

        private boolean mayGo(Item item, CrmId crm) {
            Optional<Write> write = item.write(crm);
            if (write.isEmpty() || item.isAgain()) {
                return false;
            }
            boolean creates = write.get().command() instanceof WriteCommand.Create;
            return (creates || item.isLinked()) && !refusedBefore(item, crm);
        }

        private boolean refusedBefore(Item item, CrmId crm) {
            boolean same = aside.getOrDefault(item, List.of()).stream()
                    .anyMatch(p -> p.target().equals(crm) && p.attempt().equals(item.attempt(crm)));
            if (same) {
                stillAside.add(item);
                item.aside();
            }
            return same;
        }

        /** False if the outcome is not known. */
        private boolean take(Item item, CrmId crm, WriteOutcome outcome, List<Sighting> news) {
            if (outcome instanceof Written w) {
                boolean made = !item.isLinked();
                item.written(crm, w);
                if (made) {
                    news.add(item.made(w));
                }
                count(item, crm, w, made);
            } else if (outcome instanceof Refused r && r.kind().reaction() != Reaction.SETTLE_AGAIN) {
                if (refusals.take(item, crm, r)) {
                    shortened.add(item);
                }
            } else {
                item.again(outcome instanceof Moved m ? Optional.of(m.to()) : Optional.empty());
            }
            return !(outcome instanceof Unknown);
        }

        private void count(Item item, CrmId crm, Written w, boolean made) {
            Write write = item.write(crm).orElseThrow();
            Set<FieldName> mapped = new HashSet<>(write.names().values());
            Set<String> fields = new HashSet<>();
            mapped.forEach(f -> fields.add(f.text()));
            if (mapped.size() < write.command().fields().names().size()) {
                fields.add("(own)");
            }
            Map<CrmId, Long> one = Map.of(crm, 1L);
            CrmId from = item.source().crm();
            if (!from.equals(crm)) {
                Duration lag = Duration.between(item.source().record().stamp(), w.at());
                deliveries.delivered(new Route(from, crm), lag.isNegative() ? Duration.ZERO : lag);
            }
            tally = tally.plus(new Tally(0, made ? one : Map.of(), made ? Map.of() : one, 0, 0, fields));
            journal.add(new JournalLine(
                    w.at(), item.person().id(), made ? Event.CREATED : Event.UPDATED, crm, w.ref(), mapped, ""));
        }

        /** Records everything else; the sources count as worked from here on. */
        void finish() {
            resolve.resolve(unresolved);
            List<Item> done = items.stream().filter(i -> !i.isAgain()).toList();
            List<Parked> parked = new ArrayList<>(refusals.parked());
            Set<RecordRef> cleared = new HashSet<>();
            List<Sighting> seen = new ArrayList<>();
            for (Item item : done) {
                parked.addAll(item.settlement().parked());
                if (item.isLinked()) {
                    journal.addAll(item.lines());
                }
                seen.addAll(item.seen());
                boolean settled = item.settlement().pairing().kind() != Kind.WIDOWED;
                if (settled && aside.containsKey(item) && !stillAside.contains(item)) {
                    cleared.addAll(item.settledRefs());
                }
            }
            long linked = done.stream()
                    .filter(i -> i.settlement().pairing().kind() == Kind.MATCHED)
                    .count();
            tally = tally.plus(new Tally(done.size(), Map.of(), Map.of(), linked, parked.size(), Set.of()));
            ledger.record(new WaveRecord(people(done), seen, Set.of(), cleared, parked, journal).with(said(done)));
        }

        /** Told as often as the person is stored: the ledger keeps each word once. */
        private static List<Testimony> said(List<Item> of) {
            return of.stream()
                    .filter(Item::isLinked)
                    .flatMap(i -> i.settlement().testimonies().stream())
                    .toList();
        }

        private static List<Person> people(List<Item> of) {
            return of.stream().flatMap(i -> i.news().stream()).toList();
        }

        Map<RecordRef, Optional<RecordRef>> again() {
            Map<RecordRef, Optional<RecordRef>> refs = new LinkedHashMap<>();
            items.stream()
                    .filter(Item::isAgain)
                    .forEach(i -> refs.put(i.source().ref(), i.elsewhere()));
            return refs;
        }

        Tally tally() {
            return tally;
        }
    }
}
