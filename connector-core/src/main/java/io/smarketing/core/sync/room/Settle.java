package io.smarketing.core.sync.room;

import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.mapping.EntryCondition;
import io.smarketing.core.mapping.FieldMap;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.sync.room.Pairing.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rooms 5 and 7, pure: fields merged, the stage moved, and what is to be written decided. */
public final class Settle {

    private final Mapping mapping;
    private final Lifecycle lifecycle;
    private final Tellings tellings;
    private final OwnValues ownValues;
    private final FieldSettling fields;
    private final Creation creation;

    /** @param newRecords the dictionary of each CRM's type for new people */
    public Settle(Mapping mapping, Map<CrmId, FieldMap> newRecords) {
        this.mapping = mapping;
        this.lifecycle = new Lifecycle(mapping.stages());
        this.tellings = new Tellings(lifecycle);
        this.ownValues = new OwnValues(lifecycle);
        this.fields = new FieldSettling(mapping.rules());
        this.creation = new Creation(mapping.rules(), ownValues, newRecords);
    }

    /** True if the record meets its CRM's entry condition. */
    public boolean enters(Told told) {
        return entry(told.crm()).failing(told.reading().fields()).isEmpty();
    }

    /** True if a known person's record differs from its own half of the base, tells a new stage or lacks own values. */
    public boolean hasNews(Person person, Told told) {
        Progress after = advance(person, Stream.of(told));
        return !after.equals(person.progress())
                || !ownValues.missing(person, told).isEmpty()
                || fields.differ(person, told)
                || isPaused(person, told).map(p -> p != person.paused()).orElse(false);
    }

    /** Fields that both sides have changed to different values, where it matters who was later. */
    public Set<FieldName> contested(Pairing pairing) {
        return fields.contested(pairing);
    }

    /** True if the record shows a stage that is news, and tells no time for it. */
    public boolean wantsStageHistory(Told told) {
        Progress before = told.person().map(Person::progress).orElse(Progress.NONE);
        return lifecycle.wantsHistory(before, tellings.of(told));
    }

    /** One person settled. */
    public Settlement settle(Pairing pairing) {
        return switch (pairing.kind()) {
            case OTHER -> other(pairing);
            case OUTSIDE -> new Settlement(pairing, pairing.person(), false, Map.of(), List.of(), List.of());
            case UNCHANGED -> new Draft(pairing).updates(fields.settlePending(pairing.person(), pairing.source()));
            case WIDOWED -> widowed(pairing);
            case CREATE -> creation.create(pairing, advance(pairing.person(), Stream.of(pairing.source())));
            case KNOWN, MATCHED -> both(pairing, pairing.target().orElseThrow());
        };
    }

    private Settlement both(Pairing pairing, Told target) {
        Told source = pairing.source();
        Draft draft = new Draft(pairing);
        Optional<Boolean> paused = pairing.kind() == Kind.MATCHED
                ? Optional.of(false)
                : isPaused(pairing.person(), source).or(() -> isPaused(pairing.person(), target));
        Person read = fields.settlePending(fields.settlePending(pairing.person(), source), target);
        Person before = read.withPaused(paused.orElse(false));
        if (before.paused()) {
            notePause(draft, pairing, Event.PAUSED);
            return draft.updates(before);
        }
        if (pairing.person().paused()) {
            notePause(draft, pairing, Event.RESUMED);
        }
        Person person = before.with(advance(before, Stream.of(source, target)))
                .withEmail(source.record().email().or(() -> target.record().email()));
        noteStages(draft, pairing.person(), person, source);
        if (pairing.kind() == Kind.MATCHED) {
            draft.note(Event.LINKED, target.crm(), target.ref(), Set.of(), "");
        }
        fields.settle(draft, person, pairing);
        draft.own(source.crm(), ownValues.missing(person, source));
        draft.own(target.crm(), ownValues.missing(person, target));
        return draft.updates(person);
    }

    private static Settlement other(Pairing pairing) {
        Told told = pairing.source();
        Holding held = pairing.person().in(told.crm()).orElseGet(() -> Holding.of(told.ref()));
        Draft draft = new Draft(pairing);
        if (!held.others().contains(told.ref())) {
            draft.note(Event.OTHER_FOUND, told.crm(), told.ref(), Set.of(), "");
        }
        Person person = pairing.person().with(told.crm(), held.withOther(told.ref()));
        return draft.updates(person);
    }

    private Settlement widowed(Pairing pairing) {
        CrmId there = mapping.own().keySet().stream()
                .filter(crm -> !crm.equals(pairing.source().crm()))
                .findFirst()
                .orElseThrow();
        Draft draft = new Draft(pairing, there);
        draft.park(
                Optional.empty(),
                FailureKind.GONE,
                "The other CRM's record of this person is deleted: restore it there, or delete this one too.");
        return draft.updates(pairing.person());
    }

    private Progress advance(Person person, Stream<Told> told) {
        return lifecycle.advance(person.progress(), told.map(tellings::of).toList());
    }

    private static void noteStages(Draft draft, Person before, Person after, Told source) {
        if (!Objects.equals(before.progress().stage(), after.progress().stage())) {
            draft.note(
                    Event.STAGE_REACHED,
                    source.crm(),
                    source.ref(),
                    Set.of(),
                    after.progress().stage());
        }
    }

    private static void notePause(Draft draft, Pairing pairing, Event event) {
        boolean news = pairing.person().paused() != (event == Event.PAUSED);
        if (news) {
            draft.note(event, pairing.source().crm(), pairing.source().ref(), Set.of(), "");
        }
    }

    /** Whether the person is out: judged by the CRM through which the person entered. Empty if that is not this one. */
    private Optional<Boolean> isPaused(Person person, Told told) {
        return entered(person).filter(told.crm()::equals).map(crm -> !enters(told));
    }

    /** The CRM whose name the key begins with; the longest, since one name may begin with another. */
    private Optional<CrmId> entered(Person person) {
        return mapping.own().keySet().stream()
                .filter(crm -> person.key().startsWith(crm + "-"))
                .max(Comparator.comparing(crm -> crm.name().length()));
    }

    private EntryCondition entry(CrmId crm) {
        return mapping.entry().getOrDefault(crm, EntryCondition.EVERYBODY);
    }
}
