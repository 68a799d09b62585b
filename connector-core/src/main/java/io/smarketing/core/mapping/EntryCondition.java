package io.smarketing.core.mapping;

import io.smarketing.core.lead.Fields;
import java.util.Optional;

/** Which records enter the sync, evaluated on every pass over the record's neutral fields. */
@FunctionalInterface
public interface EntryCondition {

    /** Everybody enters. */
    EntryCondition EVERYBODY = fields -> Optional.empty();

    /** The name of the first line that does not hold; empty if the record enters. */
    Optional<String> failing(Fields neutral);
}
