package io.smarketing.core.sla.terms;

import io.smarketing.core.lead.Fields;
import io.smarketing.core.lifecycle.Criterion;
import io.smarketing.core.sla.clock.Promise;
import java.util.List;

/**
 * Leads that are promised the same.
 *
 * @param whole false if a line cannot be read any more: nobody is such a lead then
 * @param when every line is true of such a lead; without lines all are such leads
 */
public record Segment(String name, boolean whole, List<Criterion> when, List<Promise> promises) {

    public Segment {
        when = List.copyOf(when);
        promises = List.copyOf(promises);
    }

    boolean isOf(Fields lead) {
        return whole && when.stream().allMatch(line -> line.holds(lead));
    }
}
