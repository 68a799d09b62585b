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
import io.smarketing.core.crm.campaign.CampaignFeed;
import io.smarketing.core.crm.notice.Noticeboard;
import io.smarketing.core.crm.notice.TaskBoard;
import io.smarketing.core.crm.provision.Provisioner;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.salesforce.feed.OrgFeed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One subject of an open org.
 *
 * @param lasting what goes on when the schema is read anew
 * @param views all subjects of the org
 */
record SalesforceCrm(
        CrmId id,
        Lasting lasting,
        Views views,
        OrgFeed feed,
        RecordReader reader,
        RecordWriter rows,
        Setup setup,
        Doings doings)
        implements Crm {

    /**
     * What goes on when the schema is read anew.
     *
     * @param org the org's id
     * @param use calls used
     */
    record Lasting(String org, Supplier<QuotaUse> use, Supplier<Crm> again) {}

    /** What the org looks like, what an admin should know of that, and who makes what we need in it. */
    record Setup(Schema schema, List<String> warnings, Provisioner provisioner) {

        Setup {
            warnings = List.copyOf(warnings);
        }
    }

    /** What is done about the subject beside its records: empty or nothing where that is only done about people. */
    record Doings(
            Activity activity,
            Optional<Noticeboard> board,
            Optional<TaskBoard> tasks,
            Optional<CampaignFeed> campaigns) {

        static final Doings NONE = new Doings(Activity.NONE, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public String account() {
        return lasting.org();
    }

    @Override
    public Crm of(Subject subject) {
        return views.of(subject);
    }

    @Override
    public ChangeFeed changes() {
        return feed;
    }

    /** The writer; the feed learns of what it has written, so that no older row of it is handed out. */
    @Override
    public RecordWriter writer() {
        return commands -> {
            List<WriteOutcome> outcomes = rows.write(commands);
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
        return setup.schema();
    }

    @Override
    public List<String> warnings() {
        return setup.warnings();
    }

    @Override
    public Optional<Provisioner> provisioner() {
        return Optional.of(setup.provisioner());
    }

    @Override
    public Optional<Noticeboard> noticeboard() {
        return doings.board();
    }

    @Override
    public Optional<TaskBoard> tasks() {
        return doings.tasks();
    }

    @Override
    public Optional<CampaignFeed> campaigns() {
        return doings.campaigns();
    }

    @Override
    public Activity activity() {
        return doings.activity();
    }

    @Override
    public QuotaUse quota() {
        return lasting.use().get();
    }

    @Override
    public Crm renewed() {
        return lasting.again().get();
    }

    @Override
    public void close() {
        // the connections are the client's, which the provider shares among all it opens
    }
}
