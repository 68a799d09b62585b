package io.smarketing.core.sync.watch;

import io.smarketing.core.lifecycle.Handover;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.person.Person;
import io.smarketing.core.sla.clock.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a clock hears of the handoff of one pass. */
public final class HandoffSignals {

    /** The lead is sales': since it was handed over, and we knew of it. How long we took is nobody's delay. */
    public static final String HANDED_OVER = "handed-over";
    /** A human owns the lead. */
    public static final String ASSIGNED = "assigned";
    /** A human tried to reach the person. */
    public static final String TOUCHED = "touched";
    /** Whoever owned the lead tried to reach the person. */
    public static final String TOUCHED_BY_OWNER = "touched-by-owner";
    /** Sales took the lead. */
    public static final String ACCEPTED = "accepted";
    /** Sales sent the lead back. */
    public static final String REJECTED = "rejected";
    /** The lead left the funnel. */
    public static final String LEFT = "left";

    /** All of them; beside these a clock hears of each stage and detour by its name. */
    public static final List<String> WORDS =
            List.of(HANDED_OVER, ASSIGNED, TOUCHED, TOUCHED_BY_OWNER, ACCEPTED, REJECTED, LEFT);

    private static final Map<Moment, String> MOMENTS = Map.of(
            Moment.ASSIGNED, ASSIGNED,
            Moment.TOUCHED, TOUCHED,
            Moment.TOUCHED_BY_OWNER, TOUCHED_BY_OWNER,
            Moment.ACCEPTED, ACCEPTED,
            Moment.REJECTED, REJECTED);

    private HandoffSignals() {}

    /** False of somebody kept out of the sync, or known to one CRM only: nobody can tell what happens to the lead. */
    public static boolean areHeard(Person person) {
        return !person.paused() && person.holdings().size() > 1;
    }

    /** When the lead was handed over; empty before that. */
    public static Optional<Instant> handedOver(Progress progress, String from) {
        return Optional.ofNullable(progress.stamps().get(from));
    }

    /** All that is known of a handoff that began with this stage. */
    public static List<Signal> of(Progress progress, String from, Lifecycle lifecycle) {
        Handover handover = progress.handover();
        List<Signal> signals = new ArrayList<>();
        Optional<Instant> sales = handedOver(progress, from)
                .map(at -> handover.seen().filter(at::isBefore).orElse(at));
        sales.ifPresent(at -> signals.add(new Signal(at, HANDED_OVER)));
        handover.moments().forEach((moment, at) -> {
            boolean early = moment == Moment.ASSIGNED && sales.map(at::isBefore).orElse(false);
            signals.add(new Signal(early ? sales.get() : at, MOMENTS.getOrDefault(moment, "")));
        });
        handover.further().forEach(at -> signals.add(new Signal(at, TOUCHED)));
        progress.stamps().forEach((stage, at) -> signals.add(new Signal(at, stage)));
        lifecycle.left(progress).ifPresent(at -> signals.add(new Signal(at, LEFT)));
        return signals;
    }
}
