package io.smarketing.core.person;

import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.Email;
import java.time.Instant;
import java.util.Optional;

/**
 * A record that was seen in a CRM: enough to find it again, whether or not it belongs to a person yet.
 *
 * @param person whose record it is, once linked
 * @param key our external id on it, empty if it has none
 * @param stamp the last record stamp that was read, or that a write's answer bore
 * @param ripe the stamp was at least 2 s old by the CRM's clock when it was read, so nothing can have changed under it
 * @param live false for a tombstone: deleted, or become another
 */
public record Sighting(
        RecordRef ref,
        Optional<PersonId> person,
        String key,
        Optional<Email> email,
        Instant createdAt,
        Instant stamp,
        boolean ripe,
        boolean live) {

    /** The same record as another person's. */
    public Sighting of(PersonId owner) {
        return new Sighting(ref, Optional.of(owner), key, email, createdAt, stamp, ripe, live);
    }

    /** The same record, to be worked again. */
    public Sighting unworked() {
        return new Sighting(ref, person, key, email, createdAt, Instant.EPOCH, false, live);
    }

    /** True if it is still to be worked. */
    public boolean isUnworked() {
        return live && stamp.equals(Instant.EPOCH);
    }

    /** The record is no more. */
    public Sighting buried() {
        return new Sighting(ref, person, key, email, createdAt, stamp, ripe, false);
    }
}
