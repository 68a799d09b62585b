package io.smarketing.core.crm.open;

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
        record Kept(Secret configured, Secret newest) {}
        AtomicReference<Optional<Kept>> kept = new AtomicReference<>(Optional.empty());
        return new TokenKeep() {
            @Override
            public Optional<Secret> newestOf(Secret configured) {
                return kept.get().filter(k -> k.configured().equals(configured)).map(Kept::newest);
            }

            @Override
            public void keep(Secret configured, Secret newest) {
                kept.set(Optional.of(new Kept(configured, newest)));
            }
        };
    }
}
