package io.smarketing.core.crm;

import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import java.time.Instant;
import java.util.Optional;

/** What came of one {@link WriteCommand}. */
public sealed interface WriteOutcome {

    /**
     * It was written.
     *
     * @param stamp the record's stamp after the write, if the answer bears one
     * @param values the written fields as the CRM now holds them; empty if its answer holds no values (the halves stay
     *     pending until the next read)
     * @param at the CRM's time of the answer
     */
    record Written(RecordRef ref, Optional<Instant> stamp, Optional<Fields> values, Instant at)
            implements WriteOutcome {}

    /**
     * This row was refused; nothing of it was written.
     *
     * @param sentence names the field and what to do, without the value
     */
    record Refused(FailureKind kind, String sentence, Optional<FieldName> field) implements WriteOutcome {}

    /** The record has become another, or the person exists already: settle again from a fresh read of that one. */
    record Moved(RecordRef to) implements WriteOutcome {}

    /** The record is deleted. */
    record Gone() implements WriteOutcome {}

    /** It is not known whether it was written: read and settle again. */
    record Unknown(String sentence) implements WriteOutcome {}
}
