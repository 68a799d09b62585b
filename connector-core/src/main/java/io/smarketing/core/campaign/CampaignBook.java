package io.smarketing.core.campaign;

import io.smarketing.core.crm.campaign.CampaignNews;
import io.smarketing.core.crm.record.CrmId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Remembers campaigns and who is in them. Every call is one transaction that has taken effect when it returns. */
public interface CampaignBook {

    /**
     * How far a CRM's campaigns have been read.
     *
     * @param next where the next page begins
     * @param at the CRM's time when there was no more to tell; long ago if there is
     */
    record Place(String next, Instant at) {}

    Optional<Place> place(CrmId crm);

    /** Takes a page in, and where the next one begins. */
    void take(CrmId crm, CampaignNews page, Instant at);

    /** All campaigns, by CRM and name, with what became of their people. */
    List<CampaignTally> tallies();
}
