package io.smarketing.core.sync.watch;

import io.smarketing.core.lifecycle.Handover;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.lifecycle.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long it took from the handoff until a human tried to reach the person, split by whose time that was; a part that is not
 * over is empty.
 *
 * @param lag from the handoff until we knew of it: ours, and billed to nobody
 * @param routing from then until a human owned the lead
 * @param human from then until a human first tried to reach the person
 */
public record SpeedToLead(Optional<Duration> lag, Optional<Duration> routing, Optional<Duration> human) {

    /** @param from the stage with which leads are handed over */
    public static SpeedToLead of(Progress progress, String from) {
        Handover handover = progress.handover();
        Optional<Instant> handed = HandoffSignals.handedOver(progress, from);
        Optional<Instant> known = known(progress, from);
        Optional<Instant> owned = handover.at(Moment.ASSIGNED).flatMap(a -> known.map(k -> later(a, k)));
        return new SpeedToLead(
                between(handed, known), between(known, owned), between(owned, handover.at(Moment.TOUCHED)));
    }

    /** When we knew of the handoff. */
    public static Optional<Instant> known(Progress progress, String from) {
        return HandoffSignals.handedOver(progress, from)
                .map(at -> later(at, progress.handover().seen().orElse(at)));
    }

    private static Optional<Duration> between(Optional<Instant> from, Optional<Instant> to) {
        return from.flatMap(f -> to.map(t -> Duration.between(f, later(f, t))));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
