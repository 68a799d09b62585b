package io.smarketing.core.sync.write;

import io.smarketing.core.crm.WriteCommand.Create;
import io.smarketing.core.crm.WriteCommand.Update;
import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldSpec.Trait;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.merge.Half;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonBook;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.person.Sighting;
import io.smarketing.core.sync.Intent;
import io.smarketing.core.sync.Ledger;
import io.smarketing.core.sync.Party;
import io.smarketing.core.sync.WaveRecord;
import io.smarketing.core.sync.settle.Settle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out what became of writes whose answer is not known, after a crash or a lost answer: it looks at the target. A
 * write that took place is recorded with the base it was to bring; one that did not is forgotten, for its source is
 * still unworked and is settled again.
 */
public final class Resolve {

    private final Map<CrmId, Party> parties;
    private final PersonBook book;
    private final Ledger ledger;
    private final Settle settle;
    private final Mapping mapping;

    public Resolve(Map<CrmId, Party> parties, PersonBook book, Ledger ledger, Settle settle, Mapping mapping) {
        this.parties = Map.copyOf(parties);
        this.book = book;
        this.ledger = ledger;
        this.settle = settle;
        this.mapping = mapping;
    }

    /** Resolves these intents; afterwards none of them is open. */
    public void resolve(Collection<Intent> intents) {
        if (intents.isEmpty()) {
            return;
        }
        Map<Long, CrmRecord> found = find(intents);
        Map<PersonId, Person> people = new LinkedHashMap<>(
                book.people(intents.stream().map(i -> i.after().id()).collect(Collectors.toSet())));
        List<Sighting> sightings = new ArrayList<>();
        List<JournalLine> journal = new ArrayList<>();
        Set<PersonId> changed = new HashSet<>();
        for (Intent intent : intents) {
            CrmRecord record = found.get(intent.id());
            if (record == null) {
                continue;
            }
            if (hasBecomeAnother(intent, record) || !tookPlace(intent, record)) {
                // settled again, both may be equal, and nobody would say who was beaten
                if (mayHaveTakenPlace(intent, record)) {
                    journal.addAll(intent.conflicts());
                }
                continue;
            }
            Optional<Person> known =
                    Optional.ofNullable(people.get(intent.after().id()));
            Person before = known.orElse(intent.after());
            Progress from = known.map(Person::progress).orElse(Progress.NONE);
            people.put(before.id(), overlaid(before, intent, record));
            journal.addAll(settle.journal(from, people.get(before.id()), record.ref(), record.stamp()));
            journal.addAll(intent.conflicts());
            changed.add(before.id());
            sightings.add(unworked(record.ref(), before, record.key(), record.createdAt()));
        }
        sightings.addAll(0, unlinked(changed.stream().map(people::get).toList()));
        List<Person> recorded = changed.stream().map(people::get).toList();
        Set<Long> ids = intents.stream().map(Intent::id).collect(Collectors.toSet());
        ledger.record(new WaveRecord(recorded, sightings, ids, Set.of(), List.of(), journal));
    }

    /** Principal records that the book does not hold as the person's yet, such as the one that caused a create. */
    private List<Sighting> unlinked(List<Person> changed) {
        Map<RecordRef, Person> owners = new LinkedHashMap<>();
        changed.forEach(p -> p.holdings().values().forEach(h -> owners.put(h.principal(), p)));
        Map<RecordRef, Sighting> known = book.sightings(owners.keySet());
        List<Sighting> news = new ArrayList<>();
        owners.forEach((ref, owner) -> {
            Sighting before = known.get(ref);
            if (before == null) {
                news.add(unworked(ref, owner, "", Instant.EPOCH));
            } else if (before.person().isEmpty()) {
                news.add(unworked(ref, owner, before.key(), before.createdAt()));
            }
        });
        return news;
    }

    private static Sighting unworked(RecordRef ref, Person owner, String key, Instant createdAt) {
        return new Sighting(ref, Optional.of(owner.id()), key, owner.email(), createdAt, Instant.EPOCH, false, true);
    }

    private Map<Long, CrmRecord> find(Collection<Intent> intents) {
        Map<Long, CrmRecord> found = new HashMap<>();
        for (Map.Entry<CrmId, Party> party : parties.entrySet()) {
            Map<String, Intent> creates = new LinkedHashMap<>();
            Map<RecordRef, List<Intent>> updates = new LinkedHashMap<>();
            intents.stream().filter(i -> i.target().equals(party.getKey())).forEach(i -> {
                if (i.command() instanceof Create c) {
                    creates.put(c.key(), i);
                } else if (i.command() instanceof Update u) {
                    updates.computeIfAbsent(u.ref(), r -> new ArrayList<>()).add(i);
                }
            });
            var reader = party.getValue().crm().reader();
            reader.byKeys(creates.keySet())
                    .forEach(r -> Optional.ofNullable(creates.get(r.key())).ifPresent(i -> found.put(i.id(), r)));
            reader.byRefs(updates.keySet())
                    .forEach(
                            (asked, r) -> updates.getOrDefault(asked, List.of()).forEach(i -> found.put(i.id(), r)));
        }
        return found;
    }

    private static boolean hasBecomeAnother(Intent intent, CrmRecord record) {
        return intent.command() instanceof Update u && !u.ref().equals(record.ref());
    }

    /** Whether it did shows no more on a record that has become another; else some of what was sent would be there. */
    private static boolean mayHaveTakenPlace(Intent intent, CrmRecord record) {
        Fields sent = intent.command().fields();
        return hasBecomeAnother(intent, record)
                || sent.notIn(record.fields()).names().size() < sent.names().size();
    }

    /**
     * True for a record we made, and for one that holds what we sent, or stamps of it, or was last modified by ourselves
     * since; that says nothing of what related records hold.
     */
    private boolean tookPlace(Intent intent, CrmRecord record) {
        if (intent.command() instanceof Create) {
            return true;
        }
        Fields open = intent.command().fields().notIn(record.fields());
        boolean oursSince =
                record.modifiedBy() == Author.OURSELVES && record.stamp().isAfter(intent.since());
        boolean ours = oursSince || bearsStamps(intent, record);
        return open.isEmpty() || ours && related(open, record.ref()).isEmpty();
    }

    /** True if it bears a stamp that was sent: a record is written as a whole, and nobody else writes those. */
    private boolean bearsStamps(Intent intent, CrmRecord record) {
        Map<FieldName, FieldValue> sent = intent.command().fields().values();
        return mapping.stamps(record.ref())
                .filter(sent::containsKey)
                .anyMatch(field ->
                        !sent.get(field).isBlank() && record.fields().get(field).equals(Optional.of(sent.get(field))));
    }

    /** Of these fields those that related records hold: they are written after the record, or not at all. */
    private Set<FieldName> related(Fields fields, RecordRef ref) {
        Map<FieldName, FieldSpec> specs = Optional.ofNullable(parties.get(ref.crm()))
                .orElseThrow()
                .crm()
                .schema()
                .fields(ref.type());
        return fields.names().stream()
                .filter(name -> Optional.ofNullable(specs.get(name))
                        .filter(spec -> spec.is(Trait.RELATED))
                        .isPresent())
                .collect(Collectors.toSet());
    }

    /**
     * The person as far as this write was to bring it, and nothing of the other writes of its wave: how far it came was
     * written with it, and is no longer to be found out from halves that have moved. Of what did not come to stand
     * in related records no half is known.
     */
    private Person overlaid(Person before, Intent intent, CrmRecord record) {
        Person after = before.with(intent.after().progress());
        Fields open = intent.command().fields().notIn(record.fields());
        Set<FieldName> missing = mapping.names(record.ref(), related(open, record.ref()));
        for (Map.Entry<CrmId, Holding> held : intent.after().holdings().entrySet()) {
            Holding now = after.in(held.getKey()).orElse(held.getValue());
            Map<FieldName, Half> news = new LinkedHashMap<>(held.getValue().halves());
            news.entrySet().removeIf(e -> e.getValue().equals(now.halves().get(e.getKey())));
            Map<FieldName, Half> halves = new LinkedHashMap<>(now.with(news).halves());
            halves.keySet().removeAll(missing);
            after = after.with(held.getKey(), new Holding(now.principal(), now.others(), halves));
        }
        Holding target = after.in(intent.target()).orElseThrow();
        return intent.command() instanceof Create
                ? after.with(intent.target(), new Holding(record.ref(), target.others(), target.halves()))
                : after;
    }
}
