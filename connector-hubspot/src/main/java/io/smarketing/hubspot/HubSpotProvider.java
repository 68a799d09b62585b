package io.smarketing.hubspot;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.CrmProvider;
import io.smarketing.core.crm.open.SettingSpec;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.core.crm.open.Surroundings;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.push.Push;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.http.CrmHttp;
import io.smarketing.http.Fan;
import io.smarketing.http.Pacer;
import io.smarketing.hubspot.activity.ContactActivity;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.Failures;
import io.smarketing.hubspot.api.RateHeaders;
import io.smarketing.hubspot.auth.Entrance;
import io.smarketing.hubspot.auth.HubSpotSettings;
import io.smarketing.hubspot.auth.Logins;
import io.smarketing.hubspot.feed.ContactFeed;
import io.smarketing.hubspot.provision.PortalProvisioner;
import io.smarketing.hubspot.push.WebhookSettings;
import io.smarketing.hubspot.push.Webhooks;
import io.smarketing.hubspot.read.ContactReader;
import io.smarketing.hubspot.read.ContactShape;
import io.smarketing.hubspot.read.OwnApps;
import io.smarketing.hubspot.schema.ContactSchema;
import io.smarketing.hubspot.schema.Portal;
import io.smarketing.hubspot.write.ContactWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** Opens HubSpot portals: people are contacts. */
public final class HubSpotProvider implements CrmProvider {

    /** A page of 1,000 people is written in five calls of 200, or ten of 100. */
    private static final int CALLS_AT_A_TIME = 5;

    private final OkHttpClient client;

    /** For ServiceLoader. */
    public HubSpotProvider() {
        this(CrmHttp.client());
    }

    /** With a client of one's own, for tests and rehearsals. */
    public HubSpotProvider(OkHttpClient client) {
        this.client = client;
    }

    @Override
    public String type() {
        return "hubspot";
    }

    @Override
    public List<SettingSpec> settings() {
        List<SettingSpec> all = new ArrayList<>(HubSpotSettings.specs());
        all.addAll(WebhookSettings.specs());
        return all;
    }

    @Override
    public List<String> check(Settings settings) {
        List<String> all = new ArrayList<>(new HubSpotSettings(settings).problems());
        all.addAll(new WebhookSettings(settings).problems());
        return all;
    }

    @Override
    public List<RecordType> types(Subject subject) {
        return subject == Subject.PEOPLE ? List.of(ContactSchema.CONTACT) : List.of();
    }

    @Override
    public RecordType newType(Subject subject) {
        return ContactSchema.CONTACT;
    }

    @Override
    public Crm open(CrmId id, Settings given, Wanted wanted, Surroundings surroundings) {
        HubSpotSettings settings = new HubSpotSettings(given);
        Pacer pacer = new Pacer(RateHeaders.RATES, new RateHeaders(), surroundings);
        CrmHttp http = new CrmHttp(
                client,
                surroundings,
                Logins.of(settings, client, surroundings),
                new Failures(settings.isOauth()),
                pacer,
                id.name());
        Entrance entrance = Entrance.find(http, settings);
        Api api = new Api(http, entrance.paths(), new Fan(surroundings.executor(), CALLS_AT_A_TIME));
        return read(new Account(
                id,
                entrance,
                new WebhookSettings(given),
                wanted,
                surroundings,
                api,
                pacer,
                settings.searchesActivities()));
    }

    /** What goes on when the schema is read anew. */
    private record Account(
            CrmId id,
            Entrance entrance,
            WebhookSettings webhooks,
            Wanted wanted,
            Surroundings surroundings,
            Api api,
            Pacer pacer,
            boolean searchesActivities) {}

    private static Optional<Push> push(Account account, ContactShape shape) {
        InstantSource clock = account.surroundings().clock();
        return Webhooks.of(account.webhooks(), account.entrance().portal(), clock, shape::ref);
    }

    private static Crm read(Account account) {
        Api api = account.api();
        Portal portal = Portal.read(api);
        ContactShape shape =
                new ContactShape(account.id(), account.wanted().of(ContactSchema.CONTACT), portal.schema());
        OwnApps ownApps = new OwnApps();
        return new HubSpotCrm(
                account.id(),
                new ContactFeed(api, shape, account.surroundings().executor(), account.searchesActivities()),
                new ContactReader(api, shape, ownApps),
                new ContactWriter(api, shape),
                new ContactActivity(api, shape, portal, ownApps),
                new HubSpotCrm.Setup(account.entrance(), portal, new PortalProvisioner(api), push(account, shape)),
                account.pacer()::use,
                () -> read(account));
    }
}
