package io.smarketing.daemon.config;

import io.smarketing.core.crm.CrmProvider;
import io.smarketing.core.crm.open.Budget;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.daemon.config.yaml.Position;
import java.util.Map;

/**
 * How one CRM is reached, and how much of its quota we may use.
 *
 * @param places where each setting stands
 */
public record Connection(CrmProvider provider, Settings settings, Budget budget, Map<String, Position> places) {

    public Connection {
        places = Map.copyOf(places);
    }

    /** A sentence about the settings, after the place of the one that it names. */
    public String placed(String sentence) {
        return places.entrySet().stream()
                        .filter(e -> sentence.contains("'" + e.getKey() + "'"))
                        .map(e -> e.getValue() + ": ")
                        .findFirst()
                        .orElse("")
                + sentence;
    }
}
