package io.smarketing.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.campaign.CampaignFeed;
import io.smarketing.core.crm.campaign.CampaignNews;
import io.smarketing.core.crm.campaign.Member;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Campaigns of the sandbox's org. */
class OrgCampaignsTest {

    private final SandboxOrg sandbox = new SandboxOrg();
    private final CampaignFeed feed = sandbox.crm.campaigns().orElseThrow();

    private String campaign(String name) throws BadRow {
        return sandbox.inside.create("Campaign", Map.of("Name", name, "ActualCost", "12.5"), sandbox.clock.instant());
    }

    private String join(String campaign, String lead) throws BadRow {
        return sandbox.inside.create(
                "CampaignMember",
                Map.of("CampaignId", campaign, "LeadId", lead, "Status", "Sent"),
                sandbox.clock.instant());
    }

    @Test
    void moreMembersOfOneStampThanAPageAreAllToldOnce() throws BadRow {
        String fair = campaign("Fair");
        Set<String> joined = new HashSet<>();
        for (int i = 0; i < 2_100; i++) {
            String lead = sandbox.lead("lead-%04d@example.com".formatted(i));
            join(fair, lead);
            joined.add(lead);
        }
        CampaignNews first = feed.read("");
        CampaignNews second = feed.read(first.next());

        assertThat(first.campaigns()).extracting(c -> c.name()).containsExactly("Fair");
        assertThat(first.caughtUp()).isFalse();
        assertThat(second.caughtUp()).isTrue();
        assertThat(second.campaigns()).isEmpty();
        Set<String> told = new HashSet<>();
        first.members().forEach(m -> told.add(m.who().id()));
        second.members().forEach(m -> assertThat(told.add(m.who().id())).isTrue());
        assertThat(told).isEqualTo(joined);
    }

    @Test
    void whatChangesIsToldAndWhatDoesNotCostsTwoCalls() throws BadRow {
        String fair = campaign("Fair");
        String lead = sandbox.lead("lead-0001@example.com");
        String member = join(fair, lead);
        CampaignNews before = feed.read("");
        sandbox.later(Duration.ofHours(1));
        // how late it is by the org's clock, which has jumped, the next answer tells
        CampaignNews still = feed.read(before.next());
        long calls = sandbox.crm.quota().calls();
        CampaignNews idle = feed.read(still.next());
        assertThat(idle.campaigns()).isEmpty();
        assertThat(idle.members()).isEmpty();
        assertThat(sandbox.crm.quota().calls()).isEqualTo(calls + 2);

        sandbox.set("CampaignMember", member, "Status", "Responded");
        sandbox.set("Campaign", fair, "ActualCost", "99");
        CampaignNews news = feed.read(idle.next());
        assertThat(news.members())
                .singleElement()
                .satisfies(m -> assertThat(m.responded()).isTrue());
        assertThat(news.campaigns().get(0).money().spent().orElseThrow()).isEqualByComparingTo("99");

        sandbox.act("CampaignMember", member, "delete");
        assertThat(feed.read(news.next()).members()).singleElement().matches(Member::left);
        sandbox.act("Campaign", fair, "delete");
        assertThat(feed.read(news.next()).gone()).containsExactly(fair);
    }

    @Test
    void aCostThatOurUserMayNotSeeIsNotAskedFor() throws BadRow {
        campaign("Fair");
        sandbox.switches.set("hide-field", "Campaign.ActualCost");

        assertThat(feed.read("").campaigns()).singleElement().satisfies(c -> {
            assertThat(c.name()).isEqualTo("Fair");
            assertThat(c.money().spent()).isEmpty();
        });
    }
}
