package io.smarketing.daemon.config;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.mapping.Mapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A whole configuration, checked.
 *
 * @param folder where its files stand
 * @param workspace the name under which the store keeps what belongs together
 * @param store the store's file
 * @param connections the two CRMs, in the order of the file
 * @param mappings of people, and of the other subjects that are kept in step
 * @param polling how long a running daemon rests between two rounds
 * @param sweep when a running daemon goes through everybody, if it does
 */
public record Configuration(
        Path folder,
        String workspace,
        Path store,
        Map<CrmId, Connection> connections,
        Map<Subject, Mapping> mappings,
        Guards guards,
        Duration polling,
        Optional<Nightly> sweep) {

    public Configuration {
        connections = Collections.unmodifiableMap(new LinkedHashMap<>(connections));
        mappings = Collections.unmodifiableMap(new EnumMap<>(mappings));
    }

    /** Of people. */
    public Mapping mapping() {
        return Optional.ofNullable(mappings.get(Subject.PEOPLE)).orElseThrow();
    }
}
