package io.smarketing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.campaign.CampaignBook;
import io.smarketing.core.campaign.CampaignTally;
import io.smarketing.core.crm.campaign.Campaign;
import io.smarketing.core.crm.campaign.CampaignNews;
import io.smarketing.core.crm.campaign.Member;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.testkit.books.Samples;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is in a campaign. */
class SqlCampaignBookTest {

    private static final RecordRef ONE = Samples.ref(Samples.LEFT, "contact", 1);
    private static final RecordRef TWO = Samples.ref(Samples.LEFT, "contact", 2);

    @TempDir
    private Path folder;

    private SqliteStore store;
    private CampaignBook book;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("store.db"), Map.of(Samples.LEFT, "1", Samples.RIGHT, "2"));
        book = store.ledger().campaigns().orElseThrow();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Member member(RecordRef who, boolean left) {
        return new Member("c-1", who, Optional.empty(), true, left);
    }

    private long membersAfter(Member... told) {
        Campaign.Money none = new Campaign.Money(Optional.empty(), Optional.empty(), Optional.empty(), "");
        Campaign campaign = new Campaign("c-1", "Spring", "", Optional.empty(), Optional.empty(), none);
        book.take(
                Samples.LEFT,
                new CampaignNews(List.of(campaign), false, Set.of(), List.of(told), Set.of(), "", true),
                Samples.AT);
        return book.tallies().stream().mapToLong(CampaignTally::members).sum();
    }

    @Test
    void whoeverWasTakenOutAndPutInAgainIsIn() {
        assertThat(membersAfter(member(ONE, false), member(TWO, false))).isEqualTo(2);
        assertThat(membersAfter(member(ONE, true), member(ONE, false), member(TWO, true)))
                .isEqualTo(1);
    }

    @Test
    void whoeverWasErasedDoesNotComeBack() {
        assertThat(membersAfter(member(ONE, false), member(TWO, false))).isEqualTo(2);
        store.ledger().erase(Set.of(ONE));
        assertThat(membersAfter()).isEqualTo(1);
        assertThat(membersAfter(member(ONE, false), member(TWO, false))).isEqualTo(1);
    }
}
