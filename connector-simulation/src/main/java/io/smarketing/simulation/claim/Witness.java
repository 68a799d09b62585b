package io.smarketing.simulation.claim;

import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.person.PersonBook;
import io.smarketing.core.person.Sighting;
import io.smarketing.simulation.engine.Watch;
import io.smarketing.simulation.people.People;
import io.smarketing.simulation.people.Someone;
import io.smarketing.simulation.people.Story;
import io.smarketing.simulation.people.Typed;
import io.smarketing.simulation.people.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Who sees all that the engine is told and all that it sends, and remembers what speaks against it. */
public final class Witness implements Watch {

    /** A value may go to and fro that often before it is to be put aside. */
    private static final int MOST_WRITES = 4;

    private final Supplier<People> people;
    private final Function<RecordType, PersonBook> book;
    private final Toll toll;
    private final Map<String, Integer> writes = new HashMap<>();
    private final List<Violation> seen = new ArrayList<>();
    private final Set<RecordRef> toldLive = new HashSet<>();
    private long round;

    /** @param book of such records as the engine has it */
    public Witness(Supplier<People> people, Function<RecordType, PersonBook> book, Toll toll) {
        this.people = people;
        this.book = book;
        this.toll = toll;
    }

    /** A round begins: what is typed from now on is typed within it. */
    public long beginRound() {
        toldLive.clear();
        return ++round;
    }

    public long round() {
        return round;
    }

    /** Throws what was seen against the engine. */
    public void testify() {
        if (!seen.isEmpty()) {
            throw seen.get(0);
        }
    }

    @Override
    public void looked() {
        toll.look();
    }

    @Override
    public void told(CrmRecord record) {
        toldLive.add(record.ref());
        people.get()
                .untold(record.ref())
                .forEach((field, all) -> all.stream()
                        .filter(t -> !t.isTold() && holds(record, t))
                        .forEach(Typed::tell));
    }

    private boolean holds(CrmRecord record, Typed typed) {
        Words words = people.get().words();
        return words.rules(record.ref().type()).stream()
                .filter(r -> r.name().equals(typed.field()))
                .anyMatch(rule -> words.place(record.ref().crm(), record.ref().type(), rule)
                        .flatMap(p -> record.fields().get(p.spec().name()).flatMap(v -> words.told(p, v)))
                        .filter(v -> words.isSame(rule, v, typed.value()))
                        .isPresent());
    }

    /** What is sent counts as carried until it is refused: its answer may get lost. */
    @Override
    public void sends(CrmId crm, WriteCommand command) {
        toll.write();
        target(command).ifPresent(r -> {
            requireLive(r);
            overwritten(r, command);
        });
        stories(crm, command, Story::carry);
    }

    private static Optional<RecordRef> target(WriteCommand command) {
        if (command instanceof WriteCommand.Update update) {
            return Optional.of(update.ref());
        }
        return command instanceof WriteCommand.Delete delete ? Optional.of(delete.ref()) : Optional.empty();
    }

    /** What was brought back is known to be there once the engine is told so, although its book says so only afterwards. */
    private void requireLive(RecordRef ref) {
        if (toldLive.contains(ref)) {
            return;
        }
        Sighting sighting = book.apply(ref.type()).sightings(Set.of(ref)).get(ref);
        if (sighting != null && !sighting.live() && !people.get().isLive(ref)) {
            seen.add(new Violation(Claim.NO_GHOST, "a write was sent to " + ref + ", which is known to be gone"));
        }
    }

    /** Asked before it is sent and after, since somebody may type in between. */
    private void overwritten(RecordRef ref, WriteCommand command) {
        people.get().untold(ref).values().forEach(all -> all.forEach(t -> overwrite(t, command.fields(), ref)));
    }

    private void overwrite(Typed typed, Fields fields, RecordRef ref) {
        if (!typed.isTold()
                && typed.mayBeUnread(round)
                && said(ref, typed.field(), fields).isPresent()) {
            typed.overwrite();
        }
    }

    /** What a command says to a field, in neutral words. */
    private Optional<FieldValue> said(RecordRef ref, FieldName field, Fields fields) {
        Words words = people.get().words();
        return words.rules(ref.type()).stream()
                .filter(r -> r.name().equals(field))
                .flatMap(r -> words.place(ref.crm(), ref.type(), r).stream())
                .flatMap(p -> fields.get(p.spec().name()).flatMap(v -> words.told(p, v)).stream())
                .findFirst();
    }

    @Override
    public void answered(CrmId crm, WriteCommand command, WriteOutcome outcome) {
        if (outcome instanceof WriteOutcome.Refused) {
            stories(crm, command, Story::refuse);
            return;
        }
        target(command).ifPresent(r -> overwritten(r, command));
        if (outcome instanceof WriteOutcome.Written && command instanceof WriteCommand.Update update) {
            update.fields().names().forEach(f -> count(update.ref(), f));
        }
    }

    /** What a command says to each field of its human. */
    private void stories(CrmId crm, WriteCommand command, BiConsumer<Story, FieldValue> what) {
        if (command instanceof WriteCommand.Create create) {
            people.get().byKey(create.key()).ifPresent(s -> stories(s, crm, create.type(), create.fields(), what));
        } else if (command instanceof WriteCommand.Update update) {
            RecordType type = update.ref().type();
            people.get().owner(update.ref()).ifPresent(s -> stories(s, crm, type, update.fields(), what));
        }
    }

    private void stories(
            Someone someone, CrmId crm, RecordType type, Fields fields, BiConsumer<Story, FieldValue> what) {
        Words words = people.get().words();
        fields.values()
                .forEach((name, value) -> words.rule(crm, type, name)
                        .ifPresent(rule -> words.place(crm, type, rule)
                                .flatMap(p -> words.told(p, value))
                                .ifPresent(v -> what.accept(someone.known().story(rule.name()), v))));
    }

    private void count(RecordRef ref, FieldName field) {
        if (writes.merge(ref + "!" + field, 1, Integer::sum) > MOST_WRITES) {
            seen.add(new Violation(
                    Claim.NO_BOUNCE,
                    field + " of " + ref + " was written " + (MOST_WRITES + 1)
                            + " times and nobody edited that person meanwhile"));
        }
    }

    /** Somebody did something to the human of these records: what follows from it is no bouncing. */
    public void moved(List<RecordRef> records) {
        Set<String> prefixes = new HashSet<>();
        records.forEach(r -> prefixes.add(r + "!"));
        writes.keySet().removeIf(k -> prefixes.contains(k.substring(0, k.indexOf('!') + 1)));
    }

    /** A new beginning: everything has come to rest. */
    public void settled() {
        writes.clear();
    }
}
