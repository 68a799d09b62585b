package io.smarketing.core.sync.settle;

import io.smarketing.core.handoff.Testimony;
import io.smarketing.core.handoff.Testimony.How;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lead.Stage;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.lifecycle.Lifecycle.Then;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.lifecycle.StageTelling;
import io.smarketing.core.lifecycle.StageTelling.Shown;
import io.smarketing.core.person.Person;
import io.smarketing.core.sync.settle.Tellings.StageHalf;
import io.smarketing.core.sync.told.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the stages that somebody has just moved, in a CRM, as the lifecycle does not allow it. */
record HandMoves(Lifecycle lifecycle, Tellings tellings, OwnValues ownValues) {

    /**
     * An illegal move.
     *
     * @param then what becomes of it
     * @param note which move it is, for the journal
     */
    record Illegal(Told told, String stage, Then then, boolean isBack, String note) {

        boolean isRefused() {
            return then == Then.REFUSE;
        }

        Event event() {
            return isBack || isRefused() ? Event.ILLEGAL_MOVE : Event.PAST_GATE;
        }

        /** What the ledger says of it; nothing of what is allowed. */
        Optional<Testimony> testimony(Person after) {
            How how = isRefused() ? How.REFUSED : isBack ? How.LEFT : How.PAST_GATE;
            int pass = after.progress().pass().number();
            // the record's stamp: whoever is settled again after a crash has the same word
            return then == Then.ALLOW
                    ? Optional.empty()
                    : Optional.of(new Testimony(
                            after.id(), pass, stage, told.record().stamp(), told.ref(), how, told.readAt()));
        }

        /** The person, with how the field stands that was moved. */
        Person marked(Person person) {
            if (isRefused()) {
                return isBack ? person : StageHalf.refused(person, told);
            }
            return isBack ? StageHalf.left(person, told) : person;
        }
    }

    /** Moves past a gate that is shut, unless a record proves the stage. */
    List<Illegal> pastGates(Person before, List<Told> told, Fields neutral) {
        List<StageTelling> all = told.stream().map(t -> tellings.of(before, t)).toList();
        return told.stream()
                .flatMap(t -> moved(before, t)
                        .filter(s -> isForward(before.progress(), s) && !isProved(before, s, all))
                        .flatMap(s -> lifecycle
                                .shut(before.progress(), s, neutral)
                                .map(line -> new Illegal(
                                        t, s.name(), lifecycle.illegal().pastGate(), false, line)))
                        .stream())
                .toList();
    }

    /** What these records tell, without moves that are refused. */
    List<StageTelling> heeded(Person before, List<Told> told, List<Illegal> pastGates) {
        return told.stream()
                .map(t -> isRefused(t, pastGates) ? tellings.of(before, t).unheeded() : tellings.of(before, t))
                .toList();
    }

    /** True if somebody has moved the stage, and is not refused. */
    boolean areByHand(Person before, List<Told> told, List<Illegal> pastGates) {
        return told.stream().anyMatch(t -> Tellings.shown(before, t) == Shown.MOVED && !isRefused(t, pastGates));
    }

    private static boolean isRefused(Told told, List<Illegal> moves) {
        return moves.stream().anyMatch(m -> m.isRefused() && m.told().equals(told));
    }

    /** Notes all illegal moves; returns the person with how each stage field stands. */
    Person note(Draft draft, Person before, Person after, List<Told> told, List<Illegal> pastGates) {
        Person person = after;
        for (Told t : told) {
            person = StageHalf.seen(person, t);
        }
        List<Illegal> illegal = new ArrayList<>(pastGates);
        illegal.addAll(back(before, after.progress(), told));
        for (Illegal move : illegal) {
            person = move.marked(person);
            draft.note(move.event(), move.told().crm(), move.told().ref(), Set.of(), move.note());
            draft.testify(move.testimony(person).stream().toList());
        }
        return person;
    }

    /** Moves to a stage behind the one that the person has reached: forward is the only way but by a detour. */
    private List<Illegal> back(Person before, Progress now, List<Told> told) {
        boolean stays = now.pass().detour().isEmpty()
                && now.stage().equals(before.progress().stage());
        return told.stream()
                .filter(t -> stays && !ownValues.isShown(now, t))
                .flatMap(t -> moved(before, t)
                        .filter(s -> lifecycle
                                .stage(now.stage())
                                .filter(r -> r.isPast(s))
                                .isPresent())
                        .map(s -> new Illegal(
                                t, s.name(), lifecycle.illegal().back(), true, now.stage() + " back to " + s.name()))
                        .stream())
                .toList();
    }

    private Optional<Stage> moved(Person before, Told told) {
        StageTelling telling = tellings.of(before, told);
        return telling.shown() == Shown.MOVED ? telling.field().flatMap(lifecycle::stage) : Optional.empty();
    }

    private boolean isForward(Progress from, Stage to) {
        return lifecycle.start(from).map(to::isPast).orElse(true);
    }

    private boolean isProved(Person before, Stage stage, List<StageTelling> all) {
        Stream<String> facts = all.stream()
                .flatMap(t -> t.facts().entrySet().stream())
                .filter(f -> f.getValue().isAfter(before.progress().pass().since()))
                .map(Map.Entry::getKey);
        return facts.flatMap(f -> lifecycle.stage(f).stream()).anyMatch(f -> !stage.isPast(f));
    }
}
