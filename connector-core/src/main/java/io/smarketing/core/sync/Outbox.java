package io.smarketing.core.sync;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.journal.JournalLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What people are to be told, and of which events they have been: an event is kept for good, its text only until it has been
 * told. Every call is one transaction that has taken effect when it returns.
 */
public interface Outbox {

    /** Takes notices in; one whose event is known for its CRM is left out, told or not. */
    void add(List<Posting> news);

    /** What has not been told in a CRM, in the order in which it came, at most so many. */
    List<Posting> open(CrmId crm, int most);

    /** How much has not been told in each CRM. */
    Map<CrmId, Long> waiting();

    /** Notes that these are about to be sent: until it is noted otherwise it is not known what comes of it. */
    void sending(List<Posting> postings, Instant at);

    /** Notes that these were looked for, for the first time since they were sent, and were not there. */
    void missing(List<Posting> postings, Instant at);

    /** Notes that none of these was taken. */
    void unsent(List<Posting> postings);

    /** Notes that these were told, or never will be, and what the journal says of it. */
    void close(List<Posting> postings, List<JournalLine> lines);
}
