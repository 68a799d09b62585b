package io.smarketing.core.sync.watch;

import io.smarketing.core.alert.Alert;
import io.smarketing.core.handoff.Testimony;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sync.Posting;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one look at some people came to, to be stored in one transaction.
 *
 * @param people of whom the CRMs are to be told
 * @param tasks what owners are asked to see to
 * @param alerts what others are told
 * @param next for each who was looked at, when to look again
 * @param moves of which people are told with it
 */
public record Looked(
        List<Person> people,
        List<ClockRow> clocks,
        List<JournalLine> journal,
        List<Posting> tasks,
        List<Alert> alerts,
        Map<PersonId, Next> next,
        List<Testimony> moves) {

    public Looked {
        people = List.copyOf(people);
        clocks = List.copyOf(clocks);
        journal = List.copyOf(journal);
        tasks = List.copyOf(tasks);
        alerts = List.copyOf(alerts);
        next = Collections.unmodifiableMap(new LinkedHashMap<>(next));
        moves = List.copyOf(moves);
    }

    /** Nobody is told of a move. */
    public Looked(
            List<Person> people,
            List<ClockRow> clocks,
            List<JournalLine> journal,
            List<Posting> tasks,
            List<Alert> alerts,
            Map<PersonId, Next> next) {
        this(people, clocks, journal, tasks, alerts, next, List.of());
    }

    /**
     * When to look again.
     *
     * @param at the moment; empty if only something that happens can change anything
     * @param open false if nothing is promised any more
     */
    public record Next(Optional<Instant> at, boolean open) {}
}
