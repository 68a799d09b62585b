package io.smarketing.salesforce.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.open.Secret;
import io.smarketing.core.crm.open.Surroundings;
import io.smarketing.http.CrmHttp;
import io.smarketing.http.FailureReader;
import io.smarketing.http.HttpAsk;
import io.smarketing.http.Pass;
import java.security.PrivateKey;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/** Gets a token by one of the three flows, always for the same org. */
public final class SignIn {

    /** What a refused login means. */
    public static final FailureReader FAILURES = new TokenFailures();

    static final String TOKEN = "/services/oauth2/token";

    private final Supplier<JsonNode> reply;
    private volatile String org;
    private volatile String user = "";

    /** @param http calls the login URL without a login */
    public SignIn(CrmHttp http, LoginSettings settings, Surroundings surroundings) {
        this.reply = reply(http, settings, surroundings);
        this.org = settings.org().orElse("");
    }

    private static Supplier<JsonNode> reply(CrmHttp http, LoginSettings settings, Surroundings surroundings) {
        if (settings.refreshToken().isPresent()) {
            return new Refresh(http, settings, surroundings.tokens());
        }
        Supplier<Map<String, String>> form = settings.clientSecret()
                .map(secret -> clientCredentials(settings, secret))
                .orElseGet(() -> jwtBearer(settings, surroundings.clock()));
        return () -> http.send(HttpAsk.postForm(TOKEN, form.get()).mayRepeat()).body();
    }

    /** A fresh pass. */
    public Pass pass() {
        Access access = Access.in(reply.get());
        if (!org.isEmpty() && !org.equals(access.org())) {
            throw new CrmException(
                    FailureKind.WRONG_CREDENTIALS,
                    "These credentials lead to the org " + access.org() + ", but the configuration expects " + org
                            + ": correct org, or the credentials.");
        }
        org = access.org();
        user = access.user();
        return Pass.bearer(access.instanceUrl(), access.token().reveal());
    }

    /** The id of the org that the last pass was for. */
    public String org() {
        return org;
    }

    /** The id of our own user there. */
    public String user() {
        return user;
    }

    private static Supplier<Map<String, String>> clientCredentials(LoginSettings settings, Secret secret) {
        return () -> Map.of(
                "grant_type", "client_credentials",
                "client_id", settings.clientId(),
                "client_secret", secret.reveal());
    }

    private static Supplier<Map<String, String>> jwtBearer(LoginSettings settings, InstantSource clock) {
        PrivateKey key = PrivateKeyFile.read(settings.keyFile().orElseThrow());
        String username = settings.username().orElseThrow();
        return () -> Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:jwt-bearer",
                "assertion",
                JwtAssertion.sign(settings, username, key, clock.instant()));
    }
}
