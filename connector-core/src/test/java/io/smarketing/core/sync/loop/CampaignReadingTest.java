package io.smarketing.core.sync.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.campaign.CampaignBook;
import io.smarketing.core.campaign.CampaignTally;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.campaign.CampaignNews;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.sync.Bookmark;
import io.smarketing.core.sync.Ledger;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How campaigns are read of a CRM that fails. */
class CampaignReadingTest {

    private static final CrmId CRM = new CrmId("left");
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final List<String> told = new ArrayList<>();
    private final SyncListener listener = new SyncListener() {
        @Override
        public void noCampaigns(CrmId crm, String why) {
            told.add(why);
        }
    };
    private final CampaignReading reading = new CampaignReading(List.of(), ledger(), listener);
    private final Remembered book = new Remembered();
    private Optional<FailureKind> failure = Optional.empty();
    private int calls;

    private static Ledger ledger() {
        return (Ledger)
                Proxy.newProxyInstance(Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (p, m, a) -> {
                    throw new UnsupportedOperationException(m.getName());
                });
    }

    /** A book of one place. */
    private static final class Remembered implements CampaignBook {

        private Optional<Place> place = Optional.empty();

        @Override
        public Optional<Place> place(CrmId crm) {
            return place;
        }

        @Override
        public void take(CrmId crm, CampaignNews page, Instant at) {
            place = Optional.of(new Place(page.next(), at));
        }

        @Override
        public List<CampaignTally> tallies() {
            return List.of();
        }
    }

    private CampaignNews answer(String from) {
        calls++;
        failure.ifPresent(kind -> {
            throw new CrmException(kind, kind.word());
        });
        return new CampaignNews(List.of(), true, Set.of(), List.of(), Set.of(), from, true);
    }

    private int callsAt(int minutes) {
        int before = calls;
        Instant now = START.plus(Duration.ofMinutes(minutes));
        Bookmark mark = new Bookmark(
                CRM, Cursor.START, true, Cursor.START, true, Optional.empty(), Optional.empty(), Optional.of(now));
        reading.read(book, this::answer, mark);
        return calls - before;
    }

    @Test
    void aCrmThatFailsIsLeftAloneForTenMinutesAndSaidToFailOnce() {
        failure = Optional.of(FailureKind.UNREACHABLE);
        assertThat(callsAt(0)).isOne();
        assertThat(callsAt(1)).isZero();
        assertThat(callsAt(9)).isZero();
        assertThat(callsAt(10)).isOne();
        assertThat(callsAt(11)).isZero();
        assertThat(told).containsExactly("unreachable");

        failure = Optional.empty();
        assertThat(callsAt(20)).isOne();
    }

    @Test
    void aMissingPermissionIsSaidAlsoAfterThatAndNothingIsAskedAnyMore() {
        failure = Optional.of(FailureKind.UNREACHABLE);
        callsAt(0);
        failure = Optional.of(FailureKind.FORBIDDEN);
        assertThat(callsAt(10)).isOne();
        assertThat(callsAt(1_000)).isZero();
        assertThat(told).containsExactly("unreachable", "forbidden");
    }
}
