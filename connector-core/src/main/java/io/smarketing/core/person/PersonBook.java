package io.smarketing.core.person;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lifecycle.TrackRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Remembers people and the records seen. Reading only: all writing goes through the ledger, a wave in one transaction.
 * Each call is one batched question, cheap for a thousand; an unknown one is left out of the answer.
 */
public interface PersonBook {

    /** What was seen under these references. */
    Map<RecordRef, Sighting> sightings(Collection<RecordRef> refs);

    /** Live records of a CRM seen with one of these external ids. */
    List<Sighting> sightedByKey(CrmId crm, Collection<String> keys);

    /** Live records of a CRM seen with one of these addresses. */
    List<Sighting> sightedByEmail(CrmId crm, Collection<Email> emails);

    /** Records that were a person's until they were deleted or became another. */
    List<Sighting> tombstones(PersonId person);

    /** Number of live records seen in a CRM. */
    long sighted(CrmId crm);

    Map<PersonId, Person> people(Collection<PersonId> ids);

    /** People by their external id. */
    Map<String, Person> byKeys(Collection<String> keys);

    /**
     * How leads of each of these sources fared, by the view that was taken when they were handed over; a source of which
     * nobody came is left out.
     *
     * @param won the stages of somebody who has bought
     */
    Map<String, TrackRecord> trackRecords(Collection<String> sources, Set<String> won);

    /** Those of these traces that are of people who were erased: they are kept so that these never come back. */
    Traces erased(Traces traces);

    /** Number of people known. */
    long known();
}
