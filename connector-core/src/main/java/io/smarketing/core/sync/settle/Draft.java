package io.smarketing.core.sync.settle;

import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.handoff.Testimony;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.mapping.FieldPlace;
import io.smarketing.core.mapping.OwnFields;
import io.smarketing.core.merge.Half;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.sync.Parked;
import io.smarketing.core.sync.Posting;
import io.smarketing.core.sync.settle.Settlement.Write;
import io.smarketing.core.sync.told.Pairing;
import io.smarketing.core.sync.told.Told;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A settlement in the making: collects what each field and each own value asks for. */
final class Draft {

    private final Pairing pairing;
    private final CrmId target;
    private final Map<CrmId, Map<FieldName, Half>> halves = new LinkedHashMap<>();
    private final Map<CrmId, Outgoing> outgoing = new LinkedHashMap<>();
    private final List<Parked> parked = new ArrayList<>();
    private final List<JournalLine> journal = new ArrayList<>();
    private final List<Posting> notices = new ArrayList<>();
    private final List<Testimony> testimonies = new ArrayList<>();

    Draft(Pairing pairing) {
        this(pairing, pairing.target().map(Told::crm).orElse(pairing.source().crm()));
    }

    /** @param target the CRM that the source's changes are meant for */
    Draft(Pairing pairing, CrmId target) {
        this.pairing = pairing;
        this.target = target;
    }

    CrmId target() {
        return target;
    }

    /** The settlement of somebody who cannot be carried over: only what is aside is remembered. */
    Settlement onlyParked(Person person) {
        return new Settlement(pairing, person, false, Map.of(), parked, List.of());
    }

    /** Moves halves whatever is written. */
    void halves(FieldName field, Map<CrmId, Half> moved) {
        moved.forEach((crm, half) ->
                halves.computeIfAbsent(crm, c -> new LinkedHashMap<>()).put(field, half));
    }

    /** Writes a mapped field. */
    void write(CrmId to, FieldPlace place, FieldValue value, Map<CrmId, Half> onWritten) {
        FieldName field = place.rule().name();
        FieldName crmField = place.spec().name();
        Outgoing out = outgoing(to);
        out.fields.put(crmField, value);
        out.names.put(crmField, field);
        place.spec().unit().ifPresent(unit -> out.units.put(crmField, unit));
        onWritten(to, field, onWritten);
    }

    /** True if that mapped field is aside. */
    boolean isParked(FieldName field) {
        return parked.stream().anyMatch(p -> p.field().equals(Optional.of(field)));
    }

    /** True if that mapped field is to be written. */
    boolean writes(CrmId to, FieldName field) {
        return outgoing(to).names.containsValue(field);
    }

    /** Takes back all that was to become of a mapped field. */
    void forget(FieldName field) {
        halves.values().forEach(moved -> moved.remove(field));
        outgoing.values().forEach(out -> out.forget(field));
    }

    /** Halves that move once that CRM has answered. */
    void onWritten(CrmId to, FieldName field, Map<CrmId, Half> moved) {
        moved.forEach((crm, half) -> outgoing(to)
                .halves
                .computeIfAbsent(crm, c -> new LinkedHashMap<>())
                .put(field, half));
    }

    /** Writes our own fields. */
    void own(CrmId to, OwnFields own, Fields fields) {
        if (!fields.isEmpty()) {
            Outgoing out = outgoing(to);
            out.fields.putAll(fields.values());
            out.lane = Lane.STAMPS;
            own.stage()
                    .flatMap(fields::get)
                    .ifPresent(stage -> onWritten(to, Told.STAGE, Map.of(to, Half.settled(stage, ""))));
        }
    }

    void park(Optional<FieldName> field, FailureKind kind, String sentence) {
        parked.add(new Parked(
                pairing.source().ref(),
                target,
                field,
                kind,
                sentence,
                "",
                pairing.source().readAt()));
    }

    /** Notes something about the source. */
    void note(Event event, String note) {
        note(event, pairing.source().crm(), pairing.source().ref(), Set.of(), note);
    }

    void note(List<JournalLine> lines) {
        journal.addAll(lines);
    }

    void testify(List<Testimony> said) {
        testimonies.addAll(said);
    }

    void tell(List<Posting> news) {
        notices.addAll(news);
    }

    void note(Event event, CrmId crm, RecordRef record, Set<FieldName> fields, String note) {
        journal.add(
                new JournalLine(pairing.source().readAt(), pairing.person().id(), event, crm, record, fields, note));
    }

    /** The settlement of a person who is in the book, or is to be: updates of the principal records. */
    Settlement updates(Person person) {
        return settlement(
                person,
                true,
                (crm, fields, lane) ->
                        new WriteCommand.Update(person.in(crm).orElseThrow().principal(), fields, lane));
    }

    /** @param linked whether the person is in the book whatever comes of the writes */
    Settlement settlement(Person person, boolean linked, Commands commands) {
        Person after = person;
        for (Map.Entry<CrmId, Map<FieldName, Half>> e : halves.entrySet()) {
            Optional<Holding> held = after.in(e.getKey());
            after = held.isPresent() ? after.with(e.getKey(), held.get().with(e.getValue())) : after;
        }
        Map<CrmId, Write> writes = new LinkedHashMap<>();
        outgoing.forEach((crm, out) -> {
            if (!out.fields.isEmpty()) {
                WriteCommand command = commands.make(crm, new Fields(out.fields), out.lane);
                writes.put(crm, new Write(command, out.halves, out.names, out.units));
            }
        });
        return new Settlement(pairing, after, linked, writes, parked, journal, notices, testimonies);
    }

    private Outgoing outgoing(CrmId to) {
        return outgoing.computeIfAbsent(to, c -> new Outgoing());
    }

    /** Makes the command for what goes to one CRM. */
    @FunctionalInterface
    interface Commands {
        WriteCommand make(CrmId crm, Fields fields, Lane lane);
    }

    /** What goes to one CRM. */
    private static final class Outgoing {
        private final Map<FieldName, FieldValue> fields = new LinkedHashMap<>();
        private final Map<FieldName, FieldName> names = new LinkedHashMap<>();
        private final Map<FieldName, FieldName> units = new LinkedHashMap<>();
        private final Map<CrmId, Map<FieldName, Half>> halves = new LinkedHashMap<>();
        private Lane lane = Lane.FIELDS;

        void forget(FieldName field) {
            halves.values().forEach(moved -> moved.remove(field));
            fields.keySet().removeIf(f -> field.equals(names.get(f)));
            names.values().remove(field);
        }
    }
}
