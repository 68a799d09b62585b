package io.smarketing.core.sync.plan;

import io.smarketing.core.crm.Activity;
import io.smarketing.core.crm.ChangeFeed;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.RecordReader;
import io.smarketing.core.crm.RecordWriter;
import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.person.PersonBook;
import java.time.Instant;
import java.util.Optional;

/**
 * A CRM that is read as it is and never written: what is to be written is noted and answered as written. A record that
 * was settled with one of the other side is not told again, since it does not hold what was noted.
 */
record NotingCrm(Crm real, PersonBook book, Notes notes) implements Crm {

    @Override
    public CrmId id() {
        return real.id();
    }

    @Override
    public String account() {
        return real.account();
    }

    @Override
    public ChangeFeed changes() {
        ChangeFeed feed = real.changes();
        return from -> unsettled(feed, from);
    }

    private ChangePage unsettled(ChangeFeed feed, Cursor from) {
        ChangePage page = feed.read(from);
        return new ChangePage(
                page.changes().stream().filter(c -> !notes.isSettled(c.ref())).toList(),
                page.next(),
                page.listing(),
                page.caughtUp(),
                page.readAt());
    }

    @Override
    public RecordReader reader() {
        return new NotingReader(id(), real.reader(), book);
    }

    @Override
    public RecordWriter writer() {
        return commands -> commands.stream().map(this::noted).toList();
    }

    private WriteOutcome noted(WriteCommand command) {
        if (command instanceof WriteCommand.Create create) {
            return written(new RecordRef(id(), create.type(), create.key()));
        }
        if (command instanceof WriteCommand.Update update) {
            return written(update.ref());
        }
        WriteCommand.Delete delete = (WriteCommand.Delete) command;
        notes.deleted(delete);
        return written(delete.ref());
    }

    /** There was no answer, so it bears no time; it only gets into books that are thrown away. */
    private static WriteOutcome written(RecordRef ref) {
        return new Written(ref, Optional.empty(), Optional.empty(), Instant.EPOCH);
    }

    @Override
    public Schema schema() {
        return real.schema();
    }

    @Override
    public Activity activity() {
        return real.activity();
    }

    @Override
    public QuotaUse quota() {
        return real.quota();
    }

    @Override
    public void close() {
        real.close();
    }
}
