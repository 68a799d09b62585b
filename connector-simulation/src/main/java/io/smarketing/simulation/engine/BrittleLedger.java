package io.smarketing.simulation.engine;

import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.sync.Bookmark;
import io.smarketing.core.sync.Intent;
import io.smarketing.core.sync.Ledger;
import io.smarketing.core.sync.Outbox;
import io.smarketing.core.sync.Parked;
import io.smarketing.core.sync.Posting;
import io.smarketing.core.sync.WaveRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A ledger at whose commits the daemon is killed: before one of them has taken effect, or after. */
final class BrittleLedger implements Ledger {
    private final Ledger books;
    private final Fuse fuse;

    BrittleLedger(Ledger books, Fuse fuse) {
        this.books = books;
        this.fuse = fuse;
    }

    @Override
    public void intend(List<Intent> intents) {
        fuse.commit(() -> books.intend(intents));
    }

    @Override
    public List<Intent> openIntents() {
        return books.openIntents();
    }

    @Override
    public long nextIntentId() {
        return books.nextIntentId();
    }

    @Override
    public void record(WaveRecord wave) {
        fuse.commit(() -> books.record(wave));
    }

    @Override
    public List<RecordRef> aside(CrmId crm, Instant upTo, Optional<RecordRef> after, int most) {
        return books.aside(crm, upTo, after, most);
    }

    @Override
    public Bookmark bookmark(CrmId crm) {
        return books.bookmark(crm);
    }

    @Override
    public void move(Bookmark bookmark) {
        fuse.commit(() -> books.move(bookmark));
    }

    @Override
    public List<Parked> parked(Collection<RecordRef> sources) {
        return books.parked(sources);
    }

    @Override
    public Map<FieldName, String> mapping() {
        return books.mapping();
    }

    @Override
    public void quota(CrmId crm, QuotaUse use) {
        books.quota(crm, use);
    }

    @Override
    public void askErasure(Set<RecordRef> records) {
        books.askErasure(records);
    }

    @Override
    public Set<RecordRef> erasuresAsked() {
        return books.erasuresAsked();
    }

    @Override
    public Set<RecordRef> erase(Set<RecordRef> records) {
        Set<RecordRef> all = new HashSet<>();
        fuse.commit(() -> all.addAll(books.erase(records)));
        return all;
    }

    @Override
    public Outbox outbox() {
        return new Brittle(books.outbox());
    }

    /** The outbox of the same process. */
    private final class Brittle implements Outbox {

        private final Outbox outbox;

        Brittle(Outbox outbox) {
            this.outbox = outbox;
        }

        @Override
        public void add(List<Posting> news) {
            fuse.commit(() -> outbox.add(news));
        }

        @Override
        public List<Posting> open(CrmId crm, int most) {
            return outbox.open(crm, most);
        }

        @Override
        public void sending(List<Posting> postings, Instant at) {
            fuse.commit(() -> outbox.sending(postings, at));
        }

        @Override
        public void missing(List<Posting> postings, Instant at) {
            if (!postings.isEmpty()) {
                fuse.commit(() -> outbox.missing(postings, at));
            }
        }

        @Override
        public void unsent(List<Posting> postings) {
            if (!postings.isEmpty()) {
                fuse.commit(() -> outbox.unsent(postings));
            }
        }

        @Override
        public void close(List<Posting> postings, List<JournalLine> lines) {
            fuse.commit(() -> outbox.close(postings, lines));
        }
    }

    @Override
    public void adopt(Map<FieldName, String> mapping) {
        fuse.commit(() -> books.adopt(mapping));
    }
}
