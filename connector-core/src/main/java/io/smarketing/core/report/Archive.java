package io.smarketing.core.report;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lifecycle.Criterion;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.merge.Half;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonBook;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.person.Remembered;
import io.smarketing.core.person.Sighting;
import io.smarketing.core.person.Traces;
import io.smarketing.core.report.Dossier.FieldState;
import io.smarketing.core.report.Dossier.LineState;
import io.smarketing.core.report.Dossier.Reasons;
import io.smarketing.core.report.Dossier.Took;
import io.smarketing.core.sync.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Finds people in the books, and puts together all that is known of one; no CRM is asked. */
public final class Archive {

    private static final Set<Event> ABOUT_FIELDS = Set.of(Event.CONFLICT, Event.DRIFT, Event.LEFT_DIFFERENT);
    /** Far more than a person's fields see in years; what is older is left to the store. */
    private static final int LINES_READ = 1_000;

    private final Mapping mapping;
    private final PersonBook book;
    private final Ledger ledger;
    private final Overview overview;

    /** @param ledger only asked */
    public Archive(Mapping mapping, PersonBook book, Ledger ledger, Overview overview) {
        this.mapping = mapping;
        this.book = book;
        this.ledger = ledger;
        this.overview = overview;
    }

    /**
     * What was found.
     *
     * @param strangers records that were seen and are nobody's
     * @param erased somebody who was erased for privacy was known so: no more than this is known
     */
    public record Found(List<Person> people, List<Sighting> strangers, boolean erased) {

        public boolean isNothing() {
            return people.isEmpty() && strangers.isEmpty() && !erased;
        }
    }

    /** Whoever is meant: by address, by a record's id, by our id for the person, or by our external id. */
    public Found find(String asked) {
        Set<Sighting> seen = new LinkedHashSet<>();
        List<RecordRef> refs = new ArrayList<>();
        for (CrmId crm : new TreeMap<>(mapping.own()).keySet()) {
            Email.in(asked).ifPresent(e -> seen.addAll(book.sightedByEmail(crm, Set.of(e))));
            seen.addAll(book.sightedByKey(crm, Set.of(asked)));
            mapping.own().get(crm).keySet().forEach(type -> refs.add(new RecordRef(crm, type, asked)));
        }
        seen.addAll(book.sightings(refs).values());
        Traces traces = new Traces(
                new LinkedHashSet<>(refs),
                Set.of(asked),
                Email.in(asked).map(Set::of).orElse(Set.of()));
        Set<PersonId> ids = new LinkedHashSet<>();
        seen.forEach(s -> s.person().ifPresent(ids::add));
        personId(asked).ifPresent(ids::add);
        book.byKeys(Set.of(asked)).values().forEach(p -> ids.add(p.id()));
        return new Found(
                List.copyOf(book.people(ids).values()),
                seen.stream().filter(s -> s.person().isEmpty()).toList(),
                !book.erased(traces).isEmpty());
    }

    private static Optional<PersonId> personId(String asked) {
        try {
            return Optional.of(new PersonId(UUID.fromString(asked)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @param lines at most so many of the journal */
    public Dossier of(Person person, int lines) {
        List<JournalLine> journal = overview.journal(person.id(), Math.max(lines, LINES_READ));
        Set<RecordRef> records = new LinkedHashSet<>();
        for (Holding held : person.holdings().values()) {
            records.addAll(held.all());
        }
        return new Dossier(
                person,
                book.tombstones(person.id()),
                reasons(Remembered.OFFLINE.fields(mapping.rules(), person)),
                handoff(person.progress()),
                mapping.rules().stream().map(r -> field(r, person, journal)).toList(),
                ledger.parked(records),
                journal.subList(0, Math.min(lines, journal.size())));
    }

    private List<Reasons> reasons(Fields known) {
        List<Reasons> all = new ArrayList<>();
        mapping.lifecycle()
                .rules()
                .forEach(r -> all.add(
                        new Reasons(r.stage().name(), false, lines(r.criteria(), known), lines(r.gate(), known))));
        mapping.lifecycle()
                .detours()
                .forEach(d -> all.add(new Reasons(d.name(), true, lines(d.criteria(), known), List.of())));
        return all;
    }

    private static List<LineState> lines(Collection<Criterion> lines, Fields known) {
        return lines.stream().map(line -> line(line, known)).toList();
    }

    private static LineState line(Criterion line, Fields known) {
        Map<FieldName, Optional<FieldValue>> inputs = new TreeMap<>();
        line.inputs().forEach(field -> inputs.put(field, known.get(field)));
        boolean told = inputs.values().stream().allMatch(Optional::isPresent);
        return new LineState(
                line.name(),
                line.source(),
                told ? Optional.of(line.holds(known)) : Optional.empty(),
                told ? line.fault(known) : Optional.empty(),
                inputs);
    }

    private Map<Moment, Took> handoff(Progress progress) {
        Optional<Handoff> terms = mapping.handoff();
        Optional<Instant> began =
                terms.flatMap(t -> Optional.ofNullable(progress.stamps().get(t.from())));
        Map<Moment, Took> took = new EnumMap<>(Moment.class);
        progress.handover()
                .moments()
                .forEach((moment, at) -> took.put(
                        moment,
                        new Took(
                                at,
                                began.map(b -> Duration.between(b, at)),
                                began.map(b -> terms.orElseThrow().hours().between(b, at)))));
        return took;
    }

    private static FieldState field(FieldRule rule, Person person, List<JournalLine> journal) {
        Map<CrmId, Half> halves = new LinkedHashMap<>();
        List<FieldValue> meant = new ArrayList<>();
        rule.places()
                .keySet()
                .forEach(crm -> Remembered.half(rule, person, crm).ifPresent(half -> {
                    halves.put(crm, half);
                    Remembered.OFFLINE.neutral(rule, crm, half).ifPresent(meant::add);
                }));
        return new FieldState(
                rule,
                halves,
                meant.size() == 2 ? Optional.of(meant.get(0).equals(meant.get(1))) : Optional.empty(),
                journal.stream()
                        .filter(l ->
                                ABOUT_FIELDS.contains(l.event()) && l.fields().contains(rule.name()))
                        .toList());
    }
}
