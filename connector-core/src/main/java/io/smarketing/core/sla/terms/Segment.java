package io.smarketing.core.sla.terms;

import io.smarketing.core.lead.Fields;
import io.smarketing.core.lifecycle.Criterion;
import io.smarketing.core.sla.clock.Promise;
import java.util.List;

/**
 * Leads that are promised the same.
 *
 * @param when every line is true of such a lead; without lines all are such leads
 */
public record Segment(String name, List<Criterion> when, List<Promise> promises) {

    public Segment {
        when = List.copyOf(when);
        promises = List.copyOf(promises);
    }

    boolean isOf(Fields lead) {
        return when.stream().allMatch(line -> line.holds(lead));
    }
}
