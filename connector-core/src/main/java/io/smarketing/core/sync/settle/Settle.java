package io.smarketing.core.sync.settle;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lifecycle.Judge;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.lifecycle.StageTelling.Shown;
import io.smarketing.core.mapping.EntryCondition;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.mapping.NewRecord;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.sync.settle.HandMoves.Illegal;
import io.smarketing.core.sync.told.Pairing;
import io.smarketing.core.sync.told.Pairing.Kind;
import io.smarketing.core.sync.told.Told;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rooms 5 and 7, pure: fields merged, the stage moved, and what is to be written decided. */
public final class Settle {

    private final Mapping mapping;
    private final Lifecycle lifecycle;
    private final Judge judge;
    private final Tellings tellings;
    private final Testimonies testimonies;
    private final HandMoves handMoves;
    private final Handoffs handoffs;
    private final Movements movements;
    private final VerdictNotices verdictNotices;
    private final OwnValues ownValues;
    private final FieldSettling fields;
    private final Leftovers leftovers;
    private final Creation creation;

    /** @param newRecords what each CRM's new records are made by */
    public Settle(Mapping mapping, List<NewRecord> newRecords) {
        this.mapping = mapping;
        this.lifecycle = mapping.lifecycle();
        this.judge = new Judge(lifecycle);
        this.tellings = new Tellings(lifecycle);
        this.testimonies = new Testimonies(tellings);
        this.handoffs = new Handoffs(mapping.handoff());
        this.movements = new Movements(lifecycle, handoffs);
        this.verdictNotices = new VerdictNotices(mapping.handoff());
        this.ownValues = new OwnValues(lifecycle, handoffs);
        this.handMoves = new HandMoves(lifecycle, tellings, ownValues);
        this.fields = new FieldSettling(mapping.rules());
        this.leftovers = new Leftovers(mapping.rules().stream()
                .filter(r -> handoffs.feedback().contains(r.name()))
                .toList());
        this.creation = new Creation(mapping.rules(), ownValues, newRecords);
    }

    /** True if the record meets its CRM's entry condition. */
    public boolean enters(Told told) {
        return entry(told.crm()).failing(told.reading().fields()).isEmpty();
    }

    /** True if a known person's record differs from its own half of the base, tells a new stage or lacks own values. */
    public boolean hasNews(Person person, Told told) {
        Progress progress = person.progress();
        return !advance(person, List.of(told)).equals(progress)
                || Tellings.shown(person, told) == Shown.MOVED
                || judge.isDue(progress)
                || handoffs.isAssignedBy(progress, told)
                || handoffs.lacksView(progress)
                || told.heard().active() && handoffs.awaitsTouchSince(progress).isPresent()
                || !ownValues.missing(person, told).isEmpty()
                || fields.differ(person, told)
                || leftovers.lieIn(person, told)
                || fields.lacksAnswer(progress, handoffs.changeField(), told)
                || isPaused(person, told).map(p -> p != person.paused()).orElse(false);
    }

    /** Fields that both sides have changed to different values, where it matters who was later. */
    public Set<FieldName> contested(Pairing pairing) {
        return fields.contested(pairing);
    }

    /** True if the record shows a stage that is news, and tells no time for it. */
    public boolean wantsStageHistory(Pairing pairing, Told told) {
        return lifecycle.wantsHistory(pairing.person().progress(), tellings.of(pairing.person(), told));
    }

    /** Since when touches of this record are wanted; empty if it is not, or if nothing moved. */
    public Optional<Instant> awaitsTouchSince(Pairing pairing, Told told) {
        return pairing.target().isPresent() && told.heard().active()
                ? handoffs.awaitsTouchSince(advance(pairing.person(), told(pairing)))
                : Optional.empty();
    }

    /** The field of the record in which sales has just given its verdict, if it has. */
    public Optional<FieldName> newVerdict(Pairing pairing, Told told) {
        return handoffs.verdictField()
                .filter(f -> fields.isNewlyFilled(f, pairing.person(), told))
                .flatMap(f -> told.map().place(f))
                .map(p -> p.spec().name());
    }

    /** The source of a lead whose handoff began with this settlement, where it is known. */
    public Optional<String> handedOver(Settlement settled) {
        return handoffs.handedOver(
                settled.pairing().person().progress(), settled.person().progress());
    }

    /** Why a deletion on the other side is not carried over to this record; empty if nothing speaks against it. */
    public Optional<String> againstDeletion(Person person, Told told) {
        if (!told.record().stage().facts().isEmpty()) {
            return Optional.of("there is an opportunity");
        }
        return fields.differ(person, told)
                ? Optional.of("the record was edited since both were in step")
                : Optional.empty();
    }

    /** One person settled. */
    public Settlement settle(Pairing pairing) {
        return switch (pairing.kind()) {
            case OTHER -> other(pairing);
            case OUTSIDE -> new Settlement(pairing, pairing.person(), false, Map.of(), List.of(), List.of());
            case UNCHANGED -> new Draft(pairing).updates(fields.settlePending(pairing.person(), pairing.source()));
            case WIDOWED -> new Draft(pairing).updates(pairing.person());
            case CREATE -> create(pairing);
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
        if (pairing.kind() == Kind.MATCHED) {
            draft.note(Event.LINKED, target.crm(), target.ref(), Set.of(), "");
        }
        Fields neutral = fields.settle(draft, before, pairing);
        leftovers.empty(draft, before, pairing);
        Person person = moved(draft, before, pairing, neutral)
                .withEmail(source.record().email().or(() -> target.record().email()));
        for (Told told : List.of(source, target)) {
            draft.own(told.crm(), told.map().own(), ownValues.missing(person, told));
        }
        return draft.updates(person);
    }

    /** The stage and the handoff moved: by what the CRMs tell, then by the criteria. */
    private Person moved(Draft draft, Person before, Pairing pairing, Fields neutral) {
        Told source = pairing.source();
        List<Illegal> pastGates = handMoves.pastGates(before, told(pairing), neutral);
        Progress after = reached(before, pairing, pastGates, neutral);
        Fields handed = neutral;
        if (after.pass().number() > before.progress().pass().number()) {
            Set<FieldName> left = left(before, pairing);
            handed = neutral.without(left);
            leftovers.leave(draft, left, pairing);
            // the same verdict given once more is another one
            after = judge.remember(after, handed);
        }
        Progress heard = handoffs.heard(after, isOut(before), told(pairing), handed, pairing.track());
        draft.note(journal(before.progress(), before.with(heard), source.ref(), source.readAt()));
        draft.testify(testimonies.of(before, before.with(heard), told(pairing)));
        if (isVerdictNew(before, pairing)) {
            draft.tell(verdictNotices.of(before.progress(), before.with(heard), handed));
        }
        if (pastGates.isEmpty()) {
            movements.pastGate(before.progress(), heard, neutral).ifPresent(line -> draft.note(Event.PAST_GATE, line));
        }
        Progress now = fields.answer(draft, heard, handoffs.changeField(), told(pairing));
        return handMoves.note(draft, before, before.with(now), told(pairing), pastGates);
    }

    /** How far the person has come, without moves that are refused. */
    private Progress reached(Person before, Pairing pairing, List<Illegal> pastGates, Fields neutral) {
        Progress told = lifecycle.advance(before.progress(), handMoves.heeded(before, told(pairing), pastGates));
        return handMoves.areByHand(before, told(pairing), pastGates)
                ? judge.remember(told, neutral)
                : judge.judge(told, neutral, pairing.source().readAt());
    }

    /** True if somebody has just given it: what stood there when both sides met is no news, nor is a field newly mapped. */
    private boolean isVerdictNew(Person before, Pairing pairing) {
        return pairing.kind() == Kind.KNOWN
                && handoffs.verdictField()
                        .filter(f -> told(pairing).stream().anyMatch(t -> fields.isEdited(f, before, t)))
                        .isPresent();
    }

    private static boolean isOut(Person person) {
        return person.progress().pass().detour().isPresent();
    }

    /** Feedback of the pass before: not what sales has said just now, perhaps to bring the lead back. */
    private Set<FieldName> left(Person before, Pairing pairing) {
        return handoffs.feedback().stream()
                .filter(f -> told(pairing).stream().noneMatch(t -> fields.isNewlyFilled(f, before, t)))
                .collect(Collectors.toSet());
    }

    /** What the journal is to say of a person who moved from there, as far as it can be told from the person alone. */
    public List<JournalLine> journal(Progress from, Person person, RecordRef record, Instant at) {
        return movements.lines(from, person, record, at);
    }

    private static List<Told> told(Pairing pairing) {
        return Stream.concat(Stream.of(pairing.source()), pairing.target().stream())
                .toList();
    }

    private Settlement create(Pairing pairing) {
        Told source = pairing.source();
        Fields neutral = source.reading().fields();
        Progress judged = judge.judge(advance(pairing.person(), List.of(source)), neutral, source.readAt());
        Person person = pairing.person().with(handoffs.heard(judged, false, List.of(source), neutral, pairing.track()));
        return creation.create(
                pairing,
                person,
                journal(Progress.NONE, person, source.ref(), source.readAt()),
                testimonies.of(pairing.person(), person, List.of(source)));
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

    private Progress advance(Person person, List<Told> told) {
        return lifecycle.advance(
                person.progress(),
                told.stream().map(t -> tellings.of(person, t)).toList());
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
