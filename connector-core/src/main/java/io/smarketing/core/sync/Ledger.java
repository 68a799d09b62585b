package io.smarketing.core.sync;

import io.smarketing.core.campaign.CampaignBook;
import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.FieldName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The writing half of the books. Every call is one transaction that has taken effect when it returns. */
public interface Ledger {

    /** Stores writes before they are sent; their ids must be new. */
    void intend(List<Intent> intents);

    /** Writes that were sent, or were about to be, and are not resolved. */
    List<Intent> openIntents();

    /** An id that no intent has had, larger than all before, reserved for this process. */
    long nextIntentId();

    /** Stores all that a wave changed and erases its intents. */
    void record(WaveRecord wave);

    Bookmark bookmark(CrmId crm);

    /** Only after everything before it has been recorded. */
    void move(Bookmark bookmark);

    /** What is aside for these source records. */
    List<Parked> parked(Collection<RecordRef> sources);

    /**
     * Source records of a CRM for which something was put aside up to that time, in their order.
     *
     * @param after those that come after this one, or all
     * @param most at most that many
     */
    List<RecordRef> aside(CrmId crm, Instant upTo, Optional<RecordRef> after, int most);

    /** The mapping's fingerprint per field when it was last adopted; empty on a new book. */
    Map<FieldName, String> mapping();

    /** Notes the calls used, for status. */
    void quota(CrmId crm, QuotaUse use);

    /** Notes that whoever had these records is to be erased; from any thread. */
    void askErasure(Set<RecordRef> records);

    /** Records whose people are to be erased and are not yet. */
    Set<RecordRef> erasuresAsked();

    /**
     * Erases all that is known of the people who had these records, what was on its way for them too; their traces are kept,
     * addresses and keys as a keyed hash only. They are asked for no more.
     *
     * @return all records that these people had in either CRM, and those that bear an address of theirs
     */
    Set<RecordRef> erase(Set<RecordRef> records);

    /** Adopts a mapping. */
    void adopt(Map<FieldName, String> mapping);

    /** What is known of campaigns; empty if these books keep nothing of them. */
    default Optional<CampaignBook> campaigns() {
        return Optional.empty();
    }

    /** What people are to be told. */
    Outbox outbox();
}
