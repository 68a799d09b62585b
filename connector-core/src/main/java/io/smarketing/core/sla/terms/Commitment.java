package io.smarketing.core.sla.terms;

import io.smarketing.core.lead.Fields;
import io.smarketing.core.lifecycle.Criterion;
import io.smarketing.core.sla.BusinessHours;
import java.util.List;
import java.util.Optional;

/**
 * What marketing promised to deliver in each period.
 *
 * @param stage the leads that count are those that reach it
 * @param accepted the share of them that sales is not to send back, if that was promised
 * @param hours the working calendar: its zone says when a period begins, its days how much of it is over
 * @param when every line is true of a lead that counts
 */
public record Commitment(
        String name,
        String stage,
        long count,
        Every every,
        Optional<Double> accepted,
        BusinessHours hours,
        List<Criterion> when) {

    public Commitment {
        when = List.copyOf(when);
    }

    /** True if the lead counts once it reaches the stage. */
    public boolean takes(Fields lead) {
        return when.stream().allMatch(line -> line.holds(lead));
    }
}
