package io.smarketing.core.merge;

import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Counts how often the same value of ours replaces the same other value, so that a fight ends. */
public final class Bounces {

    /** Writes of the same pair that are made within a {@link #DAY}; the next is not. */
    public static final int MOST = 3;

    private static final Duration DAY = Duration.ofHours(24);

    private Bounces() {}

    /** The count after writing that value over the other at that time; empty if the limit is reached. */
    public static Optional<Bounce> next(Optional<Bounce> before, FieldValue replaced, FieldValue written, Instant at) {
        String pair = Fingerprint.of(replaced.text() + "\u0000" + written.text());
        Bounce again = before.filter(
                        b -> b.pair().equals(pair) && at.isBefore(b.since().plus(DAY)))
                .map(b -> new Bounce(b.count() + 1, pair, b.since()))
                .orElse(new Bounce(1, pair, at));
        return again.count() > MOST ? Optional.empty() : Optional.of(again);
    }
}
