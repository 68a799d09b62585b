package io.smarketing.core.sync;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import java.util.List;

/**
 * One of the two CRMs of a workspace.
 *
 * @param personTypes record types that hold a person, the preferred one first
 * @param newPersonType the type in which a new person is created
 */
public record Party(Crm crm, List<RecordType> personTypes, RecordType newPersonType) {

    public Party {
        personTypes = List.copyOf(personTypes);
    }

    public CrmId id() {
        return crm.id();
    }

    /** Our external id for a person who is first seen as this record. */
    public String keyFor(RecordRef ref) {
        return id() + "-" + crm.account() + "-" + ref.id();
    }
}
