package io.smarketing.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.kernel.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final String LIST = "/crm/objects/2026-03/contacts";
    private final Bench bench = new Bench(PortalSettings.Speed.REAL, false);

    @Test
    void withoutAValidTokenNothingIsAnswered() {
        Answer none = bench.raw("GET", LIST, "", Map.of());
        Answer wrong = bench.raw("GET", LIST, "", Map.of("authorization", "Bearer nonsense"));
        assertThat(none.status()).isEqualTo(401);
        assertThat(Bench.json(wrong).path("category").asText()).isEqualTo("INVALID_AUTHENTICATION");
        assertThat(wrong.body()).doesNotContain("nonsense");
    }

    @Test
    void aScopeTakenAwayIsNamedInTheRefusal() {
        bench.switches.set("missing-scopes", "crm.objects.contacts.write,crm.schemas.contacts.write");
        bench.get(LIST);
        JsonNode body = bench.post(403, LIST, "{'properties':{'lastname':'x'}}");
        assertThat(body.path("category").asText()).isEqualTo("MISSING_SCOPES");
        assertThat(body.path("errors")
                        .path(0)
                        .path("context")
                        .path("requiredGranularScopes")
                        .path(0)
                        .asText())
                .isEqualTo("crm.objects.contacts.write");
        bench.get("/crm/properties/2026-03/contacts");
        bench.post(403, "/crm/properties/2026-03/contacts", "{}");
        bench.post(200, LIST + "/search", "{}");
    }

    @Test
    void theBurstLimitHoldsInAnyTenSecondsNotPerFixedCycle() {
        fill(100);
        bench.pass(Duration.ofSeconds(9));
        fill(90);
        JsonNode refused = bench.call(429, "GET", LIST, "");
        assertThat(refused.path("policyName").asText()).isEqualTo("TEN_SECONDLY_ROLLING");
        assertThat(refused.path("errorType").asText()).isEqualTo("RATE_LIMIT");
        bench.pass(Duration.ofSeconds(1));
        fill(100);
        bench.call(429, "GET", LIST, "");
        bench.pass(Duration.ofSeconds(9));
        fill(90);
    }

    @Test
    void normalAnswersTellTheLimitsAndSearchesDoNot() {
        Answer answer = bench.send("GET", LIST, "");
        assertThat(answer.headers())
                .containsEntry("X-HubSpot-RateLimit-Max", "190")
                .containsEntry("X-HubSpot-RateLimit-Remaining", "189")
                .containsEntry("X-HubSpot-RateLimit-Interval-Milliseconds", "10000")
                .containsEntry("X-HubSpot-RateLimit-Daily", "625000")
                .containsEntry("X-HubSpot-RateLimit-Daily-Remaining", "624999");
        assertThat(bench.send("POST", LIST + "/search", "{}").headers().keySet())
                .noneMatch(name -> name.startsWith("X-HubSpot-RateLimit"));
    }

    @Test
    void searchHasABucketOfItsOwnOfFiveASecond() {
        for (int i = 0; i < 5; i++) {
            bench.search("");
        }
        JsonNode refused = bench.post(429, LIST + "/search", "{}");
        assertThat(refused.path("policyName").asText()).isEqualTo("SECONDLY");
        assertThat(refused.path("message").asText()).isEqualTo("You have reached your secondly limit.");
        bench.get(LIST);
        bench.pass(Duration.ofSeconds(1));
        bench.search("");
    }

    @Test
    void theDayEndsAtTheAccountsMidnight() {
        bench.switches.set("daily-limit", "3");
        fill(3);
        assertThat(bench.call(429, "GET", LIST, "").path("policyName").asText()).isEqualTo("DAILY");
        assertThat(bench.portal.usage().dailyUsed()).isEqualTo(3);
        assertThat(bench.portal.usage().refused()).isEqualTo(1);
        bench.pass(Duration.ofHours(12));
        bench.call(429, "GET", LIST, "");
        // noon in UTC is the morning in New York: its midnight is 04:00 or 05:00 UTC
        bench.pass(Duration.ofHours(5));
        bench.get(LIST);
    }

    @Test
    void unlimitedRefusesNothingButCountsAndTells() {
        Bench fast = new Bench(PortalSettings.Speed.UNLIMITED, false);
        for (int i = 0; i < 300; i++) {
            fast.get(LIST);
        }
        assertThat(fast.portal.usage().calls()).isEqualTo(300);
        assertThat(fast.send("GET", LIST, "").headers())
                .containsEntry("X-HubSpot-RateLimit-Remaining", "0")
                .containsEntry("X-HubSpot-RateLimit-Daily-Remaining", "624699");
    }

    @Test
    void retryAfterIsSentOnlyWhenSwitchedOn() {
        bench.switches.set("burst-limit", "1");
        fill(1);
        assertThat(bench.send("GET", LIST, "").headers()).doesNotContainKey("Retry-After");
        bench.switches.set("retry-after", "on");
        assertThat(bench.send("GET", LIST, "").headers()).containsEntry("Retry-After", "10");
    }

    @Test
    void anOAuthTokenWorksForHalfAnHourOfTheWallClock() {
        JsonNode token = token(
                "/oauth/2026-09/token", 200, "grant_type=client_credentials&client_id=client&client_secret=secret");
        assertThat(token.path("expires_in").asInt()).isEqualTo(1800);
        assertThat(token.path("hub_id").asInt()).isEqualTo(4711);
        assertThat(token.has("refresh_token")).isFalse();
        Map<String, String> headers =
                Map.of("authorization", "Bearer " + token.path("access_token").asText());
        Answer answer = bench.raw("GET", LIST, "", headers);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .doesNotContainKey("X-HubSpot-RateLimit-Daily")
                .containsKey("X-HubSpot-RateLimit-Max");
        bench.pass(Duration.ofSeconds(1800));
        assertThat(bench.raw("GET", LIST, "", headers).status()).isEqualTo(401);
    }

    @Test
    void allOAuthTokensEndWhenTheyAreEndedAndOnlyThose() {
        String form = "grant_type=client_credentials&client_id=client&client_secret=secret";
        bench.switches.set("expire-tokens", "true");
        assertThat(bench.send("GET", LIST, "").status()).isEqualTo(200);
        Map<String, String> headers = Map.of(
                "authorization",
                "Bearer "
                        + token("/oauth/2026-09/token", 200, form)
                                .path("access_token")
                                .asText());
        assertThat(bench.raw("GET", LIST, "", headers).status()).isEqualTo(200);
        bench.switches.set("expire-tokens", "true");
        assertThat(bench.raw("GET", LIST, "", headers).status()).isEqualTo(401);
        assertThat(bench.send("GET", LIST, "").status()).isEqualTo(200);
    }

    @Test
    void aRefreshTokenIsTakenAndAWrongOneIsFinal() {
        String form = "grant_type=refresh_token&client_id=client&client_secret=secret&refresh_token=";
        JsonNode fresh = token("/oauth/v1/token", 200, form + bench.portal.refreshToken());
        assertThat(fresh.path("refresh_token").asText()).isEqualTo(bench.portal.refreshToken());
        assertThat(fresh.has("scopes")).isFalse();
        JsonNode refused = token("/oauth/v3/token", 400, form + "old");
        assertThat(refused.path("error").asText()).isEqualTo("invalid_grant");
        assertThat(refused.path("status").asText()).isEqualTo("BAD_REFRESH_TOKEN");
        assertThat(token("/oauth/2026-03/token", 400, "grant_type=client_credentials&client_id=client")
                        .path("status")
                        .asText())
                .isEqualTo("BAD_CLIENT_SECRET");
    }

    @Test
    void aVersionThatIsNotThereIsUnknownInOneOfTwoWays() {
        bench.switches.set("api-versions", "2026-03");
        String details = "/account-info/2026-09/details";
        bench.call(404, "GET", details, "");
        token("/oauth/2026-09/token", 404, "grant_type=client_credentials&client_id=client&client_secret=secret");
        bench.switches.set("unknown-version", "400");
        bench.call(400, "GET", details, "");
        bench.get("/account-info/2026-03/details");
    }

    @Test
    void aRefreshTokenIsReplacedWhereThatIsSwitchedOn() {
        bench.switches.set("rotate-refresh-token", "on");
        String first = bench.portal.refreshToken();
        String form = "grant_type=refresh_token&client_id=client&client_secret=secret&refresh_token=";
        String second = token("/oauth/2026-09/token", 200, form + first)
                .path("refresh_token")
                .asText();
        assertThat(second).isNotEqualTo(first).isEqualTo(bench.portal.refreshToken());
        token("/oauth/2026-09/token", 400, form + first);
        token("/oauth/2026-09/token", 200, form + second);
    }

    private JsonNode token(String path, int status, String form) {
        Answer answer = bench.raw("POST", path, form, Map.of("content-type", "application/x-www-form-urlencoded"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return Bench.json(answer);
    }

    private void fill(int calls) {
        for (int i = 0; i < calls; i++) {
            bench.get(LIST);
        }
    }
}
