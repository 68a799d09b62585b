package io.smarketing.core.sync.loop;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.Change.Changed;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.person.PersonBook;
import io.smarketing.core.person.Sighting;
import io.smarketing.core.person.Traces;
import io.smarketing.core.sync.Bookmark;
import io.smarketing.core.sync.Ledger;
import io.smarketing.core.sync.Party;
import io.smarketing.core.sync.WaveRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lists a whole CRM before a first load writes to it: key, e-mail and reference of each record go into the book, which
 * then answers the load's look-ups. Nothing is written to any CRM.
 */
final class Survey {

    private final PersonBook book;
    private final Ledger ledger;
    private final SyncListener listener;
    private final Runnable betweenPages;

    Survey(PersonBook book, Ledger ledger, SyncListener listener, Runnable betweenPages) {
        this.book = book;
        this.ledger = ledger;
        this.listener = listener;
        this.betweenPages = betweenPages;
    }

    /** True if the CRM turns out now to hold nobody: then it has been surveyed, and loaded, by one page. */
    boolean isEmpty(Party party) {
        Bookmark mark = ledger.bookmark(party.id());
        if (mark.surveyed() || mark.loaded()) {
            return false;
        }
        ChangePage page = party.crm().changes().read(mark.survey());
        boolean empty = page.changes().isEmpty() && (page.caughtUp() || !page.listing());
        if (empty) {
            ledger.move(mark.surveyed(page).passed(page));
        } else {
            see(party, page, 0);
        }
        return empty;
    }

    /** Goes through the rest of the CRM, and through what changed since. */
    void complete(Party party) {
        Cursor from = ledger.bookmark(party.id()).survey();
        long seen = 0;
        ChangePage page;
        do {
            betweenPages.run();
            page = party.crm().changes().read(from);
            seen = see(party, page, seen);
            from = page.next();
        } while (!page.caughtUp() || page.listing());
    }

    private long see(Party party, ChangePage page, long seenBefore) {
        Map<RecordRef, CrmRecord> records = new LinkedHashMap<>();
        Set<RecordRef> toRead = new LinkedHashSet<>();
        for (Change change : page.changes()) {
            if (change instanceof Changed c) {
                c.record().ifPresentOrElse(r -> records.put(c.ref(), r), () -> toRead.add(c.ref()));
            }
        }
        records.putAll(party.crm().reader().byRefs(toRead));
        Traces erased = book.erased(Traces.of(records.values()));
        records.values().removeIf(erased::leadTo);
        Map<RecordRef, Sighting> known = book.sightings(records.keySet());
        List<Sighting> news = new ArrayList<>();
        for (CrmRecord r : records.values()) {
            Sighting before = known.get(r.ref());
            news.add(new Sighting(
                    r.ref(),
                    before == null ? Optional.empty() : before.person(),
                    r.key(),
                    r.email(),
                    r.createdAt(),
                    before == null ? Instant.EPOCH : before.stamp(),
                    before != null && before.ripe(),
                    true));
        }
        ledger.record(new WaveRecord(List.of(), news, Set.of(), Set.of(), List.of(), List.of()));
        ledger.move(ledger.bookmark(party.id()).surveyed(page));
        listener.surveyed(party.id(), seenBefore + news.size());
        return seenBefore + news.size();
    }
}
