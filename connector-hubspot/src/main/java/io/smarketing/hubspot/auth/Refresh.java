package io.smarketing.hubspot.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.open.Secret;
import io.smarketing.core.crm.open.Surroundings;
import io.smarketing.core.crm.open.TokenKeep;
import io.smarketing.http.CrmHttp;
import io.smarketing.http.HttpAnswer;
import io.smarketing.http.HttpAsk;
import io.smarketing.http.Pass;
import io.smarketing.hubspot.api.ErrorBody;
import io.smarketing.hubspot.api.Paths;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The way to an access token by the newest refresh token; HubSpot may answer with another, which takes its place. */
final class Refresh implements Supplier<Pass> {

    private static final Duration EARLY = Duration.ofMinutes(5);

    private final HubSpotSettings settings;
    private final CrmHttp http;
    private final InstantSource clock;
    private final TokenKeep tokens;
    private final Secret configured;

    Refresh(HubSpotSettings settings, CrmHttp http, Surroundings surroundings) {
        this.settings = settings;
        this.http = http;
        this.clock = surroundings.clock();
        this.tokens = surroundings.tokens();
        this.configured = settings.required("refresh-token");
    }

    @Override
    public Pass get() {
        Instant start = clock.instant();
        Secret used = newest();
        JsonNode body = exchange(used);
        if (!isGranted(body) && !newest().equals(used)) {
            // another process of ours has used it up meanwhile
            used = newest();
            body = exchange(used);
        }
        if (!isGranted(body)) {
            throw refused(body);
        }
        Secret next = new Secret(body.path("refresh_token").asText(used.reveal()));
        if (!next.equals(used)) {
            tokens.keep(configured, next);
        }
        Duration lives = Duration.ofSeconds(body.path("expires_in").asLong(1_800));
        return new Pass(
                settings.url(),
                "Bearer " + body.path("access_token").asText(),
                start.plus(lives.compareTo(EARLY) > 0 ? lives.minus(EARLY) : lives.dividedBy(2)));
    }

    private Secret newest() {
        return tokens.newestOf(configured).orElse(configured);
    }

    /** By the first version of the API that is known; a token is good for all of them. */
    private JsonNode exchange(Secret refreshToken) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("client_id", settings.required("client-id").reveal());
        form.put("client_secret", settings.required("client-secret").reveal());
        form.put("refresh_token", refreshToken.reveal());
        List<String> versions = settings.versions();
        HttpAnswer answer = send(versions.get(0), form);
        for (String older : versions.subList(1, versions.size())) {
            answer = isUnknownVersion(answer) ? send(older, form) : answer;
        }
        return answer.body();
    }

    private HttpAnswer send(String version, Map<String, String> form) {
        HttpAsk ask = HttpAsk.postForm(new Paths(version).token(), form).mayRepeat();
        return http.send(ask.answeredBy(400).answeredBy(404));
    }

    /** A refusal of ours is a 400 that says so as OAuth does. */
    private static boolean isUnknownVersion(HttpAnswer answer) {
        return !answer.isSuccess() && !answer.body().hasNonNull("error");
    }

    private static boolean isGranted(JsonNode body) {
        return body.hasNonNull("access_token");
    }

    private static CrmException refused(JsonNode body) {
        String why = body.path("status").asText(ErrorBody.of(body).words());
        return new CrmException(
                FailureKind.WRONG_CREDENTIALS,
                "HubSpot refuses the refresh token or the app's credentials (" + why
                        + "): install the app again and set the new refresh token");
    }
}
