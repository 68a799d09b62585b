package io.smarketing.core.sync.watch;

import io.smarketing.core.alert.Alert;
import io.smarketing.core.commitment.CommitmentBook;
import io.smarketing.core.commitment.PeriodWatch;
import io.smarketing.core.feedback.Answer;
import io.smarketing.core.handoff.Snapshot;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.lifecycle.Standing;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonBook;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.person.Remembered;
import io.smarketing.core.sla.clock.Mark;
import io.smarketing.core.sla.terms.Recipient;
import io.smarketing.core.sla.terms.Recipient.Way;
import io.smarketing.core.sla.terms.Versions;
import io.smarketing.core.sync.Posting;
import io.smarketing.core.sync.watch.Looked.Next;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Watches over promises. Each look judges afresh by what is known of a person, and what differs from the look before is
 * noted with it in one transaction: so a restart, an outage, or a clock found late loses nothing and doubles nothing.
 */
public final class Watch {

    private static final int AT_ONCE = 500;

    private final Mapping mapping;
    private final Versions versions;
    private final PersonBook people;
    private final ClockBook book;
    private final PeriodWatch periods;
    private final WatchBooks books;
    private final ReturnWatch returns;
    private final MoveWatch moves;
    private final Set<Way> ways;

    /** @param ways how people can be told of what is at risk or broken */
    public Watch(Mapping mapping, Versions versions, PersonBook people, WatchBooks books, Set<Way> ways) {
        this.mapping = mapping;
        this.versions = versions;
        this.people = people;
        this.book = books.clocks();
        this.books = books;
        this.ways = Set.copyOf(ways);
        this.returns = new ReturnWatch(mapping, books.feedback());
        this.moves = new MoveWatch(mapping, versions, people, book, ways);
        this.periods = new PeriodWatch(mapping, versions, people, books.commitments(), ways);
    }

    /**
     * Looks at everybody of whom something is due, then at moves that are escalated, then at the periods that are over.
     *
     * @param upTo all that happened until then is known
     * @param remembered tells what the books know of a person
     * @param between run after each few people
     */
    public void look(Instant upTo, Remembered remembered, Runnable between) {
        showAnswers(upTo);
        List<PersonId> due = book.due(upTo, AT_ONCE);
        while (!due.isEmpty()) {
            book.record(look(due, upTo, remembered));
            between.run();
            due = book.due(upTo, AT_ONCE);
        }
        moves.look(remembered, between);
        periods.look(upTo, remembered, between);
    }

    /** Has the CRMs show what marketing has answered past them: whoever it is about is told of with the clocks. */
    private void showAnswers(Instant upTo) {
        List<Answer> answers = books.feedback().unshown(AT_ONCE);
        while (!answers.isEmpty()) {
            Map<PersonId, Person> known =
                    people.people(answers.stream().map(Answer::person).toList());
            List<Person> changed = new ArrayList<>();
            Map<PersonId, Next> next = new LinkedHashMap<>();
            returns.unshown(answers, known.values()).forEach((id, change) -> {
                Person person = Optional.ofNullable(known.get(id)).orElseThrow();
                changed.add(person.with(
                        person.progress().with(person.progress().handover().answered(Optional.of(change)))));
                next.put(id, new Next(Optional.of(upTo), true));
            });
            book.record(new Looked(changed, List.of(), List.of(), List.of(), List.of(), next));
            books.feedback().shown(answers);
            answers = books.feedback().unshown(AT_ONCE);
        }
    }

    /** What was promised for whole periods, and what came of it. */
    public CommitmentBook commitments() {
        return books.commitments();
    }

    /** Some of those whose clocks the CRMs show as they stood before; empty if there are none. */
    public Collection<Person> untold() {
        Set<PersonId> ids = book.untold(AT_ONCE);
        Map<PersonId, Person> known = people.people(ids);
        // who is no more needs no telling
        book.told(ids.stream().filter(id -> !known.containsKey(id)).toList());
        return known.values();
    }

    /** The CRMs show how the clocks of these stand. */
    public void told(Collection<Person> shown) {
        book.told(shown.stream().map(Person::id).toList());
    }

    private Looked look(List<PersonId> due, Instant upTo, Remembered remembered) {
        Map<PersonId, Person> known = people.people(due);
        Map<PersonId, List<ClockRow>> before =
                book.clocks(known.keySet()).stream().collect(Collectors.groupingBy(ClockRow::person));
        List<Excuse> excuses = book.excuses(known.keySet());
        List<Person> changed = new ArrayList<>();
        List<ClockRow> rows = new ArrayList<>();
        List<JournalLine> lines = new ArrayList<>();
        List<Posting> tasks = new ArrayList<>();
        List<Alert> alerts = new ArrayList<>();
        Map<PersonId, Next> next = new LinkedHashMap<>();
        due.forEach(id -> next.put(id, new Next(Optional.empty(), false)));
        // before the look is stored: once it is, nobody looks at them again
        returns.look(known.values(), upTo, remembered);
        books.handoffs()
                .freeze(known.values().stream()
                        .filter(p -> isNew(p, before.getOrDefault(p.id(), List.of())))
                        .map(p -> snapshot(p, upTo, remembered))
                        .toList());
        for (Person person : known.values()) {
            List<ClockRow> old = before.getOrDefault(person.id(), List.of());
            List<ClockRow> now = clocks(person, old, upTo, remembered);
            rows.addAll(now);
            News news = new News(person, old, now, excuses);
            lines.addAll(news.journal());
            news.escalations(versions).forEach(e -> {
                Set<Recipient> to = recipients(e.mark());
                tasks.addAll(e.tasks(to));
                alerts.addAll(e.alerts(to));
            });
            next.put(person.id(), next(now, upTo));
            standing(person, now).ifPresent(changed::add);
        }
        return new Looked(changed, rows, lines, tasks, alerts, next);
    }

    /** As it was agreed when it happened. */
    private Set<Recipient> recipients(Mark mark) {
        return versions.at(mark.at())
                .map(terms -> terms.escalations().by(ways).of(mark))
                .orElse(new TreeSet<>());
    }

    /** A lead that was handed over and never looked at in this pass. */
    private boolean isNew(Person person, List<ClockRow> old) {
        int pass = person.progress().pass().number();
        return old.stream().noneMatch(r -> r.pass() == pass)
                && mapping.handoff()
                        .flatMap(h -> HandoffSignals.handedOver(person.progress(), h.from()))
                        .isPresent();
    }

    private Snapshot snapshot(Person person, Instant upTo, Remembered remembered) {
        Map<String, String> values = new LinkedHashMap<>();
        remembered.fields(mapping.rules(), person).values().forEach((name, value) -> {
            if (!value.isBlank()) {
                values.put(name.text(), value.text());
            }
        });
        return new Snapshot(person.id(), person.progress().pass().number(), upTo, values);
    }

    private List<ClockRow> clocks(Person person, List<ClockRow> old, Instant upTo, Remembered remembered) {
        int pass = person.progress().pass().number();
        List<ClockRow> here = old.stream().filter(r -> r.pass() == pass).toList();
        List<ClockRow> rows = new ArrayList<>(old.stream()
                .filter(r -> r.pass() < pass)
                .map(ClockRow::calledOff)
                .toList());
        if (HandoffSignals.areHeard(person)) {
            mapping.handoff()
                    .ifPresent(h -> new Assessment(h.from(), mapping.lifecycle(), versions)
                            .of(person, here, upTo, () -> remembered.fields(mapping.rules(), person))
                            .forEach(rows::add));
        } else {
            here.stream().map(ClockRow::calledOff).forEach(rows::add);
        }
        return rows;
    }

    /** Never before what has been looked at. */
    private static Next next(List<ClockRow> rows, Instant upTo) {
        return new Next(
                rows.stream()
                        .flatMap(r -> r.reading().next().stream())
                        .filter(upTo::isBefore)
                        .min(Instant::compareTo),
                rows.stream().anyMatch(r -> r.reading().state().isOpen()));
    }

    /** The person with the clocks as they stand now, if they stood otherwise before. */
    private static Optional<Person> standing(Person person, List<ClockRow> rows) {
        int pass = person.progress().pass().number();
        Optional<Standing> now = Standing.of(rows.stream()
                .filter(r -> r.pass() == pass && r.isPromise())
                .map(ClockRow::reading)
                .toList());
        boolean same = person.progress().handover().standing().equals(now);
        return same
                ? Optional.empty()
                : Optional.of(person.with(
                        person.progress().with(person.progress().handover().with(now))));
    }
}
