package io.smarketing.salesforce;

import io.smarketing.core.crm.Activity;
import io.smarketing.core.crm.ChangeFeed;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.RecordReader;
import io.smarketing.core.crm.RecordWriter;
import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteCommand.Delete;
import io.smarketing.core.crm.WriteCommand.Update;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.http.Pacer;
import io.smarketing.salesforce.feed.OrgFeed;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One open org. */
final class SalesforceCrm implements Crm {

    private final CrmId id;
    private final String org;
    private final Schema schema;
    private final RecordReader reader;
    private final OrgFeed feed;
    private final RecordWriter writer;
    private final Pacer pacer;

    /** @param org the org's id */
    SalesforceCrm(
            CrmId id, String org, Schema schema, RecordReader reader, OrgFeed feed, RecordWriter writer, Pacer pacer) {
        this.id = id;
        this.org = org;
        this.schema = schema;
        this.reader = reader;
        this.feed = feed;
        this.writer = writer;
        this.pacer = pacer;
    }

    @Override
    public CrmId id() {
        return id;
    }

    @Override
    public String account() {
        return org;
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
        Stream<RecordRef> named = commands.stream().flatMap(SalesforceCrm::named);
        Stream<RecordRef> answered =
                outcomes.stream().filter(Written.class::isInstance).map(o -> ((Written) o).ref());
        return Stream.concat(named, answered).collect(Collectors.toSet());
    }

    private static Stream<RecordRef> named(WriteCommand command) {
        if (command instanceof Update update) {
            return Stream.of(update.ref());
        }
        return command instanceof Delete delete ? Stream.of(delete.ref()) : Stream.empty();
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
        return pacer.use();
    }

    @Override
    public void close() {
        // the connections are the client's, which the provider shares among all it opens
    }
}
