package io.smarketing.core.lifecycle;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a person has come in this pass through the funnel.
 *
 * @param stage the furthest stage reached, by its name; empty text if none is known
 * @param stamps when each stage was entered, to the second, by stage name; a stage that was skipped has none
 */
public record Progress(String stage, Map<String, Instant> stamps) {

    /** Nothing known yet. */
    public static final Progress NONE = new Progress("", Map.of());

    public Progress {
        stamps = Collections.unmodifiableMap(new TreeMap<>(stamps));
    }
}
