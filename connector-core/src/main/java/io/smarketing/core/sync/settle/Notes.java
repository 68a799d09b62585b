package io.smarketing.core.sync.settle;

import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.lifecycle.Progress;
import java.time.Duration;
import java.util.Optional;

/** Notes in the journal how a person moved through the funnel and the handoff. */
record Notes(Lifecycle lifecycle, Handoffs handoffs) {

    /** @param neutral the fields against which gates are held */
    void note(Draft draft, Progress before, Progress after, Fields neutral) {
        boolean back = after.pass().number() > before.pass().number();
        if (!before.standing().equals(after.standing())) {
            Event way = back ? Event.CAME_BACK : Event.STAGE_REACHED;
            draft.note(after.pass().detour().isPresent() ? Event.LEFT_FUNNEL : way, after.standing());
            shutGate(after, neutral).ifPresent(line -> draft.note(Event.PAST_GATE, after.stage() + ": " + line));
        }
        for (Moment moment : after.handover().moments().keySet()) {
            if (back || before.handover().at(moment).isEmpty()) {
                draft.note(event(moment), took(after, moment));
            }
        }
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
            case TOUCHED -> Event.TOUCHED;
            case ACCEPTED -> Event.ACCEPTED;
            case REJECTED -> Event.REJECTED;
        };
    }

    private String took(Progress progress, Moment moment) {
        long wall = handoffs.wallTime(progress, moment).map(Duration::toMinutes).orElse(0L);
        long business =
                handoffs.businessTime(progress, moment).map(Duration::toMinutes).orElse(0L);
        return "after " + wall + " min, " + business + " of them in business hours";
    }
}
