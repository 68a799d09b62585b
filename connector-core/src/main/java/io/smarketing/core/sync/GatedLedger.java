package io.smarketing.core.sync;

import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.lead.FieldName;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A ledger each of whose commits passes a gate, which may end the process before it or after it.
 *
 * @param gate is handed each commit, and carries it out or does not
 */
public record GatedLedger(Ledger books, Consumer<Runnable> gate) implements Ledger {

    @Override
    public void intend(List<Intent> intents) {
        gate.accept(() -> books.intend(intents));
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
        gate.accept(() -> books.record(wave));
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
        gate.accept(() -> books.move(bookmark));
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
        gate.accept(() -> all.addAll(books.erase(records)));
        return all;
    }

    @Override
    public Outbox outbox() {
        return new Gated(books.outbox(), gate);
    }

    /** The outbox behind the same gate. */
    private record Gated(Outbox outbox, Consumer<Runnable> gate) implements Outbox {

        @Override
        public void add(List<Posting> news) {
            gate.accept(() -> outbox.add(news));
        }

        @Override
        public List<Posting> open(CrmId crm, int most) {
            return outbox.open(crm, most);
        }

        @Override
        public Map<CrmId, Long> waiting() {
            return outbox.waiting();
        }

        @Override
        public void sending(List<Posting> postings, Instant at) {
            gate.accept(() -> outbox.sending(postings, at));
        }

        @Override
        public void missing(List<Posting> postings, Instant at) {
            if (!postings.isEmpty()) {
                gate.accept(() -> outbox.missing(postings, at));
            }
        }

        @Override
        public void unsent(List<Posting> postings) {
            if (!postings.isEmpty()) {
                gate.accept(() -> outbox.unsent(postings));
            }
        }

        @Override
        public void close(List<Posting> postings, List<JournalLine> lines) {
            gate.accept(() -> outbox.close(postings, lines));
        }
    }

    @Override
    public void adopt(Map<FieldName, String> mapping) {
        gate.accept(() -> books.adopt(mapping));
    }
}
