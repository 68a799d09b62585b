package io.smarketing.daemon.config;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.daemon.config.agreement.Agreement;
import io.smarketing.daemon.config.channel.Channels;
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
 * @param habits how it goes about its work
 */
public record Configuration(
        Path folder,
        String workspace,
        Path store,
        Map<CrmId, Connection> connections,
        Map<Subject, Mapping> mappings,
        Optional<Agreement> agreement,
        Habits habits) {

    /**
     * How it goes about its work.
     *
     * @param guards how much one run may do
     * @param polling how long a daemon rests between two rounds
     * @param sweep when it goes through everybody, if it does
     * @param channels how it reaches people who look into neither CRM
     */
    public record Habits(Guards guards, Duration polling, Optional<Nightly> sweep, Channels channels) {}

    public Configuration {
        connections = Collections.unmodifiableMap(new LinkedHashMap<>(connections));
        mappings = Collections.unmodifiableMap(new EnumMap<>(mappings));
    }

    public Guards guards() {
        return habits.guards();
    }

    public Duration polling() {
        return habits.polling();
    }

    public Optional<Nightly> sweep() {
        return habits.sweep();
    }

    public Channels channels() {
        return habits.channels();
    }

    /** Of people. */
    public Mapping mapping() {
        return Optional.ofNullable(mappings.get(Subject.PEOPLE)).orElseThrow();
    }
}
