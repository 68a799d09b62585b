package io.smarketing.core.lifecycle;

import io.smarketing.core.lead.Fields;

/** One named line of what makes a lead reach a stage. */
public interface Criterion {

    String name();

    /** True if the line holds for these neutral fields. */
    boolean holds(Fields neutral);
}
