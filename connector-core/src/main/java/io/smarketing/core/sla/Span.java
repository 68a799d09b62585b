package io.smarketing.core.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The time from one instant up to another, which is later. */
public record Span(Instant from, Instant to) {

    public Span {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("a span ends at " + to + ", no later than it begins");
        }
    }

    /** From one instant to another; empty if the second is not later. */
    public static Optional<Span> of(Instant from, Instant to) {
        return to.isAfter(from) ? Optional.of(new Span(from, to)) : Optional.empty();
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    /** What both have in common. */
    public Optional<Span> shared(Span other) {
        return of(from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
    }
}
