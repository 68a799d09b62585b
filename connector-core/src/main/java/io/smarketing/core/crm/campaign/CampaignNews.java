package io.smarketing.core.crm.campaign;

import java.util.List;
import java.util.Set;

/**
 * One page of what a CRM tells of its campaigns.
 *
 * @param campaigns as they are now
 * @param all these are all there are
 * @param gone ids of campaigns that were deleted
 * @param members who is in a campaign, or has left it
 * @param whole ids of campaigns of which all members are told
 * @param next where the next page begins, in the adapter's own words
 * @param caughtUp there is no more to tell for now
 */
public record CampaignNews(
        List<Campaign> campaigns,
        boolean all,
        Set<String> gone,
        List<Member> members,
        Set<String> whole,
        String next,
        boolean caughtUp) {

    public CampaignNews {
        campaigns = List.copyOf(campaigns);
        gone = Set.copyOf(gone);
        members = List.copyOf(members);
        whole = Set.copyOf(whole);
    }
}
