package io.smarketing.core.sla.terms;

import io.smarketing.core.lead.Fields;
import io.smarketing.core.lifecycle.Criterion;
import java.util.List;

/**
 * A kind of person that is sold to.
 *
 * @param when every line is true of such a person; without lines nobody is told to be one
 */
public record Persona(String name, List<Criterion> when) {

    public Persona {
        when = List.copyOf(when);
    }

    boolean isOf(Fields lead) {
        return !when.isEmpty() && when.stream().allMatch(line -> line.holds(lead));
    }
}
