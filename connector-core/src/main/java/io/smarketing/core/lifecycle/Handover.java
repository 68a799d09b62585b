package io.smarketing.core.lifecycle;

import io.smarketing.core.lead.Email;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the handoff of this pass went so far.
 *
 * @param moments each to the second; written once
 * @param verdictBy the address of the user who gave the verdict, where the CRM told
 * @param view what marketing knew of the lead when it began; there as soon as it was taken
 */
public record Handover(Map<Moment, Instant> moments, Optional<Email> verdictBy, Optional<View> view) {

    /** Nothing happened yet. */
    public static final Handover NONE = new Handover(Map.of(), Optional.empty(), Optional.empty());

    public Handover {
        moments = Collections.unmodifiableMap(new TreeMap<>(moments));
    }

    /** The same handoff as another tells of it too: of each moment the earlier. */
    Handover joined(Handover other) {
        Map<Moment, Instant> all = new TreeMap<>(moments);
        other.moments.forEach((moment, at) -> all.merge(moment, at, Handover::earlier));
        return new Handover(all, verdictBy.or(other::verdictBy), view.or(other::view));
    }

    static Instant earlier(Instant a, Instant b) {
        return b.isBefore(a) ? b : a;
    }

    public Optional<Instant> at(Moment moment) {
        return Optional.ofNullable(moments.get(moment));
    }
}
