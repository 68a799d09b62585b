package io.smarketing.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.campaign.CampaignFeed;
import io.smarketing.core.crm.campaign.CampaignNews;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Campaigns of the sandbox's portal. */
class PortalCampaignsTest {

    private final PortalDesk desk = new PortalDesk();
    private final CampaignFeed feed = desk.crm().campaigns().orElseThrow();

    private void campaign(int number, String influenced) {
        desk.create(
                "campaigns",
                Map.of(
                        "id",
                        "c-%03d".formatted(number),
                        "hs_name",
                        "Campaign " + number,
                        "hs_start_date",
                        number == 1 ? "soon" : "2026-03-01",
                        "hs_spend_items_sum_amount",
                        "10.50",
                        "influenced_contacts",
                        influenced));
    }

    @Test
    void peopleAreToldByTurnsAndAtFirstOfAll() {
        for (int i = 0; i < 150; i++) {
            desk.contact("lead-%04d@example.com".formatted(i), Map.of());
        }
        String all = IntStream.range(0, 150)
                .mapToObj("lead-%04d@example.com"::formatted)
                .collect(Collectors.joining(";"));
        for (int i = 1; i <= 25; i++) {
            campaign(i, i == 7 ? all : "lead-0001@example.com");
        }
        desk.line().asks().clear();
        CampaignNews news = feed.read("");
        // the list, people and revenue of ten campaigns, and a second page of one
        assertThat(desk.line().asks()).hasSize(22);
        assertThat(news.campaigns()).hasSize(25);
        assertThat(news.members()).filteredOn(m -> m.campaign().equals("c-007")).hasSize(150);
        assertThat(news.caughtUp()).isFalse();
        Set<String> told = new HashSet<>(news.whole());
        news = feed.read(news.next());
        told.addAll(news.whole());
        assertThat(news.caughtUp()).isFalse();
        news = feed.read(news.next());
        told.addAll(news.whole());
        assertThat(news.caughtUp()).isTrue();
        assertThat(told).hasSize(25);

        CampaignNews again = feed.read(news.next());
        assertThat(again.whole()).contains("c-001").hasSize(10);
        assertThat(again.caughtUp()).isTrue();
        assertThat(feed.read(again.next()).whole()).contains("c-011").hasSize(10);
    }

    @Test
    void aDateThatIsNoneIsNotTold() {
        campaign(1, "");
        campaign(2, "");

        assertThat(feed.read("").campaigns())
                .extracting(c -> c.start().isPresent())
                .containsExactly(false, true);
        assertThat(feed.read("").campaigns().get(0).money().spent().orElseThrow())
                .isEqualByComparingTo("10.5");
    }

    @Test
    void aPortalWithoutThemSaysWhichScopeIsMissing() {
        desk.switches().set("missing-scopes", "marketing.campaigns.read");

        assertThatThrownBy(() -> feed.read(""))
                .isInstanceOf(CrmException.class)
                .hasMessageContaining("marketing.campaigns.read")
                .extracting(e -> ((CrmException) e).kind())
                .isEqualTo(FailureKind.FORBIDDEN);
    }
}
