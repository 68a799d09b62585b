package io.smarketing.daemon.config;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.daemon.config.agreement.Agreement;
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
 * @param agreement what both teams promise each other, if they have agreed
 * @param rhythm how a running daemon goes on
 */
public record Configuration(
        Path folder,
        String workspace,
        Path store,
        Map<CrmId, Connection> connections,
        Map<Subject, Mapping> mappings,
        Optional<Agreement> agreement,
        Guards guards,
        Rhythm rhythm) {

    /**
     * How a running daemon goes on.
     *
     * @param polling how long it rests between two rounds
     * @param sweep when it goes through everybody, if it does
     */
    public record Rhythm(Duration polling, Optional<Nightly> sweep) {}

    public Configuration {
        connections = Collections.unmodifiableMap(new LinkedHashMap<>(connections));
        mappings = Collections.unmodifiableMap(new EnumMap<>(mappings));
    }

    public Duration polling() {
        return rhythm.polling();
    }

    public Optional<Nightly> sweep() {
        return rhythm.sweep();
    }

    /** Of people. */
    public Mapping mapping() {
        return Optional.ofNullable(mappings.get(Subject.PEOPLE)).orElseThrow();
    }
}
