package io.smarketing.salesforce.read;

import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import java.time.Instant;
import java.util.Optional;

/**
 * A row of a contact or a lead: a living record, or a lead that was converted.
 *
 * @param record the record; empty for a converted lead
 * @param now the contact that a converted lead has become, unless that is gone
 */
public record PersonRow(RecordRef ref, Instant stamp, Optional<CrmRecord> record, Optional<RecordRef> now) {}
