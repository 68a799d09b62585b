package io.smarketing.core.crm.record;

import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.Fields;
import java.time.Instant;
import java.util.Optional;

/**
 * A record as a CRM holds it now: field values under the CRM's API names, each in the normal form that the CRM's
 * schema gives it.
 *
 * @param stamp the CRM's record stamp: moves with every change of the record, or of records it is told from
 * @param createdAt when the record was made, by the CRM
 * @param key our external id on it, empty if it has none
 * @param email what it is recognised by beside the key; for a company its domain
 * @param fields the wanted fields; one that has no place on this type is absent
 */
public record CrmRecord(
        RecordRef ref,
        Instant stamp,
        Instant createdAt,
        Author modifiedBy,
        String key,
        Optional<Email> email,
        Fields fields,
        StageTold stage) {}
