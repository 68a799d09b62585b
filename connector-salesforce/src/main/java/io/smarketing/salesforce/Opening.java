package io.smarketing.salesforce;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.core.crm.open.Surroundings;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.http.CrmHttp;
import io.smarketing.http.Fan;
import io.smarketing.http.Limits;
import io.smarketing.http.Login;
import io.smarketing.http.Pacer;
import io.smarketing.http.Pass;
import io.smarketing.salesforce.auth.LoginSettings;
import io.smarketing.salesforce.auth.SignIn;
import io.smarketing.salesforce.error.SalesforceFailures;
import io.smarketing.salesforce.feed.OrgFeed;
import io.smarketing.salesforce.provision.OrgProvisioner;
import io.smarketing.salesforce.read.FieldHistory;
import io.smarketing.salesforce.read.OrgActivity;
import io.smarketing.salesforce.read.OrgReader;
import io.smarketing.salesforce.read.People;
import io.smarketing.salesforce.read.Selection;
import io.smarketing.salesforce.read.Trail;
import io.smarketing.salesforce.rest.ApiUsage;
import io.smarketing.salesforce.rest.ApiVersions;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.schema.Description;
import io.smarketing.salesforce.schema.OrgSchema;
import io.smarketing.salesforce.schema.PersonTypes;
import io.smarketing.salesforce.schema.Queues;
import io.smarketing.salesforce.schema.Users;
import io.smarketing.salesforce.soap.MetadataApi;
import io.smarketing.salesforce.write.OrgWriter;
import io.smarketing.salesforce.write.WriteSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;

/** The steps by which an org is opened: log in, learn the version, then what it looks like, in at most six calls. */
record Opening(CrmId id, Settings settings, Wanted wanted, Surroundings surroundings) {

    /** A page of 1,000 people is written in five calls of 200, or ten of 100. */
    private static final int SIDE_BY_SIDE = 5;

    Crm open(OkHttpClient client) {
        SignIn signIn = signIn(client);
        Login login = new Login(signIn::pass, surroundings.clock());
        login.pass();
        Pacer pacer = new Pacer(Map.of(), new ApiUsage(), surroundings);
        CrmHttp http = new CrmHttp(client, surroundings, login, new SalesforceFailures(), pacer, id.name());
        String version =
                settings.optional("api-version").flatMap(ApiVersions::path).orElseGet(() -> ApiVersions.newest(http));
        Rest rest = new Rest(http, surroundings.clock(), version);
        return read(signIn, rest, pacer, new MetadataApi(pacer.pacing(client), login));
    }

    private Crm read(SignIn signIn, Rest rest, Pacer pacer, MetadataApi metadata) {
        Fan fan = new Fan(surroundings.executor(), SIDE_BY_SIDE);
        OrgSchema schema = schema(rest, fan, signIn.user());
        People people = new People(id, signIn.user(), rest, fan, selections(schema));
        FieldHistory history = new FieldHistory(rest, fan, schema, signIn.user());
        OrgReader reader = new OrgReader(people, history, fan);
        return new SalesforceCrm(
                id,
                new SalesforceCrm.Lasting(signIn.org(), pacer::use, () -> read(signIn, rest, pacer, metadata)),
                new OrgFeed(rest, people, reader, fan, surroundings.executor()),
                reader,
                new OrgWriter(
                        new Trail(id, rest, fan),
                        schema,
                        rest,
                        fan,
                        keys(),
                        WriteSettings.in(settings, wanted.assigns()),
                        surroundings),
                new SalesforceCrm.Setup(schema, new OrgProvisioner(metadata, rest, schema, signIn.user())),
                new OrgActivity(rest, fan, schema, people, history, signIn.user()));
    }

    /** Calls for a token are made without one, and the org does not count them. */
    private SignIn signIn(OkHttpClient client) {
        LoginSettings how = LoginSettings.in(settings);
        CrmHttp http = new CrmHttp(
                client,
                surroundings,
                Login.fixed(Pass.anonymous(how.loginUrl())),
                SignIn.FAILURES,
                new Pacer(Map.of(), answer -> Limits.UNTOLD, surroundings),
                id.name());
        return new SignIn(http, how, surroundings.clock());
    }

    private OrgSchema schema(Rest rest, Fan fan, String ourselves) {
        Users users = new Users(rest, surroundings.clock(), ourselves);
        List<String> objects = new ArrayList<>(List.of("Contact", "Lead"));
        if (isAccountWanted()) {
            objects.add("Account");
        }
        List<Supplier<Description>> calls = new ArrayList<>();
        objects.forEach(object -> calls.add(() -> Description.in(rest.describe(object))));
        calls.add(() -> {
            users.read();
            return Description.NONE;
        });
        List<Description> told = fan.all(calls);
        Description contact = isAccountWanted() ? told.get(0).reaching("Account", told.get(2)) : told.get(0);
        return new OrgSchema(
                Map.of(PersonTypes.CONTACT, contact, PersonTypes.LEAD, told.get(1)), users, new Queues(rest));
    }

    private boolean isAccountWanted() {
        return Optional.ofNullable(wanted.types().get(PersonTypes.CONTACT)).stream()
                .flatMap(type -> type.fields().stream())
                .anyMatch(field -> field.text().startsWith("Account."));
    }

    private Map<RecordType, Selection> selections(OrgSchema schema) {
        Map<RecordType, Selection> selections = new HashMap<>();
        wanted.types().forEach((type, fields) -> selections.put(type, Selection.of(type, fields, schema)));
        return selections;
    }

    private Map<RecordType, FieldName> keys() {
        Map<RecordType, FieldName> keys = new HashMap<>();
        wanted.types().forEach((type, fields) -> keys.put(type, fields.key()));
        return keys;
    }
}
