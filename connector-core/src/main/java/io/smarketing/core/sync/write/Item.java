package io.smarketing.core.sync.write;

import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.merge.Bounces;
import io.smarketing.core.merge.Half;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.person.Sighting;
import io.smarketing.core.sync.room.Settlement;
import io.smarketing.core.sync.room.Settlement.Write;
import io.smarketing.core.sync.room.Told;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One settlement on its way: the person as answered so far. */
final class Item {

    private final Settlement settlement;
    private Person person;
    private boolean linked;
    private boolean again;
    private Optional<Instant> sourceStamp = Optional.empty();

    Item(Settlement settlement) {
        this.settlement = settlement;
        this.person = settlement.person();
        this.linked = settlement.linked();
    }

    Settlement settlement() {
        return settlement;
    }

    Person person() {
        return person;
    }

    boolean isLinked() {
        return linked;
    }

    boolean isAgain() {
        return again;
    }

    void again() {
        again = true;
    }

    Told source() {
        return settlement.pairing().source();
    }

    Optional<Write> write(CrmId crm) {
        return Optional.ofNullable(settlement.writes().get(crm));
    }

    /** The person as the book will have it once this write is answered; a record yet to be made goes by its key. */
    Person after(CrmId crm) {
        return overlaid(write(crm).orElseThrow(), Optional.empty(), Fields.NONE, crm);
    }

    /** The stamp that the record to be written bore when it was read. */
    Instant stampBefore(CrmId crm) {
        return Stream.concat(Stream.of(source()), settlement.pairing().target().stream())
                .filter(t -> t.crm().equals(crm))
                .map(t -> t.record().stamp())
                .findFirst()
                .orElse(source().readAt());
    }

    /** Takes an answer in. */
    void written(CrmId crm, Written answer) {
        Write write = write(crm).orElseThrow();
        person = overlaid(write, Optional.of(answer.ref()), answer.values().orElse(Fields.NONE), crm);
        linked = true;
        if (answer.ref().equals(source().ref())) {
            sourceStamp = answer.stamp();
        }
    }

    /** What is remembered of the record that was written. */
    Sighting seen(Written answer) {
        Told told = answer.ref().equals(source().ref())
                ? source()
                : settlement.pairing().target().orElse(source());
        boolean known = told.ref().equals(answer.ref());
        return new Sighting(
                answer.ref(),
                Optional.of(person.id()),
                person.key(),
                person.email(),
                known ? told.record().createdAt() : answer.at(),
                answer.stamp().orElse(Instant.EPOCH),
                false,
                true);
    }

    /** Whose the records are that nobody's were before: known as soon as the person is, though not worked yet. */
    List<Sighting> links() {
        var pairing = settlement.pairing();
        return Stream.of(Stream.of(source()), pairing.target().stream(), pairing.others().stream())
                .flatMap(s -> s)
                .filter(t -> t.before().flatMap(Sighting::person).isEmpty())
                .map(t -> t.unworked(Optional.of(person.id())))
                .toList();
    }

    /** What is remembered of the source once all is done: the stamp that our own write gave it counts as read. */
    Sighting sourceSeen() {
        Optional<PersonId> owner = linked ? Optional.of(person.id()) : Optional.empty();
        Sighting read = source().sighting(owner);
        return sourceStamp
                .map(at ->
                        new Sighting(read.ref(), owner, person.key(), read.email(), read.createdAt(), at, false, true))
                .orElse(read);
    }

    /** The records that were settled with one another: what is aside for one of them concerns both. */
    Set<RecordRef> settledRefs() {
        Set<RecordRef> refs = new TreeSet<>();
        refs.add(source().ref());
        settlement.pairing().target().ifPresent(t -> refs.add(t.ref()));
        return refs;
    }

    /**
     * Fingerprint of what is tried in a CRM: if it was refused, the same is not tried again. The values of our own
     * fields do not count, since a stamp may be the time of the read; an edit of either record makes it another attempt.
     */
    String attempt(CrmId crm) {
        StringBuilder text = new StringBuilder(crm.name());
        Stream.concat(Stream.of(source()), settlement.pairing().target().stream())
                .sorted(Comparator.comparing(Told::ref))
                .forEach(t -> text.append('\u0000').append(t.record().stamp()));
        Write write = write(crm).orElseThrow();
        write.command()
                .fields()
                .values()
                .forEach((name, value) -> text.append('\u0000')
                        .append(name)
                        .append('\u0001')
                        .append(write.names().containsKey(name) ? value.text() : ""));
        return Bounces.fingerprint(text.toString());
    }

    private Person overlaid(Write write, Optional<RecordRef> made, Fields values, CrmId crm) {
        Person after = person;
        if (write.command() instanceof WriteCommand.Create create) {
            RecordRef ref = made.orElseGet(() -> new RecordRef(crm, create.type(), create.key()));
            after = after.with(crm, Holding.of(ref));
        }
        for (Map.Entry<CrmId, Map<FieldName, Half>> moved : write.onWritten().entrySet()) {
            Optional<Holding> held = after.in(moved.getKey());
            if (held.isPresent()) {
                Map<FieldName, Half> halves = new LinkedHashMap<>(moved.getValue());
                if (moved.getKey().equals(crm)) {
                    answered(write, values, halves);
                }
                after = after.with(moved.getKey(), held.get().with(halves));
            }
        }
        return after;
    }

    /** The half of the written side is what the CRM answered. */
    private static void answered(Write write, Fields values, Map<FieldName, Half> halves) {
        for (Map.Entry<FieldName, FieldValue> value : values.values().entrySet()) {
            FieldName name = write.names().get(value.getKey());
            Half sent = name == null ? null : halves.get(name);
            if (sent != null) {
                boolean same = sent.value().equals(value.getValue());
                halves.put(
                        name, new Half(value.getValue(), false, sent.standIn() && same, sent.mapping(), sent.bounce()));
            }
        }
    }
}
