package io.smarketing.salesforce;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.salesforce.campaign.OrgCampaigns;
import io.smarketing.salesforce.feed.Gathering;
import io.smarketing.salesforce.feed.OrgFeed;
import io.smarketing.salesforce.notice.TeamTasks;
import io.smarketing.salesforce.notice.Timelines;
import io.smarketing.salesforce.provision.OrgProvisioner;
import io.smarketing.salesforce.read.FieldHistory;
import io.smarketing.salesforce.read.OrgActivity;
import io.smarketing.salesforce.read.OrgReader;
import io.smarketing.salesforce.read.Records;
import io.smarketing.salesforce.read.Selection;
import io.smarketing.salesforce.read.Trail;
import io.smarketing.salesforce.rest.BulkQueries;
import io.smarketing.salesforce.schema.Currencies;
import io.smarketing.salesforce.schema.Keys;
import io.smarketing.salesforce.schema.OrgSchema;
import io.smarketing.salesforce.schema.OrgTypes;
import io.smarketing.salesforce.schema.SchemaReading;
import io.smarketing.salesforce.schema.Users;
import io.smarketing.salesforce.write.OrgWriter;
import io.smarketing.salesforce.write.WriteSettings;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The subjects of one open org, told by one schema. */
final class Views {

    private final Opening how;
    private final Line line;
    private final OrgSchema schema;
    private final Keys keys;
    private final Map<Subject, Crm> views = new EnumMap<>(Subject.class);

    private Views(Opening how, Line line, OrgSchema schema, Keys keys) {
        this.how = how;
        this.line = line;
        this.schema = schema;
        this.keys = keys;
        for (Subject subject : Subject.values()) {
            Map<RecordType, Selection> selections = selections(subject);
            if (subject == Subject.PEOPLE || !selections.isEmpty()) {
                views.put(subject, view(subject, selections));
            }
        }
    }

    /** Reads what the org looks like. */
    static Views read(Opening how, Line line) {
        Keys keys = Keys.in(how.wanted());
        Users users =
                new Users(line.rest(), how.surroundings().clock(), line.signIn().user());
        OrgSchema schema = new SchemaReading(line.rest(), line.fan(), how.wanted(), keys).read(users);
        return new Views(how, line, schema, keys);
    }

    /** An IllegalArgumentException if no field of the subject is wanted. */
    Crm of(Subject subject) {
        return Optional.ofNullable(views.get(subject))
                .orElseThrow(() -> new IllegalArgumentException("no " + subject.word() + " are wanted of " + how.id()));
    }

    private Map<RecordType, Selection> selections(Subject subject) {
        Map<RecordType, Wanted.Type> wanted = new HashMap<>(how.wanted().types());
        wanted.keySet().retainAll(OrgTypes.of(subject));
        Map<RecordType, Selection> selections = new HashMap<>();
        wanted.forEach((type, fields) -> selections.put(type, Selection.of(type, fields, keys, schema)));
        return selections;
    }

    private Crm view(Subject subject, Map<RecordType, Selection> selections) {
        String ourselves = line.signIn().user();
        Records records = new Records(how.id(), ourselves, line.rest(), line.fan(), selections);
        FieldHistory history = new FieldHistory(line.rest(), line.fan(), schema, ourselves);
        OrgReader reader = new OrgReader(records, history, line.fan());
        OrgProvisioner provisioner =
                new OrgProvisioner(line.metadata(), how.surroundings().sleeper(), line.rest(), schema, ourselves);
        return new SalesforceCrm(
                how.id(),
                new SalesforceCrm.Lasting(
                        line.signIn().org(),
                        line.pace().pacer()::use,
                        () -> read(how, line).of(subject)),
                this,
                feed(records, reader),
                reader,
                writer(),
                new SalesforceCrm.Setup(schema, Currencies.warnings(how.wanted(), schema), provisioner),
                subject == Subject.PEOPLE ? doings(records, history) : SalesforceCrm.Doings.NONE);
    }

    private SalesforceCrm.Doings doings(Records records, FieldHistory history) {
        String ourselves = line.signIn().user();
        return new SalesforceCrm.Doings(
                new OrgActivity(line.rest(), line.fan(), schema, records, history, ourselves),
                Optional.of(new Timelines(line.rest(), schema, ourselves)),
                Optional.of(new TeamTasks(line.rest(), schema, ourselves)),
                Optional.of(new OrgCampaigns(how.id(), line.rest())));
    }

    private OrgFeed feed(Records records, OrgReader reader) {
        return new OrgFeed(
                gathering(records),
                reader,
                how.surroundings().executor(),
                () -> line.pace().allowance().refresh(line.rest()));
    }

    private Gathering gathering(Records records) {
        return new Gathering(
                line.rest(),
                records,
                new BulkQueries(line.rest(), how.surroundings().sleeper()),
                line.partner(),
                line.fan());
    }

    private OrgWriter writer() {
        return new OrgWriter(
                new Trail(how.id(), line.rest(), line.fan()),
                schema,
                line.rest(),
                line.fan(),
                keys,
                WriteSettings.in(how.settings(), how.wanted().assigns()),
                how.surroundings());
    }
}
