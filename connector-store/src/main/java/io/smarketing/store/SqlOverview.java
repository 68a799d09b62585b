package io.smarketing.store;

import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.report.Overview;
import io.smarketing.core.sync.Bookmark;
import io.smarketing.core.sync.Parked;
import io.smarketing.store.table.Bookmarks;
import io.smarketing.store.table.Journal;
import io.smarketing.store.table.ParkedRows;
import io.smarketing.store.table.People;
import io.smarketing.store.table.Quotas;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The overview over the tables. */
record SqlOverview(Books books) implements Overview {

    @Override
    public long people() {
        return books.ask(rows -> new People(rows).count());
    }

    @Override
    public Map<String, Long> byStage() {
        return books.ask(rows -> new People(rows).byStage());
    }

    @Override
    public Map<CrmId, Long> others() {
        return books.ask(rows -> new People(rows).others());
    }

    @Override
    public List<Bookmark> bookmarks() {
        return books.ask(rows -> new Bookmarks(rows).all());
    }

    @Override
    public Map<FailureKind, Long> parkedByCause() {
        return books.ask(rows -> new ParkedRows(rows).byCause());
    }

    @Override
    public List<Parked> parked(int most) {
        return books.ask(rows -> new ParkedRows(rows).oldest(most));
    }

    @Override
    public void parked(FailureKind cause, int most, Consumer<Parked> each) {
        books.ask(rows -> {
            ParkedRows.oldest(rows.handle(), List.of(rows.workspace()), cause, most, each);
            return true;
        });
    }

    @Override
    public List<JournalLine> journal(PersonId person, int most) {
        return books.ask(rows -> new Journal(rows).of(person, most));
    }

    @Override
    public Map<Event, Map<FieldName, Long>> leftAlone() {
        return books.ask(rows -> new Journal(rows).leftAlone());
    }

    @Override
    public void durations(String from, String to, BiConsumer<PersonId, Duration> each) {
        books.ask(rows -> {
            new People(rows).durations(from, to, each);
            return true;
        });
    }

    @Override
    public Map<CrmId, QuotaUse> quotas() {
        return books.ask(rows -> new Quotas(rows).all());
    }
}
