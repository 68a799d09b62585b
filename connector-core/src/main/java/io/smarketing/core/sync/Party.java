package io.smarketing.core.sync;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import java.util.List;

/**
 * One of the two CRMs, with what it keeps of one subject.
 *
 * @param types record types that hold one of the subject, the preferred one first
 * @param newType the type in which a new one is created
 */
public record Party(Crm crm, List<RecordType> types, RecordType newType) {

    public Party {
        types = List.copyOf(types);
    }

    public CrmId id() {
        return crm.id();
    }

    /** Our external id for a person who is first seen as this record. */
    public String keyFor(RecordRef ref) {
        return id() + "-" + crm.account() + "-" + ref.id();
    }
}
