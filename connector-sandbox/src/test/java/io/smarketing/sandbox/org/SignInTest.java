package io.smarketing.sandbox.org;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.kernel.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SignInTest {

    private static final String JWT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final Bench bench = new Bench();

    private Answer post(String path, String... form) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < form.length; i += 2) {
            pairs.put(form[i], form[i + 1]);
        }
        String body = pairs.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return bench.send("POST", "/services/oauth2/" + path, Map.of(), body);
    }

    private Answer clientCredentials() {
        return post(
                "token", "grant_type", "client_credentials", "client_id", "the-client", "client_secret", "the-secret");
    }

    private String oauthError(Answer answer) {
        return answer.status() + " " + bench.json(answer).path("error").asText();
    }

    private static String assertion(String aud, String sub, long exp) throws GeneralSecurityException {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String header = encoder.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8));
        String claims = "{\"iss\":\"the-client\",\"sub\":\"" + sub + "\",\"aud\":\"" + aud + "\",\"exp\":" + exp + "}";
        String signed = header + "." + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(Bench.KEYS.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + encoder.encodeToString(signature.sign());
    }

    @Test
    void clientCredentialsYieldATokenThatWorks() {
        JsonNode token = bench.json(clientCredentials());
        assertThat(token.path("instance_url").asText()).isEqualTo("http://org.test:1234");
        assertThat(token.path("id").asText()).startsWith("http://org.test:1234/id/00D000000000001EAA/005");
        assertThat(token.has("refresh_token")).isFalse();
        assertThat(token.has("expires_in")).isFalse();
        bench.headers.put(
                "authorization", "Bearer " + token.path("access_token").asText());
        assertThat(bench.get("/limits").status()).isEqualTo(200);
    }

    @Test
    void basicAuthenticationWorksAndAWrongSecretDoesNot() {
        String pair = Base64.getEncoder().encodeToString("the-client:the-secret".getBytes(StandardCharsets.UTF_8));
        bench.headers.put("authorization", "Basic " + pair);
        assertThat(post("token", "grant_type", "client_credentials").status()).isEqualTo(200);
        bench.headers.remove("authorization");
        assertThat(oauthError(post(
                        "token", "grant_type", "client_credentials", "client_id", "the-client", "client_secret", "no")))
                .isEqualTo("400 invalid_client");
        assertThat(oauthError(post("token", "grant_type", "client_credentials", "client_id", "other")))
                .isEqualTo("400 invalid_client_id");
        assertThat(oauthError(post("token", "grant_type", "password"))).isEqualTo("400 unsupported_grant_type");
    }

    @Test
    void aJwtIsCheckedForAudienceExpiryUserAndSignature() throws GeneralSecurityException {
        long soon = bench.wall.getEpochSecond() + 120;
        String login = "https://login.salesforce.com";
        String user = "integration@org.example";
        String good = assertion(login, user, soon);
        assertThat(post("token", "grant_type", JWT, "assertion", good).status()).isEqualTo(200);
        String own = assertion("http://org.test:1234", user, soon);
        assertThat(post("token", "grant_type", JWT, "assertion", own).status()).isEqualTo(200);
        bench.switches.set("jwt-no-own-audience", "true");
        assertThat(post("token", "grant_type", JWT, "assertion", own).body()).contains("audience is invalid");
        assertThat(post("token", "grant_type", JWT, "assertion", assertion(login, "other@x.example", soon))
                        .body())
                .contains("user hasn't approved this consumer");
        String forged = good.substring(0, good.length() - 8) + "AAAAAAAA";
        assertThat(oauthError(post("token", "grant_type", JWT, "assertion", forged)))
                .isEqualTo("400 invalid_grant");
        String millis = assertion(login, user, soon * 1000);
        assertThat(post("token", "grant_type", JWT, "assertion", millis).body()).contains("expired authorization code");
        bench.pass(Duration.ofMinutes(3));
        assertThat(post("token", "grant_type", JWT, "assertion", good).body()).contains("expired authorization code");
    }

    @Test
    void aRefreshTokenIsGoodUntilItIsRotated() {
        String first = bench.org.refreshToken();
        String[] form = {
            "grant_type",
            "refresh_token",
            "client_id",
            "the-client",
            "client_secret",
            "the-secret",
            "refresh_token",
            first
        };
        assertThat(post("token", form).status()).isEqualTo(200);
        bench.switches.set("rotate-refresh-token", "true");
        assertThat(bench.json(post("token", form)).path("refresh_token").asText())
                .isEqualTo(bench.org.refreshToken())
                .isNotEqualTo(first);
        assertThat(oauthError(post("token", form))).isEqualTo("400 invalid_grant");
    }

    @Test
    void aSessionDiesOfIdlenessOrWhenAllAreExpired() {
        String token = bench.json(clientCredentials()).path("access_token").asText();
        bench.headers.put("authorization", "Bearer " + token);
        bench.pass(Duration.ofMinutes(119));
        assertThat(bench.get("/limits").status()).isEqualTo(200);
        bench.pass(Duration.ofMinutes(119));
        assertThat(bench.get("/limits").status()).isEqualTo(200);
        bench.pass(Duration.ofMinutes(121));
        assertThat(bench.error(bench.get("/limits"))).isEqualTo("401 INVALID_SESSION_ID");

        bench.headers.put(
                "authorization",
                "Bearer " + bench.json(clientCredentials()).path("access_token").asText());
        bench.switches.set("expire-sessions", "true");
        assertThat(bench.error(bench.get("/limits"))).isEqualTo("401 INVALID_SESSION_ID");
        bench.headers.put("authorization", "Bearer fixed-token");
        assertThat(bench.get("/limits").status()).isEqualTo(200);
    }

    @Test
    void introspectionAndUserinfoTellAboutTheToken() {
        String[] form = {"client_id", "the-client", "client_secret", "the-secret", "token", "fixed-token"};
        JsonNode told = bench.json(post("introspect", form));
        assertThat(told.path("active").asBoolean()).isTrue();
        assertThat(told.path("exp").asLong()).isGreaterThan(bench.wall.getEpochSecond());
        bench.headers.put(
                "authorization",
                "Bearer " + bench.json(clientCredentials()).path("access_token").asText());
        JsonNode user = bench.json(bench.send("GET", "/services/oauth2/userinfo", Map.of(), ""));
        assertThat(user.path("organization_id").asText()).isEqualTo("00D000000000001EAA");
        assertThat(user.path("preferred_username").asText()).isEqualTo("integration@org.example");
    }

    @Test
    void theFixedTokenIsAPersons() {
        JsonNode user = bench.json(bench.send("GET", "/services/oauth2/userinfo", Map.of(), ""));
        assertThat(user.path("preferred_username").asText()).isEqualTo("admin@org.example");
        bench.send("POST", "/sobjects/Lead", "{'LastName':'Lead','Company':'Acme'}");
        assertThat(bench.column("SELECT LastModifiedById FROM Lead", "LastModifiedById"))
                .containsExactly(user.path("user_id").asText());
    }

    @Test
    void versionsNeedNoSessionAndCostNoCall() {
        bench.headers.remove("authorization");
        Answer answer = bench.send("GET", "/services/data", Map.of(), "");
        assertThat(answer.headers()).doesNotContainKey("Sforce-Limit-Info").containsKey("Date");
        JsonNode versions = bench.json(answer);
        assertThat(versions.path(0).path("version").asText()).isEqualTo("60.0");
        assertThat(versions.path(8).path("version").asText()).isEqualTo("68.0");
        assertThat(versions.path(8).path("label").asText()).isEqualTo("Winter '27");
    }

    @Test
    void callsAreCountedAndRefusedWhenNoneIsLeftUntilADayHasPassed() {
        bench.switches.set("daily-limit", "2");
        assertThat(bench.get("/limits").headers()).containsEntry("Sforce-Limit-Info", "api-usage=1/2");
        assertThat(bench.json(bench.get("/limits"))
                        .path("DailyApiRequests")
                        .path("Remaining")
                        .asInt())
                .isZero();
        assertThat(bench.error(bench.get("/limits"))).isEqualTo("403 REQUEST_LIMIT_EXCEEDED");
        bench.pass(Duration.ofHours(24));
        bench.headers.put("authorization", "Bearer fixed-token");
        assertThat(bench.get("/limits").status()).isEqualTo(200);
        Bench fast = new Bench(false, OrgSettings.Speed.UNLIMITED);
        fast.switches.set("daily-limit", "0");
        assertThat(fast.get("/limits").status()).isEqualTo(200);
    }

    @Test
    void aHeaderOfNoKnownKindIsToldApartFromADeadSession() {
        bench.headers.put("authorization", "fixed-token");
        assertThat(bench.error(bench.get("/limits"))).isEqualTo("401 INVALID_AUTH_HEADER");
        bench.headers.remove("authorization");
        assertThat(bench.error(bench.get("/limits"))).isEqualTo("401 INVALID_SESSION_ID");
    }

    @Test
    void theDateIsTheRecordClocks() {
        bench.clock.advance(Duration.ofDays(1));
        assertThat(bench.get("/limits").headers()).containsEntry("Date", "Sat, 21 Nov 2026 10:00:00 GMT");
    }

    @Test
    void unknownPathsAndRetiredVersionsAreRefused() {
        assertThat(bench.error(bench.get("/nonsense"))).isEqualTo("404 NOT_FOUND");
        assertThat(bench.error(bench.send("GET", "/services/data/v25.0/limits", Map.of(), "")))
                .isEqualTo("410 GONE");
        assertThat(bench.error(bench.send("GET", "/services/data/v99.0/limits", Map.of(), "")))
                .isEqualTo("404 NOT_FOUND");
    }
}
