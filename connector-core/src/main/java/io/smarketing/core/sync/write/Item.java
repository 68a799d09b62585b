package io.smarketing.core.sync.write;

import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lead.Fingerprint;
import io.smarketing.core.merge.Half;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.person.Sighting;
import io.smarketing.core.sync.settle.Settlement;
import io.smarketing.core.sync.settle.Settlement.Write;
import io.smarketing.core.sync.told.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One settlement on its way: the person as answered so far. */
final class Item {

    private final Settlement settlement;
    private Person person;
    private Optional<Person> inBook;
    private boolean linked;
    private boolean again;
    private Optional<RecordRef> elsewhere = Optional.empty();
    private boolean aside;
    private boolean noted;
    private final Map<CrmId, Write> less = new TreeMap<>();
    private final Map<CrmId, Written> answers = new TreeMap<>();

    Item(Settlement settlement) {
        this.settlement = settlement;
        this.person = settlement.person();
        this.inBook = settlement.pairing().source().person();
        this.linked = settlement.linked();
        this.aside = !settlement.parked().isEmpty();
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

    /** The person if the book is to have one and has it otherwise; from here on it counts as stored. */
    Optional<Person> news() {
        Optional<Person> news = Optional.of(person).filter(p -> linked && !inBook.equals(Optional.of(p)));
        inBook = news.or(() -> inBook);
        return news;
    }

    /** What the journal says of it, once: with the person, or not at all. */
    List<JournalLine> lines() {
        List<JournalLine> lines = noted ? List.of() : settlement.journal();
        noted = true;
        return lines;
    }

    /** Edits that are beaten, as long as the journal does not say so: a lost answer must not lose that. */
    List<JournalLine> conflicts() {
        return noted
                ? List.of()
                : settlement.journal().stream()
                        .filter(l -> l.event() == Event.CONFLICT)
                        .toList();
    }

    boolean isAgain() {
        return again;
    }

    /** @param there the record that the CRM says to be the person's; what the source has become its own side tells */
    void again(Optional<RecordRef> there) {
        again = true;
        elsewhere = there.filter(ref -> !ref.crm().equals(source().crm()));
    }

    Optional<RecordRef> elsewhere() {
        return elsewhere;
    }

    /** Something of it could not be carried over. */
    void aside() {
        aside = true;
    }

    Told source() {
        return settlement.pairing().source();
    }

    Optional<Write> write(CrmId crm) {
        return Optional.ofNullable(less.getOrDefault(crm, settlement.writes().get(crm)));
    }

    /** True if a record is to be made, and that field of it is to hold the source's address. */
    boolean isAddressOfNew(CrmId crm, FieldName field) {
        WriteCommand command = write(crm).orElseThrow().command();
        return command instanceof WriteCommand.Create
                && source().record()
                        .email()
                        .filter(e ->
                                e.address().equalsIgnoreCase(command.fields().text(field)))
                        .isPresent();
    }

    /** Leaves a field out of what is sent from here on; false if nothing would be left. */
    boolean leaveOut(CrmId crm, FieldName field) {
        Optional<Write> rest = write(crm).flatMap(w -> w.without(crm, field));
        rest.ifPresent(w -> less.put(crm, w));
        return rest.isPresent();
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
        answers.put(crm, answer);
    }

    /**
     * Whose the records are that nobody's were before: known as soon as the person is, though not worked yet. Nor is a
     * source that was worked earlier, as it is: what moved since is known from here on, and not yet written everywhere.
     */
    List<Sighting> links() {
        var pairing = settlement.pairing();
        return Stream.of(Stream.of(source()), pairing.target().stream(), pairing.others().stream())
                .flatMap(s -> s)
                .filter(t -> t.before().flatMap(Sighting::person).isEmpty() || t == source() && isWorked(t))
                .map(t -> t.unworked(Optional.of(person.id())))
                .toList();
    }

    private static boolean isWorked(Told told) {
        return told.before()
                .filter(b -> !b.stamp().isBefore(told.record().stamp()))
                .isPresent();
    }

    /** A record that was made by this answer. */
    Sighting made(Written answer) {
        return new Sighting(
                answer.ref(),
                Optional.of(person.id()),
                person.key(),
                person.email(),
                answer.at(),
                answer.stamp().orElse(Instant.EPOCH),
                false,
                true);
    }

    /** What is remembered of all records once all is done. */
    List<Sighting> seen() {
        Optional<PersonId> owner = linked ? Optional.of(person.id()) : Optional.empty();
        List<Sighting> seen = new ArrayList<>();
        seen.add(seen(source(), owner));
        if (linked) {
            settlement.pairing().target().ifPresent(t -> seen.add(seen(t, owner)));
            settlement.pairing().others().forEach(t -> seen.add(t.sighting(owner)));
        }
        return seen;
    }

    /**
     * The stamp that our own write gave a record counts as read. But as long as something is aside the stamp of before
     * stands, since edits that were not carried are to be dated by it.
     */
    private Sighting seen(Told told, Optional<PersonId> owner) {
        Written answer = answers.get(told.crm());
        Sighting read = told.sighting(owner);
        if (aside || person.paused()) {
            Instant before = told.before().map(Sighting::stamp).orElse(Instant.EPOCH);
            return new Sighting(read.ref(), owner, read.key(), read.email(), read.createdAt(), before, false, true);
        }
        return answer == null
                ? read
                : new Sighting(
                        read.ref(),
                        owner,
                        person.key(),
                        person.email(),
                        read.createdAt(),
                        answer.stamp().orElse(Instant.EPOCH),
                        false,
                        true);
    }

    /** The records that were settled with one another: what is aside for one of them concerns both. */
    Set<RecordRef> settledRefs() {
        Set<RecordRef> refs = new TreeSet<>();
        refs.add(source().ref());
        settlement.pairing().target().ifPresent(t -> refs.add(t.ref()));
        return refs;
    }

    /** Those of them of which something was aside when they were read. */
    Set<RecordRef> asideRefs() {
        Set<RecordRef> refs = new TreeSet<>();
        Stream.concat(Stream.of(source()), settlement.pairing().target().stream())
                .filter(Told::aside)
                .forEach(t -> refs.add(t.ref()));
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
        return Fingerprint.of(text.toString());
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
                FieldValue now = value.getValue();
                halves.put(name, new Half(now, false, sent.standsInAs(now), sent.mapping(), sent.bounce()));
            }
        }
    }
}
