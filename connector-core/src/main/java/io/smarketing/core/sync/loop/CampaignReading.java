package io.smarketing.core.sync.loop;

import io.smarketing.core.campaign.CampaignBook;
import io.smarketing.core.campaign.CampaignBook.Place;
import io.smarketing.core.crm.campaign.CampaignFeed;
import io.smarketing.core.crm.campaign.CampaignNews;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.Reaction;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.sync.Bookmark;
import io.smarketing.core.sync.Ledger;
import io.smarketing.core.sync.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what the CRMs tell of their campaigns: every ten minutes, since nothing waits for it, and after the people, so that it
 * holds up none of them. Nor does a CRM that fails, for all its waiting: it is left alone as long.
 */
final class CampaignReading {

    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int PAGES_AT_ONCE = 20;

    private final List<Party> parties;
    private final Ledger ledger;
    private final SyncListener listener;

    /** Until when the CRMs that have failed are left alone, by their own time. */
    private final Map<CrmId, Instant> waits = new HashMap<>();

    CampaignReading(List<Party> parties, Ledger ledger, SyncListener listener) {
        this.parties = List.copyOf(parties);
        this.ledger = ledger;
        this.listener = listener;
    }

    /** Reads those that are due; a CRM that fails is read another time. */
    void read() {
        ledger.campaigns()
                .ifPresent(book -> parties.forEach(p ->
                        p.crm().campaigns().ifPresent(feed -> read(book, feed, ledger.bookmark(p.id())))));
    }

    void read(CampaignBook book, CampaignFeed feed, Bookmark mark) {
        CrmId crm = mark.crm();
        Instant now = mark.lastRound().orElse(Instant.EPOCH);
        boolean due = book.place(crm).map(p -> !p.at().plus(EVERY).isAfter(now)).orElse(true);
        if (!due || !mark.loaded() || waits.getOrDefault(crm, now).isAfter(now)) {
            return;
        }
        try {
            boolean goesOn = true;
            for (int page = 0; page < PAGES_AT_ONCE && goesOn; page++) {
                CampaignNews news = feed.read(book.place(crm).map(Place::next).orElse(""));
                book.take(crm, news, news.caughtUp() ? now : Instant.EPOCH);
                goesOn = !news.caughtUp();
            }
        } catch (CrmException e) {
            boolean lasts = e.kind().reaction() == Reaction.STOP_ROUTE;
            boolean known = waits.put(crm, lasts ? Instant.MAX : now.plus(EVERY)) != null;
            if (lasts || !known) {
                listener.noCampaigns(crm, String.valueOf(e.getMessage()));
            }
        }
    }
}
