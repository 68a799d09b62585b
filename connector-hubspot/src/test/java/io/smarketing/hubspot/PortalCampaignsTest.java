package io.smarketing.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.campaign.CampaignFeed;
import io.smarketing.core.crm.campaign.CampaignNews;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private String people(int many) {
        List<String> emails = IntStream.range(0, many)
                .mapToObj("lead-%04d@example.com"::formatted)
                .toList();
        emails.forEach(email -> desk.contact(email, Map.of()));
        return String.join(";", emails);
    }

    private CampaignNews look(String from) {
        CampaignNews news = feed.read(from);
        while (!news.caughtUp()) {
            news = feed.read(news.next());
        }
        return news;
    }

    @Test
    void atFirstAllPeopleAreTold() {
        String all = people(150);
        for (int i = 1; i <= 25; i++) {
            campaign(i, i == 7 ? all : "lead-0001@example.com");
        }
        desk.line().asks().clear();
        CampaignNews news = feed.read("");
        // the list, number, revenue and people of ten campaigns, and a second page of one
        assertThat(desk.line().asks()).hasSize(32);
        assertThat(news.campaigns()).hasSize(25);
        assertThat(news.members()).filteredOn(m -> m.campaign().equals("c-007")).hasSize(150);
        Set<String> told = new HashSet<>(news.whole());
        while (!news.caughtUp()) {
            desk.line().asks().clear();
            news = feed.read(news.next());
            told.addAll(news.whole());
            assertThat(news.all()).isFalse();
            // the list was told already
            assertThat(desk.line().asks()).hasSize(news.whole().size() * 3);
        }
        assertThat(told).hasSize(25);
    }

    @Test
    void laterPeopleAreToldByTurnsWhereTheirNumberIsAnotherAndOnceADay() {
        people(2);
        for (int i = 1; i <= 15; i++) {
            campaign(i, "lead-0001@example.com");
        }
        String next = look("").next();
        desk.line().asks().clear();
        CampaignNews same = feed.read(next);
        assertThat(same.caughtUp()).isTrue();
        assertThat(same.whole()).isEmpty();
        assertThat(same.members()).isEmpty();
        assertThat(desk.line().asks()).hasSize(21);

        campaign(12, "lead-0000@example.com;lead-0001@example.com");
        CampaignNews other = feed.read(same.next());
        assertThat(other.whole()).containsExactly("c-012");
        assertThat(other.members()).hasSize(2);

        desk.time().sleep(Duration.ofDays(1));
        assertThat(feed.read(other.next()).whole()).contains("c-001").hasSize(10);
    }

    @Test
    void manyPeopleAreToldInPagesAlsoByAnotherProcess() {
        campaign(1, people(450));
        campaign(2, "lead-0001@example.com");
        CampaignNews first = feed.read("");
        assertThat(first.members()).hasSize(300);
        assertThat(first.whole()).containsExactly("c-001");
        assertThat(first.caughtUp()).isFalse();

        CampaignFeed another = desk.crm().renewed().campaigns().orElseThrow();
        CampaignNews rest = another.read(first.next());
        assertThat(rest.members()).hasSize(151);
        assertThat(rest.whole()).containsExactly("c-002");
        assertThat(rest.caughtUp()).isTrue();
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
