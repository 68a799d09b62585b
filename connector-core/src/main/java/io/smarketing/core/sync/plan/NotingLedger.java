package io.smarketing.core.sync.plan;

import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.sync.Bookmark;
import io.smarketing.core.sync.Intent;
import io.smarketing.core.sync.Ledger;
import io.smarketing.core.sync.Outbox;
import io.smarketing.core.sync.Parked;
import io.smarketing.core.sync.WaveRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ledger of books that are thrown away; what passes through it is noted. */
record NotingLedger(Ledger books, Notes notes) implements Ledger {

    @Override
    public void intend(List<Intent> intents) {
        notes.intended(intents);
        books.intend(intents);
    }

    @Override
    public void record(WaveRecord wave) {
        notes.journal(wave.journal());
        books.record(wave);
    }

    /** A record that was settled is not tried a second time, since it does not hold what was noted. */
    @Override
    public List<RecordRef> aside(CrmId crm, Instant upTo, Optional<RecordRef> after, int most) {
        List<RecordRef> page = books.aside(crm, upTo, after, most);
        while (!page.isEmpty()) {
            List<RecordRef> open =
                    page.stream().filter(ref -> !notes.isSettled(ref)).toList();
            if (!open.isEmpty()) {
                return open;
            }
            page = books.aside(crm, upTo, Optional.of(page.get(page.size() - 1)), most);
        }
        return page;
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
    public Bookmark bookmark(CrmId crm) {
        return books.bookmark(crm);
    }

    @Override
    public void move(Bookmark bookmark) {
        books.move(bookmark);
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
        return books.erase(records);
    }

    @Override
    public Outbox outbox() {
        return books.outbox();
    }

    @Override
    public void adopt(Map<FieldName, String> mapping) {
        books.adopt(mapping);
    }
}
