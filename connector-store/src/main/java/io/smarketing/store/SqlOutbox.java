package io.smarketing.store;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.sync.Outbox;
import io.smarketing.core.sync.Posting;
import io.smarketing.store.table.Journal;
import io.smarketing.store.table.Notices;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The outbox over its table. */
record SqlOutbox(Books books) implements Outbox {

    @Override
    public void add(List<Posting> news) {
        books.change(rows -> new Notices(rows).add(news));
    }

    @Override
    public List<Posting> open(CrmId crm, int most) {
        return books.ask(rows -> new Notices(rows).open(crm, most));
    }

    @Override
    public Map<CrmId, Long> waiting() {
        return books.ask(rows -> new Notices(rows).waiting());
    }

    @Override
    public void sending(List<Posting> postings, Instant at) {
        books.change(rows -> new Notices(rows).sending(postings, at));
    }

    @Override
    public void missing(List<Posting> postings, Instant at) {
        if (!postings.isEmpty()) {
            books.change(rows -> new Notices(rows).missing(postings, at));
        }
    }

    @Override
    public void unsent(List<Posting> postings) {
        if (!postings.isEmpty()) {
            books.change(rows -> new Notices(rows).unsent(postings));
        }
    }

    @Override
    public void close(List<Posting> postings, List<JournalLine> lines) {
        books.change(rows -> {
            new Notices(rows).close(postings);
            new Journal(rows).add(lines);
        });
    }
}
