package io.smarketing.store;

import io.smarketing.core.campaign.CampaignBook;
import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.person.Person;
import io.smarketing.core.sync.Bookmark;
import io.smarketing.core.sync.Intent;
import io.smarketing.core.sync.Ledger;
import io.smarketing.core.sync.Outbox;
import io.smarketing.core.sync.Parked;
import io.smarketing.core.sync.WaveRecord;
import io.smarketing.store.clock.Alerts;
import io.smarketing.store.clock.Clocks;
import io.smarketing.store.clock.Dues;
import io.smarketing.store.clock.Excuses;
import io.smarketing.store.commitment.HandoffEvents;
import io.smarketing.store.commitment.Verdicts;
import io.smarketing.store.feedback.Returns;
import io.smarketing.store.handoff.HandoffLedger;
import io.smarketing.store.table.Bookmarks;
import io.smarketing.store.table.Erasures;
import io.smarketing.store.table.Handoffs;
import io.smarketing.store.table.Intents;
import io.smarketing.store.table.Journal;
import io.smarketing.store.table.Mappings;
import io.smarketing.store.table.Notices;
import io.smarketing.store.table.ParkedRows;
import io.smarketing.store.table.People;
import io.smarketing.store.table.Quotas;
import io.smarketing.store.table.Sightings;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The ledger over the tables. */
final class SqlLedger implements Ledger {

    /** Ids lost at a restart, against transactions spared. */
    private static final int IDS_AT_ONCE = 10_000;

    private final Books books;
    private long nextId;
    private long reservedUpTo;

    SqlLedger(Books books) {
        this.books = books;
    }

    @Override
    public void intend(List<Intent> intents) {
        if (!intents.isEmpty()) {
            books.change(rows -> new Intents(rows).store(intents));
        }
    }

    @Override
    public List<Intent> openIntents() {
        return books.ask(rows -> new Intents(rows).open());
    }

    @Override
    public synchronized long nextIntentId() {
        if (nextId == reservedUpTo) {
            books.change(rows -> nextId = new Intents(rows).reserve(IDS_AT_ONCE));
            reservedUpTo = nextId + IDS_AT_ONCE;
        }
        return nextId++;
    }

    @Override
    public void record(WaveRecord wave) {
        books.change(rows -> {
            People people = new People(rows);
            // first: who goes on may have the key of who does not
            people.forget(wave.forgotten().keySet());
            people.store(wave.people());
            new Clocks(rows).join(new TreeMap<>(wave.forgotten()));
            Handoffs handoffs = new Handoffs(rows);
            handoffs.store(wave.people());
            handoffs.forget(wave.forgotten().keySet());
            HandoffEvents events = new HandoffEvents(rows);
            events.join(wave.forgotten());
            new Returns(rows).join(wave.forgotten());
            events.happened(wave.people());
            HandoffLedger handoffLedger = new HandoffLedger(rows);
            handoffLedger.join(wave.forgotten());
            events.since().ifPresent(since -> handoffLedger.add(wave.testimonies(), since));
            new Notices(rows).handOver(wave.forgotten());
            new Alerts(rows).handOver(wave.forgotten());
            new Excuses(rows).handOver(wave.forgotten());
            new Verdicts(rows).join(wave.forgotten());
            new Dues(rows).happened(wave.people().stream().map(Person::id).toList());
            new Sightings(rows).store(wave.sightings());
            new Intents(rows).erase(wave.answered());
            new ParkedRows(rows).replace(wave.cleared(), wave.parked());
            new Journal(rows).add(wave.journal());
        });
    }

    @Override
    public Bookmark bookmark(CrmId crm) {
        return books.ask(rows -> new Bookmarks(rows).of(crm));
    }

    @Override
    public void move(Bookmark bookmark) {
        books.change(rows -> new Bookmarks(rows).store(bookmark));
    }

    @Override
    public List<Parked> parked(Collection<RecordRef> sources) {
        return sources.isEmpty() ? List.of() : books.ask(rows -> new ParkedRows(rows).of(sources));
    }

    @Override
    public List<RecordRef> aside(CrmId crm, Instant upTo, Optional<RecordRef> after, int most) {
        return books.ask(rows -> new ParkedRows(rows).sources(crm, upTo, after, most));
    }

    @Override
    public Map<FieldName, String> mapping() {
        return books.ask(rows -> new Mappings(rows).all());
    }

    @Override
    public void quota(CrmId crm, QuotaUse use) {
        books.change(rows -> new Quotas(rows).store(crm, use));
    }

    @Override
    public void askErasure(Set<RecordRef> records) {
        if (!records.isEmpty()) {
            books.change(rows -> new Erasures(rows).ask(records));
        }
    }

    @Override
    public Set<RecordRef> erasuresAsked() {
        return books.ask(rows -> new Erasures(rows).asked());
    }

    @Override
    public Set<RecordRef> erase(Set<RecordRef> records) {
        Set<RecordRef> all = new TreeSet<>();
        books.erase(rows -> all.addAll(new Erasures(rows).erase(records)));
        return all;
    }

    @Override
    public Optional<CampaignBook> campaigns() {
        return Optional.of(new SqlCampaignBook(books));
    }

    @Override
    public Outbox outbox() {
        return new SqlOutbox(books);
    }

    @Override
    public void adopt(Map<FieldName, String> mapping) {
        books.change(rows -> new Mappings(rows).store(mapping));
    }
}
