package io.smarketing.core.lifecycle;

import io.smarketing.core.lead.Email;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the handoff of this pass went so far.
 *
 * @param moments each to the second; written once
 * @param seen when we first knew of it: until then nobody else could
 * @param further when humans tried again to reach the person, as far as that was promised
 * @param verdictBy the address of the user who gave the verdict, where the CRM told
 * @param view what marketing knew of the lead when it began; there as soon as it was taken
 * @param standing how the promises about it stood when they were last looked at
 * @param answer what marketing has said to the verdict, while a CRM does not show it
 */
public record Handover(
        Map<Moment, Instant> moments,
        Optional<Instant> seen,
        SortedSet<Instant> further,
        Optional<Email> verdictBy,
        Optional<View> view,
        Optional<Standing> standing,
        Optional<String> answer) {

    /** Nothing happened yet. */
    public static final Handover NONE = new Handover(Map.of(), Optional.empty(), Optional.empty());

    public Handover {
        moments = Collections.unmodifiableMap(new TreeMap<>(moments));
        further = Collections.unmodifiableSortedSet(new TreeSet<>(further));
    }

    /** One of which no more is told than this. */
    public Handover(Map<Moment, Instant> moments, Optional<Email> verdictBy, Optional<View> view) {
        this(moments, Optional.empty(), new TreeSet<>(), verdictBy, view, Optional.empty(), Optional.empty());
    }

    /** The same handoff as another tells of it too: of each moment the earlier. */
    Handover joined(Handover other) {
        Map<Moment, Instant> all = new TreeMap<>(moments);
        other.moments.forEach((moment, at) -> all.merge(moment, at, Handover::earlier));
        Optional<Instant> first = seen.isPresent() && other.seen.isPresent()
                ? Optional.of(earlier(seen.get(), other.seen.get()))
                : seen.or(() -> other.seen);
        SortedSet<Instant> touches = new TreeSet<>(further);
        touches.addAll(other.further);
        return new Handover(
                all,
                first,
                touches,
                verdictBy.or(other::verdictBy),
                view.or(other::view),
                standing.or(other::standing),
                answer.or(other::answer));
    }

    static Instant earlier(Instant a, Instant b) {
        return b.isBefore(a) ? b : a;
    }

    public Optional<Instant> at(Moment moment) {
        return Optional.ofNullable(moments.get(moment));
    }

    public Handover with(Optional<Standing> now) {
        return new Handover(moments, seen, further, verdictBy, view, now, answer);
    }

    /** The same with what marketing has said, or with nothing more to be shown of it. */
    public Handover answered(Optional<String> now) {
        return new Handover(moments, seen, further, verdictBy, view, standing, now);
    }
}
