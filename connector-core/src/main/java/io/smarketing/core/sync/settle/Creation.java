package io.smarketing.core.sync.settle;

import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.handoff.Testimony;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.mapping.FieldMap;
import io.smarketing.core.mapping.FieldPlace;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.mapping.NewRecord;
import io.smarketing.core.mapping.ValueCodec.Coded;
import io.smarketing.core.merge.Half;
import io.smarketing.core.person.Person;
import io.smarketing.core.sync.settle.Tellings.StageHalf;
import io.smarketing.core.sync.told.Pairing;
import io.smarketing.core.sync.told.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a new record is made of: the source's values, and stand-ins where a field may not be empty. Pure. */
final class Creation {

    private final List<FieldRule> rules;
    private final OwnValues ownValues;
    private final List<NewRecord> newRecords;

    /** @param newRecords what each CRM's new records are made by */
    Creation(List<FieldRule> rules, OwnValues ownValues, List<NewRecord> newRecords) {
        this.rules = rules;
        this.ownValues = ownValues;
        this.newRecords = List.copyOf(newRecords);
    }

    /**
     * A settlement that makes the other side's record and gives the source its key and stamps.
     *
     * @param person the one who gets it
     * @param journal how far the person has come already
     * @param said what the CRM says of when that was
     */
    Settlement create(Pairing pairing, Person person, List<JournalLine> journal, List<Testimony> said) {
        Told source = pairing.source().of(person);
        NewRecord made = newRecords.stream()
                .filter(r -> !r.map().crm().equals(source.crm()))
                .findFirst()
                .orElseThrow();
        FieldMap there = made.map();
        Draft draft = new Draft(pairing, there.crm());
        boolean whole = true;
        Units units = new Units(source.map(), there);
        for (FieldRule rule : units.first(rules)) {
            whole &= field(draft, rule, source, made, units.waits(draft, rule));
        }
        if (!whole) {
            return draft.onlyParked(person);
        }
        draft.own(there.crm(), there.own(), made.queue().with(ownValues.initial(person.progress(), there.own())));
        draft.own(source.crm(), source.map().own(), ownValues.missing(person, source));
        draft.note(journal);
        draft.testify(said);
        return draft.settlement(
                StageHalf.seen(person, source),
                false,
                (crm, fields, lane) -> crm.equals(there.crm())
                        ? new WriteCommand.Create(there.own().type(), person.key(), fields, lane)
                        : new WriteCommand.Update(source.ref(), fields, lane));
    }

    /**
     * False if the record cannot be made for want of this field.
     *
     * @param waits why it is not given now, whatever it is
     */
    private static boolean field(Draft draft, FieldRule rule, Told source, NewRecord made, Optional<String> waits) {
        FieldMap there = made.map();
        Optional<FieldPlace> place = there.place(rule.name()).filter(FieldPlace::isCreatable);
        if (place.isEmpty()) {
            if (there.place(rule.name()).isEmpty()) {
                sourceHalf(draft, rule, source);
            }
            return true;
        }
        String unreadable = source.reading().unreadable().get(rule.name());
        Coded given = unreadable == null ? given(rule, source, place.get()) : new Coded.Unreadable(unreadable);
        Optional<String> objection =
                waits.or(() -> given.match(place.get()::objection, none -> Optional.empty(), Optional::of));
        if (objection.isPresent()) {
            draft.park(Optional.of(rule.name()), FailureKind.INVALID_VALUE, objection.get());
            if (place.get().standIn().isPresent()) {
                return put(draft, made, place.get(), "");
            }
            withoutIt(draft, rule, source);
            return !place.get().isRequired();
        }
        FieldValue value = given.match(v -> v, none -> FieldValue.BLANK, why -> FieldValue.BLANK);
        boolean complete = put(draft, made, place.get(), value.text());
        sourceHalf(draft, rule, source);
        return complete;
    }

    /** What the source holds is in step with the new record, or stands for itself where that has no place for it. */
    private static void sourceHalf(Draft draft, FieldRule rule, Told source) {
        boolean standsIn = Sides.standsIn(rule, source.person().orElseThrow(), source);
        source.now(rule.name())
                .map(now -> new Half(now, false, standsIn, rule.fingerprint(), Optional.empty()))
                .ifPresent(half -> draft.onWritten(draft.target(), rule.name(), Map.of(source.crm(), half)));
    }

    /** The new record begins blank, or with the CRM's own default, and what the source holds is still to be carried. */
    private static void withoutIt(Draft draft, FieldRule rule, Told source) {
        Half before = Half.settled(FieldValue.BLANK, rule.fingerprint());
        Half made = Half.pending(FieldValue.BLANK, rule.fingerprint());
        draft.onWritten(draft.target(), rule.name(), Map.of(source.crm(), before, draft.target(), made));
    }

    /** Gives the new record a value, or its stand-in; false if it needs one and there is none. */
    private static boolean put(Draft draft, NewRecord made, FieldPlace place, String value) {
        FieldRule rule = place.rule();
        Optional<FieldValue> queue = made.queue().get(place.spec().name());
        boolean standsIn = value.isEmpty() && queue.isEmpty() && place.standIn().isPresent();
        FieldValue sent = standsIn ? place.standIn().get() : queue.orElse(FieldValue.of(value));
        if (sent.isBlank() && place.isRequired()) {
            draft.park(
                    Optional.of(rule.name()),
                    FailureKind.MISSING_VALUE,
                    "A new record needs " + place.spec().name() + ", and the source's '" + rule.name()
                            + "' is empty: fill it, or give the field a default in the mapping.");
            return false;
        }
        boolean pending = !made.isGivenBeside(place);
        Map<CrmId, Half> half =
                Map.of(draft.target(), new Half(sent, pending, standsIn, rule.fingerprint(), Optional.empty()));
        if (sent.isBlank()) {
            draft.onWritten(draft.target(), rule.name(), half);
        } else {
            draft.write(draft.target(), place, sent, half);
        }
        return true;
    }

    /** The source's value in the new record's words; blank if the field does not go that way, or something stands in for it. */
    private static Coded given(FieldRule rule, Told source, FieldPlace place) {
        Optional<FieldValue> neutral = rule.policy().carriesFrom(source.crm())
                ? Sides.said(rule, source.person().orElseThrow(), source)
                : Optional.empty();
        return neutral.map(place::write).orElse(Coded.of(""));
    }
}
