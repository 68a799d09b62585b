package io.smarketing.core.sync.watch;

import io.smarketing.core.alert.Alert;
import io.smarketing.core.handoff.Testimony;
import io.smarketing.core.handoff.Testimony.How;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lead.Fingerprint;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonBook;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.person.Remembered;
import io.smarketing.core.sla.BusinessHours;
import io.smarketing.core.sla.terms.Escalations;
import io.smarketing.core.sla.terms.Recipient;
import io.smarketing.core.sla.terms.Versions;
import io.smarketing.core.sync.Posting;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells people of stages that somebody has moved as they must not be moved, and that stay so: each move once. */
record MoveWatch(Mapping mapping, Versions versions, PersonBook people, ClockBook book, Set<Recipient.Way> ways) {

    private static final int AT_ONCE = 500;

    /** So long there is to put it right. */
    private static final Duration TO_SEE_TO = Duration.ofDays(1);

    /** @param between run after each few moves */
    void look(Remembered remembered, Runnable between) {
        List<Testimony> moves = book.escalated(AT_ONCE);
        while (!moves.isEmpty()) {
            tell(moves, remembered);
            between.run();
            moves = book.escalated(AT_ONCE);
        }
    }

    private void tell(List<Testimony> moves, Remembered remembered) {
        Map<PersonId, Person> known =
                people.people(moves.stream().map(Testimony::person).collect(Collectors.toSet()));
        List<Posting> tasks = new ArrayList<>();
        List<Alert> alerts = new ArrayList<>();
        for (Testimony move : moves) {
            Person person = known.get(move.person());
            if (person != null) {
                Set<Recipient> to = versions.at(move.noted())
                        .map(terms -> terms.escalations().by(ways).of(Escalations.ILLEGAL_MOVE))
                        .orElse(new TreeSet<>());
                Tidings tidings = tidings(person, move, remembered);
                tasks.addAll(tidings.tasks(to, move.noted().plus(TO_SEE_TO).atZone(zone())));
                alerts.addAll(tidings.alerts(to));
            }
        }
        book.record(new Looked(List.of(), List.of(), List.of(), tasks, alerts, Map.of(), moves));
    }

    private Tidings tidings(Person person, Testimony move, Remembered remembered) {
        boolean back = move.how() == How.LEFT;
        String crm = move.record().crm().name();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Moved", "to " + move.event() + " in " + crm);
        facts.put("Seen", Tidings.WHEN.format(move.noted().atZone(zone())));
        if (back) {
            facts.put("Stage", person.progress().standing() + ", which stays: a lead goes back by a detour only");
        } else {
            shut(move, remembered.fields(mapping.rules(), person))
                    .ifPresent(line -> facts.put("Gate", line + " is not true"));
        }
        String event = "move-" + person.id() + "-"
                + Fingerprint.of(String.join(
                        " ",
                        move.record().toString(),
                        move.event(),
                        move.how().word(),
                        move.at().toString()));
        String title = (back ? "Moved back to " : "Moved past a gate to ") + move.event() + " in " + crm;
        return new Tidings(person, event, title, facts, move.noted());
    }

    private Optional<String> shut(Testimony move, Fields lead) {
        return mapping.lifecycle().rules().stream()
                .filter(r -> mapping.lifecycle()
                        .stage(move.event())
                        .filter(s -> !r.stage().isPast(s))
                        .isPresent())
                .flatMap(r -> r.shut(lead).stream().map(line -> r.stage().name() + ": " + line))
                .findFirst();
    }

    private ZoneId zone() {
        return mapping.handoff()
                .map(Handoff::hours)
                .orElse(BusinessHours.ALWAYS)
                .zone();
    }
}
