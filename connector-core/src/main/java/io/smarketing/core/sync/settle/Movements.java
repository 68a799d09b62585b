package io.smarketing.core.sync.settle;

import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.person.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the journal says of how a person moved through the funnel and the handoff. */
record Movements(Lifecycle lifecycle, Handoffs handoffs) {

    /** How the person moved from there, as the record told. */
    List<JournalLine> lines(Progress from, Person person, RecordRef record, Instant at) {
        Progress now = person.progress();
        Map<Event, String> notes = new LinkedHashMap<>();
        boolean back = now.pass().number() > from.pass().number();
        if (!from.standing().equals(now.standing())) {
            Event way = back ? Event.CAME_BACK : Event.STAGE_REACHED;
            notes.put(now.pass().detour().isPresent() ? Event.LEFT_FUNNEL : way, now.standing());
        }
        for (Moment moment : now.handover().moments().keySet()) {
            if (back || from.handover().at(moment).isEmpty()) {
                notes.put(event(moment), took(now, moment));
            }
        }
        List<JournalLine> lines = new ArrayList<>();
        notes.forEach((event, note) ->
                lines.add(new JournalLine(at, person.id(), event, record.crm(), record, Set.of(), note)));
        return lines;
    }

    /** The line of the gate that was shut when the person passed it just now. */
    Optional<String> pastGate(Progress from, Progress now, Fields neutral) {
        return from.standing().equals(now.standing())
                ? Optional.empty()
                : shutGate(now, neutral).map(line -> now.stage() + ": " + line);
    }

    private Optional<String> shutGate(Progress after, Fields neutral) {
        return lifecycle.rules().stream()
                .filter(r -> r.stage().name().equals(after.standing()))
                .flatMap(r -> r.shut(neutral).stream())
                .findFirst();
    }

    private static Event event(Moment moment) {
        return switch (moment) {
            case ASSIGNED -> Event.ASSIGNED;
            case TOUCHED, TOUCHED_BY_OWNER -> Event.TOUCHED;
            case ACCEPTED -> Event.ACCEPTED;
            case REJECTED -> Event.REJECTED;
        };
    }

    private String took(Progress progress, Moment moment) {
        long wall = handoffs.wallTime(progress, moment).map(Duration::toMinutes).orElse(0L);
        long business =
                handoffs.businessTime(progress, moment).map(Duration::toMinutes).orElse(0L);
        String who = moment == Moment.TOUCHED_BY_OWNER ? "by the owner, " : "";
        return who + "after " + wall + " min, " + business + " of them in business hours";
    }
}
