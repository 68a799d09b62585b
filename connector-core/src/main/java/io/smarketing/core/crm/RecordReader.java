package io.smarketing.core.crm;

import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.HistoryEntry;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Batched reads of the truth (the record store, never a search index). An empty question costs no call. */
public interface RecordReader {

    /**
     * The records by reference. A record that has become another is given under the reference asked, with its new
     * {@link CrmRecord#ref()}; one that is deleted or unknown is left out.
     */
    Map<RecordRef, CrmRecord> byRefs(Collection<RecordRef> refs);

    /** Live records of any person type that carry one of these external ids. */
    List<CrmRecord> byKeys(Collection<String> keys);

    /** Live records of any person type with one of these addresses, also as a further address. */
    List<CrmRecord> byEmails(Collection<Email> emails);

    /**
     * The CRM's own history of fields, oldest entry first; a record or field without history is left out. Where the CRM
     * keeps none at all, the answer is empty.
     */
    Map<RecordRef, Map<FieldName, List<HistoryEntry>>> history(Collection<RecordRef> refs, Set<FieldName> fields);
}
