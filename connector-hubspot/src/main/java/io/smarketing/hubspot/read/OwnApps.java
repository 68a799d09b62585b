package io.smarketing.hubspot.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.record.Author;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The apps that we write by. HubSpot names the app that set a value, but not which app we are: so we learn it from the
 * history of the key field, which only we write.
 */
public final class OwnApps {

    private static final Set<String> APPS = Set.of("INTEGRATION", "API");

    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    /** True while no history of a key has been seen. */
    public boolean isUnknown() {
        return ids.isEmpty();
    }

    /** Learns from the history of a key field. */
    public void learn(JsonNode entries) {
        entries.forEach(entry -> app(entry).ifPresent(ids::add));
    }

    /** Who made an entry of a property's history. */
    public Author author(JsonNode entry) {
        if (!isByApp(entry)) {
            return Author.SOMEBODY_ELSE;
        }
        Optional<String> app = app(entry);
        if (app.isEmpty() || isUnknown()) {
            return Author.UNKNOWN;
        }
        return ids.contains(app.get()) ? Author.OURSELVES : Author.SOMEBODY_ELSE;
    }

    /** True if an app set the value, ours or another's. */
    public static boolean isByApp(JsonNode entry) {
        return APPS.contains(entry.path("sourceType").asText());
    }

    private static Optional<String> app(JsonNode entry) {
        return Optional.of(entry.path("sourceId").asText("")).filter(id -> isByApp(entry) && !id.isEmpty());
    }
}
