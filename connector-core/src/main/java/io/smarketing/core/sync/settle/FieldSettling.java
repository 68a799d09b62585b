package io.smarketing.core.sync.settle;

import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.mapping.FieldPlace;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.merge.FieldMerge;
import io.smarketing.core.merge.Half;
import io.smarketing.core.merge.Merge;
import io.smarketing.core.merge.Verdict;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.sync.settle.Sides.NotCarried;
import io.smarketing.core.sync.told.Pairing;
import io.smarketing.core.sync.told.Told;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settles the mapped fields of two records, each by its rule. Pure. */
record FieldSettling(List<FieldRule> rules) {

    /** True if a mapped field of the record differs from its half, or has none yet. */
    boolean differ(Person person, Told told) {
        return rules.stream().anyMatch(rule -> differs(rule, person, told));
    }

    /** Fields that both sides have changed to different values, where it matters who was later. */
    Set<FieldName> contested(Pairing pairing) {
        Set<FieldName> fields = new LinkedHashSet<>();
        pairing.target().ifPresent(target -> {
            for (FieldRule rule : rules) {
                if (isContested(rule, pairing, target)) {
                    fields.add(rule.name());
                }
            }
        });
        return fields;
    }

    /** Settles every field into the draft; returns the fields as both sides have them once they are in step. */
    Fields settle(Draft draft, Person person, Pairing pairing) {
        Map<FieldName, FieldValue> neutral = new LinkedHashMap<>();
        for (FieldRule rule : units(pairing).first(rules)) {
            Optional<CrmId> written = field(draft, rule, person, pairing);
            value(rule, person, pairing, written).ifPresent(v -> neutral.put(rule.name(), v));
        }
        return new Fields(neutral);
    }

    /** What a field says from here on: the word of the side that was not written; else of the one that owns it. */
    private static Optional<FieldValue> value(FieldRule rule, Person person, Pairing pairing, Optional<CrmId> written) {
        Told target = pairing.target().orElseThrow();
        CrmId favoured = rule.policy().source().orElse(rule.policy().favoured());
        boolean first = written.map(w -> w.equals(target.crm()))
                .orElseGet(() -> pairing.source().crm().equals(favoured));
        Told one = first ? pairing.source() : target;
        Told other = first ? target : pairing.source();
        return Sides.said(rule, person, one).or(() -> Sides.said(rule, person, other));
    }

    /** The CRM that the field is to be written to, if any. */
    private static Optional<CrmId> field(Draft draft, FieldRule rule, Person person, Pairing pairing) {
        Told source = pairing.source();
        Told target = pairing.target().orElseThrow();
        try {
            Optional<Sides> sides = Sides.of(rule, person, source, target);
            if (sides.isPresent()) {
                Merge merge = new Merge(rule.policy(), rule.fingerprint(), source.readAt());
                Optional<CrmId> newer = Optional.ofNullable(pairing.newer().get(rule.name()));
                FieldMerge merged = merge.settle(sides.get().a(), sides.get().b(), newer);
                apply(draft, rule, pairing, merged);
                return merged.write().map(FieldMerge.Write::to);
            }
            lonely(draft, rule, source, target);
            lonely(draft, rule, target, source);
        } catch (NotCarried e) {
            draft.park(Optional.of(e.field()), FailureKind.INVALID_VALUE, e.getMessage());
        }
        return Optional.empty();
    }

    /** Marketing's answer written to where it does not stand; once it stands everywhere nobody writes it again. */
    Progress answer(Draft draft, Progress progress, Optional<FieldName> field, List<Told> told) {
        List<Told> lacking =
                told.stream().filter(t -> lacksAnswer(progress, field, t)).toList();
        lacking.stream()
                .filter(t -> !draft.writes(t.crm(), field.orElseThrow()))
                .forEach(t -> fill(
                        draft, field.orElseThrow(), progress.handover().answer().orElseThrow(), t));
        return lacking.isEmpty() ? progress.with(progress.handover().answered(Optional.empty())) : progress;
    }

    /** True if the record is to show marketing's answer, and has nothing in the field for it. */
    boolean lacksAnswer(Progress progress, Optional<FieldName> field, Told told) {
        return progress.handover().answer().isPresent()
                && field.filter(f -> told.reading().fields().text(f).isBlank())
                        .flatMap(told.map()::place)
                        .filter(FieldPlace::isWritable)
                        .isPresent();
    }

    private static void fill(Draft draft, FieldName field, String text, Told told) {
        FieldPlace place = told.map().place(field).orElseThrow();
        Optional<String> objection = place.objection(FieldValue.of(text));
        if (objection.isPresent()) {
            draft.park(
                    Optional.of(field),
                    FailureKind.INVALID_VALUE,
                    told.crm() + " " + place.spec().name() + ": " + objection.get());
            return;
        }
        FieldValue value = FieldValue.of(text);
        Half sent = Half.pending(value, place.rule().fingerprint());
        draft.write(told.crm(), place, value, Map.of(told.crm(), sent));
    }

    /** True if that field of the record is filled and differs from its half. */
    boolean isNewlyFilled(FieldName field, Person person, Told told) {
        return rules.stream()
                .filter(r -> r.name().equals(field))
                .anyMatch(r -> !told.reading().fields().text(field).isBlank() && differs(r, person, told));
    }

    /** True if that field of the record is filled and differs from its half, which it must have. */
    boolean isEdited(FieldName field, Person person, Told told) {
        boolean known = rules.stream()
                .filter(r -> r.name().equals(field))
                .anyMatch(r -> Sides.half(r, person, told).isPresent());
        return known && isNewlyFilled(field, person, told);
    }

    /**
     * A field without a counterpart: its half stands for itself, so that it is no news again. Where the other record only
     * cannot tell its own now, an edit stays one: it is to be held against what is told in the end.
     */
    private static void lonely(Draft draft, FieldRule rule, Told told, Told other) {
        boolean untold = other.map().place(rule.name()).isPresent()
                && other.now(rule.name()).isEmpty();
        if (!untold) {
            told.now(rule.name())
                    .ifPresent(now ->
                            draft.halves(rule.name(), Map.of(told.crm(), Half.settled(now, rule.fingerprint()))));
        }
    }

    private static Optional<String> objection(FieldRule rule, Pairing pairing, FieldMerge.Write write) {
        return place(rule, pairing, write.to())
                .flatMap(p -> p.objection(write.value())
                        .map(why -> write.to() + " " + p.spec().name() + ": " + why));
    }

    private static void apply(Draft draft, FieldRule rule, Pairing pairing, FieldMerge merged) {
        Told source = pairing.source();
        if (merged.verdict() == Verdict.BOUNCING) {
            draft.park(
                    Optional.of(rule.name()),
                    FailureKind.REFUSED_BY_RULE,
                    "The field '" + rule.name() + "' goes back and forth between the same two values: an automation in"
                            + " one CRM undoes what the other says. Make one of them stop; a third value lifts this.");
            return;
        }
        Optional<String> objection =
                merged.write().flatMap(w -> units(pairing).waits(draft, rule).or(() -> objection(rule, pairing, w)));
        if (objection.isPresent()) {
            draft.park(Optional.of(rule.name()), FailureKind.INVALID_VALUE, objection.get());
            return;
        }
        draft.halves(rule.name(), merged.halves());
        merged.write()
                .ifPresent(
                        w -> draft.write(w.to(), place(rule, pairing, w.to()).orElseThrow(), w.value(), w.onWritten()));
        Event event = event(merged.verdict());
        if (event != Event.UPDATED) {
            CrmId winner = merged.write()
                    .map(w -> w.to().equals(source.crm())
                            ? pairing.target().orElseThrow().crm()
                            : source.crm())
                    .orElse(source.crm());
            draft.note(
                    event,
                    winner,
                    source.ref(),
                    Set.of(rule.name()),
                    sentence(merged.verdict(), rule, winner, pairing));
        }
    }

    private static Units units(Pairing pairing) {
        return new Units(pairing.source().map(), pairing.target().orElseThrow().map());
    }

    private static Event event(Verdict verdict) {
        return switch (verdict) {
            case CONFLICT -> Event.CONFLICT;
            case LEFT_DIFFERENT -> Event.LEFT_DIFFERENT;
            case DRIFT -> Event.DRIFT;
            case UNTOUCHED, EQUAL, CARRIED, BLANK_KEPT, BOUNCING -> Event.UPDATED;
        };
    }

    private static String sentence(Verdict verdict, FieldRule rule, CrmId winner, Pairing pairing) {
        if (verdict != Verdict.CONFLICT) {
            return "";
        }
        boolean ordered = winner.equals(pairing.newer().get(rule.name()));
        return winner + " won" + (ordered ? ", edited later" : ", by the field's policy");
    }

    private static Optional<FieldPlace> place(FieldRule rule, Pairing pairing, CrmId crm) {
        Told told = pairing.source().crm().equals(crm)
                ? pairing.source()
                : pairing.target().orElseThrow();
        return told.map().place(rule.name());
    }

    private static boolean isContested(FieldRule rule, Pairing pairing, Told target) {
        try {
            return Sides.of(rule, pairing.person(), pairing.source(), target)
                    .map(s ->
                            new Merge(rule.policy(), rule.fingerprint(), target.readAt()).asksWhoWasLater(s.a(), s.b()))
                    .orElse(false);
        } catch (NotCarried e) {
            return false;
        }
    }

    private static boolean differs(FieldRule rule, Person person, Told told) {
        Optional<FieldValue> now = told.map()
                .place(rule.name())
                .filter(p -> told.reading().unreadable().containsKey(rule.name())
                        || told.reading().fields().get(rule.name()).isPresent())
                .flatMap(p -> told.record().fields().get(p.spec().name()));
        return now.isPresent()
                && Sides.half(rule, person, told)
                        .map(h -> !h.value().equals(now.get()))
                        .orElse(true);
    }

    /** Pending halves that this read settles. */
    Person settlePending(Person person, Told told) {
        Holding held = person.in(told.crm()).orElseThrow();
        Map<FieldName, Half> settled = new LinkedHashMap<>();
        for (FieldRule rule : rules) {
            boolean pending = Optional.ofNullable(held.halves().get(rule.name()))
                    .map(Half::pending)
                    .orElse(false);
            if (pending) {
                Sides.half(rule, person, told).ifPresent(h -> settled.put(rule.name(), h));
            }
        }
        return settled.isEmpty() ? person : person.with(told.crm(), held.with(settled));
    }
}
