package io.smarketing.store.clock;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One version of the agreement, as it was accepted.
 *
 * @param effective handoffs since then are judged by it
 * @param accepted when the connector first read it
 * @param handed the stage with which leads are handed over
 * @param said what it says, key by key, in the order of the file
 * @param document the file as it was written
 */
public record AcceptedAgreement(
        String version, Instant effective, Instant accepted, String handed, Map<String, String> said, String document) {

    public AcceptedAgreement {
        said = Collections.unmodifiableMap(new LinkedHashMap<>(said));
    }
}
