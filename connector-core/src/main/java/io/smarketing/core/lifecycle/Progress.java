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
 * @param judged for each stage and detour with criteria, a fingerprint of what they were last held against
 */
public record Progress(
        String stage, Map<String, Instant> stamps, Pass pass, Handover handover, Map<String, String> judged) {

    /** Nothing known yet. */
    public static final Progress NONE = new Progress("", Map.of());

    public Progress {
        stamps = Collections.unmodifiableMap(new TreeMap<>(stamps));
        judged = Collections.unmodifiableMap(new TreeMap<>(judged));
    }

    /** In the first pass, never judged nor handed over. */
    public Progress(String stage, Map<String, Instant> stamps) {
        this(stage, stamps, Pass.FIRST, Handover.NONE, Map.of());
    }

    /** Where the person stands now: the detour, if on one, else the stage. */
    public String standing() {
        return pass.detour().orElse(stage);
    }

    public Progress with(Handover now) {
        return new Progress(stage, stamps, pass, now, judged);
    }

    Progress reached(String now, Map<String, Instant> at) {
        return new Progress(now, at, pass, handover, judged);
    }

    /** The same pass as another tells of it too: of each time the earlier. */
    Progress joined(String furthest, Progress other) {
        Map<String, Instant> all = new TreeMap<>(stamps);
        other.stamps.forEach((name, at) -> all.merge(name, at, Handover::earlier));
        return new Progress(furthest, all, pass, handover.joined(other.handover), judged);
    }

    Progress judged(Map<String, String> now) {
        return new Progress(stage, stamps, pass, handover, now);
    }

    /** Out of the funnel; who was there before in this pass keeps that stamp. */
    Progress aside(Detour detour, Instant at) {
        Map<String, Instant> all = new TreeMap<>(stamps);
        all.putIfAbsent(detour.name(), at);
        return new Progress(stage, all, pass.aside(detour.name(), at), handover, judged);
    }
}
