package io.smarketing.hubspot.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.open.Surroundings;
import io.smarketing.http.CrmHttp;
import io.smarketing.http.HttpAsk;
import io.smarketing.http.Limits;
import io.smarketing.http.Login;
import io.smarketing.http.Pacer;
import io.smarketing.http.Pass;
import io.smarketing.hubspot.api.ErrorBody;
import io.smarketing.hubspot.api.Failures;
import io.smarketing.hubspot.api.Paths;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.OkHttpClient;

/** Makes the login of a portal: a static token, or OAuth by refresh token. */
public final class Logins {

    private static final Duration EARLY = Duration.ofMinutes(5);

    private Logins() {}

    public static Login of(HubSpotSettings settings, OkHttpClient client, Surroundings surroundings) {
        if (!settings.isOauth()) {
            return Login.fixed(Pass.bearer(settings.url(), settings.required("token")));
        }
        CrmHttp http = new CrmHttp(
                client,
                surroundings,
                Login.fixed(Pass.anonymous(settings.url())),
                new Failures(false),
                new Pacer(Map.of(), answer -> Limits.UNTOLD, surroundings),
                "HubSpot's login");
        return new Login(new Refresh(settings, http, surroundings.clock())::get, surroundings.clock());
    }

    /** Fetches access tokens with the latest refresh token. */
    private static final class Refresh {

        private final HubSpotSettings settings;
        private final CrmHttp http;
        private final InstantSource clock;
        private String refreshToken;

        Refresh(HubSpotSettings settings, CrmHttp http, InstantSource clock) {
            this.settings = settings;
            this.http = http;
            this.clock = clock;
            this.refreshToken = settings.required("refresh-token");
        }

        Pass get() {
            Map<String, String> form = new LinkedHashMap<>();
            form.put("grant_type", "refresh_token");
            form.put("client_id", settings.required("client-id"));
            form.put("client_secret", settings.required("client-secret"));
            form.put("refresh_token", refreshToken);
            Instant start = clock.instant();
            var answer = http.send(HttpAsk.postForm(new Paths(settings.version()).token(), form)
                    .mayRepeat()
                    .answeredBy(400));
            JsonNode body = answer.body();
            if (!body.hasNonNull("access_token")) {
                String why = body.path("status").asText(ErrorBody.of(body).words());
                throw new CrmException(
                        FailureKind.WRONG_CREDENTIALS,
                        "HubSpot refuses the refresh token or the app's credentials (" + why
                                + "): install the app again and set the new refresh token");
            }
            refreshToken = body.path("refresh_token").asText(refreshToken);
            Duration lives = Duration.ofSeconds(body.path("expires_in").asLong(1_800));
            return new Pass(
                    settings.url(),
                    "Bearer " + body.path("access_token").asText(),
                    start.plus(lives.compareTo(EARLY) > 0 ? lives.minus(EARLY) : lives.dividedBy(2)));
        }
    }
}
