package io.smarketing.core.sla.terms;

import io.smarketing.core.lead.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was promised in one version of the agreement.
 *
 * @param effective handoffs since then are judged by it
 * @param accepted when the connector first read it: what only it listens for was not listened for until then
 * @param segments what sales promised about leads: the first that a lead is of is the lead's
 * @param commitments what was promised for whole periods
 * @param escalations who hears of it
 */
public record Terms(
        String version,
        Instant effective,
        Instant accepted,
        List<Segment> segments,
        Commitments commitments,
        Escalations escalations) {

    public Terms {
        segments = List.copyOf(segments);
    }

    /** Nothing was promised for whole periods, and nobody hears of anything. */
    public Terms(String version, Instant effective, Instant accepted, List<Segment> segments) {
        this(version, effective, accepted, segments, Commitments.NONE, Escalations.NONE);
    }

    /** The segment of a lead; empty if nothing is promised to it. */
    public Optional<Segment> of(Fields lead) {
        return segments.stream().filter(s -> s.isOf(lead)).findFirst();
    }

    public Optional<Segment> named(String segment) {
        return segments.stream().filter(s -> s.name().equals(segment)).findFirst();
    }
}
