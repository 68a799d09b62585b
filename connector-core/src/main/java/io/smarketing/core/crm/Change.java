package io.smarketing.core.crm;

import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** One person touched in a CRM. */
public sealed interface Change {

    RecordRef ref();

    /**
     * A record was made or changed, or something it is told from.
     *
     * @param stamp the record stamp that the feed shows, or that of the younger thing which is told of it
     * @param record the record, where the feed's row <em>is</em> the record
     */
    record Changed(RecordRef ref, Instant stamp, Optional<CrmRecord> record) implements Change {}

    /** A record became another: a lead was converted, two contacts were merged. */
    record Became(RecordRef ref, RecordRef now) implements Change {}

    /** A record was deleted. */
    record Gone(RecordRef ref) implements Change {}

    /** One total match. */
    default <T> T match(Function<Changed, T> changed, Function<Became, T> became, Function<Gone, T> gone) {
        if (this instanceof Changed c) {
            return changed.apply(c);
        }
        return this instanceof Became b ? became.apply(b) : gone.apply((Gone) this);
    }
}
