package io.smarketing.core.crm.open;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Where the newest token of a login is kept from one run to the next: a CRM may replace a refresh token each time it is
 * used. A token belongs to the one that the admin configured; with another configured one it is forgotten.
 */
public interface TokenKeep {

    /** The newest token that came of the configured one; empty if none has come yet. */
    Optional<Secret> newestOf(Secret configured);

    /** Keeps it in place of all earlier ones; it can be had from here even if it could not be stored. */
    void keep(Secret configured, Secret newest);

    /** Keeps it for as long as the process lives. */
    static TokenKeep inMemory() {
        AtomicReference<Map<Secret, Secret>> kept = new AtomicReference<>(Map.of());
        return new TokenKeep() {
            @Override
            public Optional<Secret> newestOf(Secret configured) {
                return Optional.ofNullable(kept.get().get(configured));
            }

            @Override
            public void keep(Secret configured, Secret newest) {
                kept.set(Map.of(configured, newest));
            }
        };
    }
}
