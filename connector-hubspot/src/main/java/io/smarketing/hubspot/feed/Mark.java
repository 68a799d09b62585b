package io.smarketing.hubspot.feed;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the changes have been told. The search index lags behind the records: each window looks a minute back for the
 * usual lag, and now and then one looks back for the longest, from the last that did (docs/adr/0007).
 *
 * @param at HubSpot's time when the last window was looked into
 * @param looked the same of the last one that looked far back
 */
record Mark(Instant at, Instant looked) {

    /** The longest lag, and thus how far back the far look is. */
    static final Duration LONGEST_LAG = Duration.ofMinutes(10);

    /** What each window looks back; the index rarely lags as much. */
    static final Duration USUAL_LAG = Duration.ofMinutes(1);

    /** The time between two far looks: so much later than it shows itself a change with a long lag may be found. */
    static final Duration FAR_LOOKS = Duration.ofMinutes(5);

    /** All had been told then. */
    static Mark of(Instant at) {
        return new Mark(at, at);
    }

    /** From where on a window usually looks. */
    Instant near() {
        return at.minus(USUAL_LAG);
    }

    /** From where on it looks if a far look is due. */
    Instant far() {
        return looked.minus(LONGEST_LAG);
    }

    boolean isFarLookDue(Instant now) {
        return !now.isBefore(looked.plus(FAR_LOOKS));
    }

    /** After a window that looked back as far as that. */
    Mark after(Instant since, Instant to) {
        return new Mark(to, since.isAfter(far()) ? looked : to);
    }

    String text() {
        return at + " " + looked;
    }
}
