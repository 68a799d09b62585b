package io.smarketing.core.lifecycle;

import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import java.util.Optional;
import java.util.Set;

/** One named line of what makes a lead reach a stage, or leave the funnel. */
public interface Criterion {

    String name();

    /** The line as it is written: another text is another line. */
    String source();

    /** The mapped fields it depends on. */
    Set<FieldName> inputs();

    /** True if the line holds for these neutral fields. */
    boolean holds(Fields neutral);

    /** Why it cannot be computed from these fields, and so does not hold; empty if it can. */
    default Optional<String> fault(Fields neutral) {
        return Optional.empty();
    }
}
