package io.smarketing.core.campaign;

import io.smarketing.core.crm.campaign.Campaign;
import io.smarketing.core.crm.record.CrmId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One campaign and how far the people in it have come.
 *
 * @param members records in it
 * @param responded those of them that answered
 * @param people those of them that are kept in step, each human once, by the furthest stage reached
 */
public record CampaignTally(CrmId crm, Campaign campaign, long members, long responded, Map<String, Long> people) {

    public CampaignTally {
        people = Collections.unmodifiableMap(new TreeMap<>(people));
    }
}
