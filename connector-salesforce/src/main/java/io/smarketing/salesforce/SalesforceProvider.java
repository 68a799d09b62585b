package io.smarketing.salesforce;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.CrmProvider;
import io.smarketing.core.crm.open.SettingSpec;
import io.smarketing.core.crm.open.SettingSpec.Kind;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.core.crm.open.Surroundings;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.http.CrmHttp;
import io.smarketing.salesforce.auth.LoginSettings;
import io.smarketing.salesforce.rest.ApiVersions;
import io.smarketing.salesforce.schema.OrgTypes;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;

/** Opens Salesforce orgs; the only name of this adapter that is used outside it. */
public final class SalesforceProvider implements CrmProvider {

    private final OkHttpClient client;

    /** For ServiceLoader. */
    public SalesforceProvider() {
        this(CrmHttp.client());
    }

    /** @param client carries all calls; a test's or a simulation's answers them itself */
    public SalesforceProvider(OkHttpClient client) {
        this.client = client;
    }

    @Override
    public String type() {
        return "salesforce";
    }

    @Override
    public List<SettingSpec> settings() {
        List<SettingSpec> settings = new ArrayList<>(ofLogin());
        settings.addAll(List.of(
                new SettingSpec("org", Kind.TEXT, false, "Expected organization id (00D...); another org is refused."),
                new SettingSpec(
                        "api-version",
                        Kind.NUMBER,
                        false,
                        "API version from " + ApiVersions.OLDEST + " to " + ApiVersions.NEWEST
                                + "; by default the newest of them that the org offers."),
                new SettingSpec(
                        "allow-duplicates",
                        Kind.BOOLEAN,
                        false,
                        "Whether a record is saved although a duplicate rule warns; default true.")));
        return settings;
    }

    private static List<SettingSpec> ofLogin() {
        return List.of(
                new SettingSpec(
                        "login-url",
                        Kind.URL,
                        false,
                        "Your My Domain (https://<name>.my.salesforce.com); default " + LoginSettings.LOGIN_URL + "."),
                new SettingSpec("client-id", Kind.TEXT, true, "Consumer key of the external client app."),
                new SettingSpec(
                        "client-secret",
                        Kind.SECRET,
                        false,
                        "Consumer secret, for the client credentials flow, or beside a refresh-token."),
                new SettingSpec(
                        "refresh-token",
                        Kind.SECRET,
                        false,
                        "Refresh token of an authorised app; one that takes its place is kept beside the store."),
                new SettingSpec("username", Kind.TEXT, false, "Integration user's username, for the JWT bearer flow."),
                new SettingSpec(
                        "private-key-file",
                        Kind.FILE,
                        false,
                        "RSA private key (PKCS #8 PEM) whose certificate the app holds, for the JWT bearer flow."),
                new SettingSpec(
                        "audience",
                        Kind.URL,
                        false,
                        "Audience of the JWT; by default told from login-url (login or test.salesforce.com)."));
    }

    @Override
    public List<String> check(Settings settings) {
        List<String> problems = new ArrayList<>(LoginSettings.check(settings));
        settings.optional("api-version")
                .filter(v -> ApiVersions.path(v).isEmpty())
                .ifPresent(v -> problems.add(
                        "api-version must be a number from " + ApiVersions.OLDEST + " to " + ApiVersions.NEWEST));
        return problems;
    }

    @Override
    public List<RecordType> types(Subject subject) {
        return OrgTypes.of(subject);
    }

    @Override
    public RecordType newType(Subject subject) {
        return switch (subject) {
            case PEOPLE -> OrgTypes.LEAD;
            case COMPANIES -> OrgTypes.ACCOUNT;
            case DEALS -> OrgTypes.OPPORTUNITY;
        };
    }

    @Override
    public Crm open(CrmId id, Settings settings, Wanted wanted, Surroundings surroundings) {
        return new Opening(id, settings, wanted, surroundings).open(client);
    }
}
