package io.smarketing.salesforce.read;

import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import java.time.Instant;
import java.util.Optional;

/**
 * A row of a type that is kept in step: a living record, one that has become another, or one that is gone.
 *
 * @param record the record, if it lives
 * @param now what it has become, by conversion or merge
 */
public record RecordRow(RecordRef ref, Instant stamp, Optional<CrmRecord> record, Optional<RecordRef> now) {}
