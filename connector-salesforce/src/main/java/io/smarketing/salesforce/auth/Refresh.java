package io.smarketing.salesforce.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.open.Secret;
import io.smarketing.core.crm.open.TokenKeep;
import io.smarketing.http.CrmHttp;
import io.smarketing.http.HttpAnswer;
import io.smarketing.http.HttpAsk;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The token reply to the newest refresh token. Where the app rotates them, each reply holds another and kills the one
 * that was used: it is kept before anything is done with the access token.
 */
final class Refresh implements Supplier<JsonNode> {

    private final CrmHttp http;
    private final LoginSettings settings;
    private final TokenKeep tokens;
    private final Secret configured;

    Refresh(CrmHttp http, LoginSettings settings, TokenKeep tokens) {
        this.http = http;
        this.settings = settings;
        this.tokens = tokens;
        this.configured = settings.refreshToken().orElseThrow();
    }

    @Override
    public JsonNode get() {
        Secret used = newest();
        HttpAnswer answer = exchange(used);
        if (!answer.isSuccess() && !newest().equals(used)) {
            // another process of ours has used it up meanwhile
            used = newest();
            answer = exchange(used);
        }
        if (!answer.isSuccess()) {
            throw SignIn.FAILURES.read(answer);
        }
        Secret next = new Secret(answer.body().path("refresh_token").asText(used.reveal()));
        if (!next.equals(used)) {
            tokens.keep(configured, next);
        }
        return answer.body();
    }

    private Secret newest() {
        return tokens.newestOf(configured).orElse(configured);
    }

    private HttpAnswer exchange(Secret refreshToken) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("client_id", settings.clientId());
        settings.clientSecret().ifPresent(secret -> form.put("client_secret", secret.reveal()));
        form.put("refresh_token", refreshToken.reveal());
        return http.send(
                HttpAsk.postForm(SignIn.TOKEN, form).mayRepeat().answeredBy(400).answeredBy(401));
    }
}
