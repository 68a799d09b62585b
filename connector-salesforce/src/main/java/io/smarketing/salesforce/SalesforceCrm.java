package io.smarketing.salesforce;

import io.smarketing.core.crm.Activity;
import io.smarketing.core.crm.ChangeFeed;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.RecordReader;
import io.smarketing.core.crm.RecordWriter;
import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteCommand.Update;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.http.Pacer;
import io.smarketing.salesforce.feed.OrgFeed;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One open org. */
final class SalesforceCrm implements Crm {

    private final Account account;
    private final Schema schema;
    private final RecordReader reader;
    private final OrgFeed feed;
    private final RecordWriter writer;

    /**
     * What goes on when the schema is read anew.
     *
     * @param org the org's id
     */
    record Account(CrmId id, String org, Pacer pacer, Supplier<Crm> again) {}

    SalesforceCrm(Account account, Schema schema, RecordReader reader, OrgFeed feed, RecordWriter writer) {
        this.account = account;
        this.schema = schema;
        this.reader = reader;
        this.feed = feed;
        this.writer = writer;
    }

    @Override
    public CrmId id() {
        return account.id();
    }

    @Override
    public String account() {
        return account.org();
    }

    @Override
    public ChangeFeed changes() {
        return feed;
    }

    @Override
    public RecordReader reader() {
        return reader;
    }

    /** The writer; the feed learns of what it has written, so that no older row of it is handed out. */
    @Override
    public RecordWriter writer() {
        return commands -> {
            List<WriteOutcome> outcomes = writer.write(commands);
            feed.wrote(written(commands, outcomes));
            return outcomes;
        };
    }

    private static Set<RecordRef> written(List<? extends WriteCommand> commands, List<WriteOutcome> outcomes) {
        Stream<RecordRef> updated =
                commands.stream().filter(Update.class::isInstance).map(c -> ((Update) c).ref());
        Stream<RecordRef> answered =
                outcomes.stream().filter(Written.class::isInstance).map(o -> ((Written) o).ref());
        return Stream.concat(updated, answered).collect(Collectors.toSet());
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Activity activity() {
        return Activity.NONE;
    }

    @Override
    public QuotaUse quota() {
        return account.pacer().use();
    }

    @Override
    public Crm renewed() {
        return account.again().get();
    }

    @Override
    public void close() {
        // the connections are the client's, which the provider shares among all it opens
    }
}
