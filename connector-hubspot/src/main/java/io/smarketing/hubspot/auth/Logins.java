package io.smarketing.hubspot.auth;

import io.smarketing.core.crm.open.Surroundings;
import io.smarketing.http.CrmHttp;
import io.smarketing.http.Limits;
import io.smarketing.http.Login;
import io.smarketing.http.Pacer;
import io.smarketing.http.Pass;
import io.smarketing.hubspot.api.Failures;
import java.util.Map;
import okhttp3.OkHttpClient;

/** Makes the login of a portal: a static token, or OAuth by refresh token. */
public final class Logins {

    private Logins() {}

    public static Login of(HubSpotSettings settings, OkHttpClient client, Surroundings surroundings) {
        if (!settings.isOauth()) {
            return Login.fixed(
                    Pass.bearer(settings.url(), settings.required("token").reveal()));
        }
        CrmHttp http = new CrmHttp(
                client,
                surroundings,
                Login.fixed(Pass.anonymous(settings.url())),
                new Failures(false),
                new Pacer(Map.of(), answer -> Limits.UNTOLD, surroundings),
                "HubSpot's login");
        return new Login(new Refresh(settings, http, surroundings), surroundings.clock());
    }
}
