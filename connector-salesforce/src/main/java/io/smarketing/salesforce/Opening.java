package io.smarketing.salesforce;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.core.crm.open.Surroundings;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.http.CrmHttp;
import io.smarketing.http.Fan;
import io.smarketing.http.Limits;
import io.smarketing.http.Login;
import io.smarketing.http.Pacer;
import io.smarketing.http.Pass;
import io.smarketing.salesforce.auth.LoginSettings;
import io.smarketing.salesforce.auth.SignIn;
import io.smarketing.salesforce.error.SalesforceFailures;
import io.smarketing.salesforce.rest.Allowance;
import io.smarketing.salesforce.rest.ApiVersions;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.soap.MetadataApi;
import io.smarketing.salesforce.soap.PartnerApi;
import java.util.Map;
import okhttp3.OkHttpClient;

/**
 * The steps by which an org is opened: log in, learn the version, what may be called and what it looks like, in at most
 * eight calls.
 */
record Opening(CrmId id, Settings settings, Wanted wanted, Surroundings surroundings) {

    /** A page of 1,000 people is written in five calls of 200, or ten of 100. */
    private static final int SIDE_BY_SIDE = 5;

    Crm open(OkHttpClient client) {
        SignIn signIn = signIn(client);
        Login login = new Login(signIn::pass, surroundings.clock());
        login.pass();
        Allowance allowance = new Allowance(surroundings.clock());
        Pacer pacer = new Pacer(Map.of(), allowance, surroundings);
        CrmHttp http = new CrmHttp(client, surroundings, login, new SalesforceFailures(), pacer, id.name());
        String version =
                settings.optional("api-version").flatMap(ApiVersions::path).orElseGet(() -> ApiVersions.newest(http));
        Rest rest = new Rest(http, surroundings.clock(), version);
        allowance.ask(rest);
        Fan fan = new Fan(surroundings.executor(), SIDE_BY_SIDE);
        OkHttpClient paced = pacer.pacing(client);
        Line line = new Line(
                signIn,
                rest,
                new Line.Pace(pacer, allowance),
                new MetadataApi(paced, login),
                new PartnerApi(paced, login),
                fan);
        return Views.read(this, line).of(Subject.PEOPLE);
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
        return new SignIn(http, how, surroundings);
    }
}
