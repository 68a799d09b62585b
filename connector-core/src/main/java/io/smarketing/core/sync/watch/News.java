package io.smarketing.core.sync.watch;

import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.sla.clock.Mark;
import io.smarketing.core.sla.terms.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What two looks at the clocks of a person differ in: warnings and breaches that came, and such as were none. Pure. */
record News(Person person, List<ClockRow> before, List<ClockRow> now, List<Excuse> excuses) {

    /** All of it, a line each. */
    List<JournalLine> journal() {
        List<JournalLine> lines = new ArrayList<>();
        Optional<Holding> held = person.holdings().values().stream().findFirst();
        for (ClockRow row : held.isPresent() ? now : List.<ClockRow>of()) {
            List<Mark> was = marks(row);
            List<Mark> is = row.reading().marks();
            without(is, was)
                    .forEach(m ->
                            lines.add(line(held.get(), m.isBreach() ? Event.SLA_BREACHED : Event.SLA_AT_RISK, row, m)));
            without(was, is).forEach(m -> lines.add(line(held.get(), Event.SLA_WITHDRAWN, row, m)));
        }
        return lines;
    }

    /**
     * What people are to hear of: of each promise the gravest that came, as long as a warning is one. What was over before
     * the connector knew of the agreement, and is seen for the first time, is history; what is excused is nobody's news.
     */
    List<Escalation> escalations(Versions versions) {
        List<Escalation> told = new ArrayList<>();
        for (ClockRow row : now) {
            if (excuses.stream().anyMatch(e -> e.isOf(row))) {
                continue;
            }
            List<Mark> came = without(row.reading().marks(), marks(row));
            versions.promise(row.version(), row.segment(), row.promise())
                    .ifPresent(promise -> came.stream()
                            .reduce((lighter, graver) -> graver)
                            .filter(m -> m.isBreach() || row.reading().state().isOpen())
                            .filter(m -> isWatched(row)
                                    || versions.version(row.version())
                                            .filter(t -> !m.at().isBefore(t.accepted()))
                                            .isPresent())
                            .ifPresent(m -> told.add(new Escalation(person, row, promise, m))));
        }
        return told;
    }

    private boolean isWatched(ClockRow row) {
        return before.stream().anyMatch(r -> r.pass() == row.pass());
    }

    private List<Mark> marks(ClockRow row) {
        return before.stream()
                .filter(r -> r.pass() == row.pass() && r.promise().equals(row.promise()))
                .findFirst()
                .map(r -> r.reading().marks())
                .orElse(List.of());
    }

    private static List<Mark> without(List<Mark> marks, List<Mark> others) {
        return marks.stream()
                .filter(m -> others.stream().noneMatch(o -> o.word().equals(m.word())))
                .toList();
    }

    private JournalLine line(Holding held, Event event, ClockRow row, Mark mark) {
        String due = row.reading().due().map(at -> ", due " + at).orElse("");
        String over = mark.word() + (mark.word().endsWith("%") ? " of the time" : "");
        String note = row.promise() + " (" + row.segment() + "): " + over + due;
        return new JournalLine(mark.at(), person.id(), event, held.principal().crm(), held.principal(), Set.of(), note);
    }
}
