package io.smarketing.core.sync.told;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.mapping.FieldMap;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.person.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A record as it was told: in its CRM's words and in ours, and whose it is as far as memory knows.
 *
 * @param before what was seen of it the last time
 * @param aside something of it could not be carried over the last time
 * @param heard what the CRM answered where it was asked for more
 * @param readAt the CRM's time at which it was read, or a little earlier
 */
public record Told(
        CrmRecord record,
        FieldMap map,
        FieldMap.Reading reading,
        Optional<Person> person,
        Optional<Sighting> before,
        boolean aside,
        Heard heard,
        Instant readAt) {

    /** The name under which a person's half of the stage field is kept: no field can be named so. */
    public static final FieldName STAGE = FieldName.of("(stage)");

    /** Younger stamps may still hide a change made in the same instant. */
    private static final Duration RIPE = Duration.ofSeconds(2);

    public RecordRef ref() {
        return record.ref();
    }

    public CrmId crm() {
        return record.ref().crm();
    }

    /** What it holds in a mapped field, in its CRM's words; empty if it has no such field, or cannot tell it now. */
    public Optional<FieldValue> now(FieldName field) {
        return map.place(field).flatMap(p -> record.fields().get(p.spec().name()));
    }

    public Told of(Person owner) {
        return new Told(record, map, reading, Optional.of(owner), before, aside, heard, readAt);
    }

    public Told with(Heard answers) {
        return new Told(record, map, reading, person, before, aside, answers, readAt);
    }

    /** The same record, whose person the other CRM says to have there. */
    public Told elsewhere(RecordRef there) {
        return with(new Heard(heard.active(), heard.stages(), heard.touches(), heard.verdict(), Optional.of(there)));
    }

    /** What is remembered of having seen it. */
    public Sighting sighting(Optional<PersonId> owner) {
        boolean ripe = !record.stamp().plus(RIPE).isAfter(readAt);
        return sighting(owner, record.stamp(), ripe);
    }

    /** Remembers the record but not that it was worked: it is looked at again. */
    public Sighting unworked(Optional<PersonId> owner) {
        return sighting(owner, Instant.EPOCH, false);
    }

    private Sighting sighting(Optional<PersonId> owner, Instant stamp, boolean ripe) {
        return new Sighting(ref(), owner, record.key(), record.email(), record.createdAt(), stamp, ripe, true);
    }
}
