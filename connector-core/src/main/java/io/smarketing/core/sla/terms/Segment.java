package io.smarketing.core.sla.terms;

import io.smarketing.core.lead.Fields;
import io.smarketing.core.lifecycle.Criterion;
import io.smarketing.core.sla.clock.Promise;
import java.util.List;
import java.util.Optional;

/**
 * Leads that are promised the same.
 *
 * @param whole false if a line cannot be read any more: nobody is such a lead then
 * @param when every line is true of such a lead; without lines all are such leads
 * @param target what part of the promises is to be kept in each period, if that was promised
 */
public record Segment(
        String name, boolean whole, List<Criterion> when, List<Promise> promises, Optional<Target> target) {

    public Segment {
        when = List.copyOf(when);
        promises = List.copyOf(promises);
    }

    /** Whatever part of the promises is kept. */
    public Segment(String name, boolean whole, List<Criterion> when, List<Promise> promises) {
        this(name, whole, when, promises, Optional.empty());
    }

    boolean isOf(Fields lead) {
        return whole && when.stream().allMatch(line -> line.holds(lead));
    }
}
