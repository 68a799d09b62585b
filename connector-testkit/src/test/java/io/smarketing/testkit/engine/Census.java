package io.smarketing.testkit.engine;

import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sync.Parked;
import io.smarketing.testkit.crm.FakeCrm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What must be true of all people and records whenever both sides are at rest, whatever was deleted and merged. */
final class Census {
    private static final List<String> STAMPS = List.of("mql", "sql", "opportunity", "customer", "recycled");
    private static final Map<String, Moment> MOMENTS = Map.of(
            "assigned_at", Moment.ASSIGNED,
            "touched_at", Moment.TOUCHED,
            "accepted_at", Moment.ACCEPTED,
            "rejected_at", Moment.REJECTED);

    private final Bench bench;
    private final List<String> equal = new ArrayList<>(List.of("key", "email", "name", "title", "city"));
    private final Map<String, Map<String, Instant>> before = new HashMap<>();
    private final List<Merged> merged = new ArrayList<>();
    private final Map<String, Map<CrmId, Integer>> made = new TreeMap<>();
    private final Map<String, String> sameAs = new TreeMap<>();
    private final List<String> sins = new ArrayList<>();

    Census(Bench bench, boolean funnel) {
        this.bench = bench;
        STAMPS.forEach(s -> equal.add(s + "_at"));
        if (funnel) {
            equal.addAll(List.of("score", "verdict", "reason", "rating", "touch_minutes", "touch_business", "judge"));
            equal.addAll(MOMENTS.keySet());
        }
        watch();
    }

    /** Looks at each command before it takes effect. */
    void watch() {
        for (FakeCrm crm : List.of(bench.left, bench.right)) {
            crm.mishaps().refuse(c -> isSin(crm, c), FailureKind.BUSY, "never");
        }
    }

    private boolean isSin(FakeCrm crm, WriteCommand command) {
        if (command instanceof WriteCommand.Create create) {
            if (!bench.books.byKeys(Set.of(create.key())).isEmpty()) {
                sins.add("a record is made for somebody who is known: " + create.key());
            }
        } else if (command instanceof WriteCommand.Update update && crm.isDeleted(update.ref())) {
            Optional.ofNullable(bench.books.sightings(Set.of(update.ref())).get(update.ref()))
                    .filter(s -> !s.live())
                    .ifPresent(s -> sins.add("a deleted record is written: " + s.ref()));
        }
        return false;
    }

    /** Somebody made a record of that person. */
    void made(CrmId crm, String tag) {
        made.computeIfAbsent(tag, t -> new TreeMap<>()).merge(crm, 1, Integer::sum);
    }

    /** Records of these two were merged: the tag of one may be told to what is left of the other. */
    void oneNow(String tag, String other) {
        String first = person(tag);
        if (!first.equals(person(other))) {
            sameAs.put(first, person(other));
        }
    }

    private String person(String tag) {
        return sameAs.containsKey(tag) ? person(sameAs.get(tag)) : tag;
    }

    /** These two turned out to be one person's. */
    void merged(RecordRef one, RecordRef other, RecordRef into) {
        merged.add(new Merged(one, other, into));
    }

    /** Two records whose owners' other records became one. */
    private record Merged(RecordRef one, RecordRef other, RecordRef into) {}

    /** A deletion that was refused is for people to see to, as is an address that another record of the person holds. */
    boolean expects(Parked parked) {
        boolean others = bench.books.everybody().stream()
                .flatMap(p -> p.holdings().values().stream())
                .anyMatch(h -> !h.others().isEmpty());
        return parked.sentence().startsWith("It was deleted") || parked.kind() == FailureKind.DUPLICATE && others;
    }

    void take() {
        require(sins.isEmpty(), sins.toString());
        Map<RecordRef, CrmRecord> live = new LinkedHashMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, Integer> most = new TreeMap<>();
        for (FakeCrm crm : List.of(bench.left, bench.right)) {
            crm.records().forEach(r -> {
                live.put(r.ref(), r);
                counts.merge(crm.id() + person(r.fields().text(FieldName.of("note"))), 1, Integer::sum);
            });
            made.forEach((tag, n) -> most.merge(crm.id() + person(tag), n.getOrDefault(crm.id(), 0) + 1, Integer::sum));
        }
        counts.forEach((tag, n) -> require(n <= most.get(tag), tag + " is there " + n + " times"));
        Map<RecordRef, PersonId> owners = new HashMap<>();
        for (Person person : bench.books.everybody()) {
            person.holdings().values().forEach(h -> holds(person, h, live, owners));
            agree(person, live);
            keeps(person);
        }
        live.keySet().forEach(ref -> require(owners.containsKey(ref), ref + " is nobody's"));
        merged.stream()
                .filter(m -> live.keySet().containsAll(Set.of(m.one(), m.other(), m.into())))
                .forEach(m -> require(owners.get(m.one()).equals(owners.get(m.other())), m + " are one person's"));
    }

    private static void holds(
            Person person, Holding held, Map<RecordRef, CrmRecord> live, Map<RecordRef, PersonId> owners) {
        Set<RecordRef> all = new LinkedHashSet<>(held.others());
        require(all.add(held.principal()), person.key() + "'s principal record is none of the others");
        for (RecordRef ref : all) {
            require(live.containsKey(ref), person.key() + " has " + ref + ", which is no more");
            require(owners.put(ref, person.id()) == null, ref + " is two people's");
        }
    }

    private void agree(Person person, Map<RecordRef, CrmRecord> live) {
        List<CrmRecord> both = person.holdings().values().stream()
                .map(h -> live.get(h.principal()))
                .toList();
        boolean aside =
                !bench.books.parked(both.stream().map(CrmRecord::ref).toList()).isEmpty();
        if (both.size() < 2 || aside) {
            return;
        }
        for (String field : equal) {
            String a = both.get(0).fields().text(FieldName.of(field));
            String b = both.get(1).fields().text(FieldName.of(field));
            require(a.equals(b), person.key() + "'s " + field + " is equal: " + a + " / " + b);
            told(person, field)
                    .ifPresent(at -> require(
                            a.equals(at.toString()), person.key() + "'s " + field + " is as told: " + a + " / " + at));
        }
    }

    private static Optional<Instant> told(Person person, String field) {
        var progress = person.progress();
        return Optional.ofNullable(MOMENTS.get(field))
                .flatMap(m -> progress.handover().at(m))
                .or(() -> Optional.ofNullable(progress.stamps().get(field.replace("_at", ""))));
    }

    /** What is set stays as long as the pass lasts; of two people who are one, the earlier of both. */
    private void keeps(Person person) {
        var progress = person.progress();
        Map<String, Instant> now = new TreeMap<>(progress.stamps());
        progress.handover().moments().forEach((moment, at) -> now.put(moment.name(), at));
        String pass = person.id() + " " + progress.pass().number();
        boolean joined = bench.books.journal().stream()
                .anyMatch(l -> l.event() == Event.JOINED && l.person().equals(person.id()));
        before.getOrDefault(pass, Map.of())
                .forEach((what, at) -> require(
                        at.equals(now.get(what))
                                || joined
                                        && now.containsKey(what)
                                        && now.get(what).isBefore(at),
                        person.key() + "'s " + what + " stays in this pass: " + at + " / " + now.get(what)));
        before.put(pass, now);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
