package io.smarketing.core.handoff;

import io.smarketing.core.person.PersonId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A lead as it was when we knew that it was handed over; never edited.
 *
 * @param taken up to when both CRMs were read
 * @param values what each mapped field said; one of which that cannot be told is left out
 */
public record Snapshot(PersonId person, int pass, Instant taken, Map<String, String> values) {

    public Snapshot {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Values are personal. */
    @Override
    public String toString() {
        return "Snapshot[" + person + ", " + pass + ", " + taken + ", " + values.keySet() + "]";
    }
}
