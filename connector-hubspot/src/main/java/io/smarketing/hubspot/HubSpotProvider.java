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
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.Failures;
import io.smarketing.hubspot.api.ObjectType;
import io.smarketing.hubspot.api.RateHeaders;
import io.smarketing.hubspot.auth.Entrance;
import io.smarketing.hubspot.auth.HubSpotSettings;
import io.smarketing.hubspot.auth.Logins;
import io.smarketing.hubspot.push.WebhookSettings;
import io.smarketing.hubspot.push.Webhooks;
import io.smarketing.hubspot.read.LatelyWritten;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** Opens HubSpot portals. */
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
        return List.of(newType(subject));
    }

    @Override
    public RecordType newType(Subject subject) {
        return ObjectType.of(subject).type();
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
        Optional<Push> push = Webhooks.of(
                new WebhookSettings(given),
                entrance.portal(),
                surroundings.clock(),
                id,
                wanted.types().keySet());
        Account account = new Account(
                id,
                new Account.Door(entrance, pacer, push),
                wanted,
                surroundings,
                api,
                settings.searchesActivities(),
                new LatelyWritten());
        return account.read(ObjectType.CONTACT);
    }
}
