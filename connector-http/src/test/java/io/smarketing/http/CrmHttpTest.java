package io.smarketing.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.open.Budget;
import io.smarketing.core.crm.open.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrmHttpTest {

    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private static final HttpAsk READ = HttpAsk.get("/people?name=secret");
    private static final HttpAsk WRITE = HttpAsk.postJson("/people", JsonNodeFactory.instance.objectNode());

    private final VirtualTime time = new VirtualTime();
    private final Pacer pacer = new Pacer(
            Map.of(Bucket.GENERAL, new Rate(100, Duration.ofSeconds(10))), a -> Limits.UNTOLD, time.surroundings());

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void reset() {
        SERVER.resetAll();
    }

    @Test
    void readsJsonHeadersAndTheServersTime() {
        answers(aResponse()
                .withHeader("Date", "Sun, 22 Nov 2026 09:59:58 GMT")
                .withHeader("X-Told", "yes")
                .withBody("{\"n\":1.50}"));

        HttpAnswer answer = http().send(READ);

        assertThat(answer.body().path("n").decimalValue()).isEqualByComparingTo("1.5");
        assertThat(answer.header("x-told")).contains("yes");
        assertThat(answer.serverTime()).isEqualTo(Instant.parse("2026-11-22T09:59:58Z"));
        SERVER.verify(getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer token-1")));
    }

    @Test
    void sendsJsonWithoutACharset() {
        answers(aResponse().withBody("{}"));

        http().send(WRITE);

        SERVER.verify(postRequestedFor(urlEqualTo("/people")).withHeader("Content-Type", equalTo("application/json")));
    }

    @Test
    void keepsTheTokenFromOtherHosts() {
        answers(aResponse());
        CrmHttp http = http(Login.fixed(Pass.bearer("https://crm.example.com", "token-1")));

        http.send(HttpAsk.get(SERVER.baseUrl() + "/file"));

        SERVER.verify(getRequestedFor(urlEqualTo("/file")).withoutHeader("Authorization"));
    }

    @Test
    void waitsAsLongAsAThrottlingAnswerSays() {
        answers(aResponse().withStatus(429).withHeader("Retry-After", "3"), aResponse());

        http().send(READ);

        assertThat(time.passed()).isBetween(Duration.ofSeconds(3), Duration.ofMillis(3_100));
    }

    @Test
    void backsOffWhereAThrottlingAnswerSaysNothing() {
        answers(aResponse().withStatus(429), aResponse().withStatus(429), aResponse());

        http().send(READ);

        assertThat(time.passed()).isBetween(Duration.ofMillis(750), Duration.ofMillis(1_500));
    }

    @Test
    void handsALongWaitUp() {
        answers(aResponse().withStatus(429).withHeader("Retry-After", "3600"));

        assertThatThrownBy(() -> http().send(READ)).isInstanceOfSatisfying(CrmException.class, e -> {
            assertThat(e.kind()).isEqualTo(FailureKind.THROTTLED);
            assertThat(e.waitFor()).contains(Duration.ofHours(1));
        });
        assertThat(time.passed()).isZero();
    }

    @Test
    void throttledWritesAreRepeatedBecauseTheyWereNotCarriedOut() {
        answers(
                aResponse().withStatus(429).withHeader("Retry-After", "1"),
                aResponse().withBody("{}"));

        assertThat(http().send(WRITE).status()).isEqualTo(200);
    }

    @Test
    void outlivesABurstOfGatewayErrorsInHtml() {
        ResponseDefinitionBuilder page = aResponse().withStatus(502).withBody("<html>Bad gateway</html>");
        answers(page, page, aResponse().withStatus(503), aResponse().withBody("{\"ok\":true}"));

        assertThat(http().send(READ).body().path("ok").asBoolean()).isTrue();
    }

    @Test
    void givesUpAfterFiveAttempts() {
        answers(aResponse().withStatus(503));

        assertFails(READ, FailureKind.UNREACHABLE);
        SERVER.verify(5, getRequestedFor(anyUrl()));
    }

    @Test
    void neverLetsTheClientRepeatAWriteByItself() {
        answers(aResponse().withStatus(503).withHeader("Retry-After", "0"));

        assertFails(WRITE, FailureKind.UNKNOWN_OUTCOME);
        SERVER.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void aSuccessThatIsNotJsonIsAProxysAnswer() {
        answers(aResponse().withBody("<html>Log in to the hotel's network</html>"));

        assertFails(READ, FailureKind.UNREACHABLE);
    }

    @Test
    void repeatsAReadAfterALostConnection() {
        answers(
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withBody("{}"));

        assertThat(http().send(READ).status()).isEqualTo(200);
    }

    @Test
    void neverRepeatsAWriteWhoseAnswerWasLost() {
        answers(aResponse().withFault(Fault.EMPTY_RESPONSE), aResponse().withBody("{}"));

        assertFails(WRITE, FailureKind.UNKNOWN_OUTCOME);
        SERVER.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void repeatsAWriteThatNeverLeft() {
        CrmHttp http = http(Login.fixed(Pass.bearer("http://127.0.0.1:1", "token-1")));

        assertThatThrownBy(() -> http.send(WRITE))
                .isInstanceOfSatisfying(
                        CrmException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.UNREACHABLE));
        assertThat(time.passed()).isGreaterThan(Duration.ofSeconds(3));
    }

    @Test
    void givesTheStatusesThatTheCallerWants() {
        answers(aResponse().withStatus(409).withBody("{\"message\":\"taken\"}"));

        assertThat(http().send(WRITE.answeredBy(409)).status()).isEqualTo(409);
        assertFails(WRITE, FailureKind.MISUNDERSTOOD);
    }

    @Test
    void renewsAnExpiredLoginOnceForManyCallers() throws Exception {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(401)));
        SERVER.stubFor(any(anyUrl())
                .withHeader("Authorization", equalTo("Bearer token-2"))
                .willReturn(aResponse().withBody("{}")));
        AtomicInteger signIns = new AtomicInteger();
        CrmHttp http = http(new Login(
                () -> new Pass(SERVER.baseUrl(), "Bearer token-" + signIns.incrementAndGet(), Instant.MAX), time));
        CountDownLatch together = new CountDownLatch(10);
        ExecutorService pool = Executors.newFixedThreadPool(10);

        List<Future<HttpAnswer>> answers = IntStream.range(0, 10)
                .mapToObj(i -> pool.submit(() -> {
                    together.countDown();
                    together.await();
                    return http.send(READ);
                }))
                .toList();

        for (Future<HttpAnswer> answer : answers) {
            assertThat(answer.get().status()).isEqualTo(200);
        }
        pool.shutdown();
        assertThat(signIns).hasValue(2);
    }

    @Test
    void renewsALoginOnlyOncePerCall() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(401)));

        assertFails(READ, FailureKind.WRONG_CREDENTIALS);
        SERVER.verify(2, getRequestedFor(anyUrl()));
    }

    @Test
    void renewsALoginBeforeItEnds() {
        answers(aResponse().withBody("{}"));
        AtomicInteger signIns = new AtomicInteger();
        CrmHttp http = http(new Login(
                () -> {
                    signIns.incrementAndGet();
                    return new Pass(SERVER.baseUrl(), "Bearer t", time.instant().plusSeconds(60));
                },
                time));

        http.send(READ);
        http.send(READ);
        time.advance(Duration.ofSeconds(61));
        http.send(READ);

        assertThat(signIns).hasValue(2);
    }

    @Test
    void restsAfterManyFailuresInARow() {
        answers(aResponse().withStatus(503));
        CrmHttp http = http();
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> http.send(READ)).isInstanceOf(CrmException.class);
        }

        assertThatThrownBy(() -> http.send(READ))
                .isInstanceOfSatisfying(
                        CrmException.class, e -> assertThat(e.waitFor()).contains(Duration.ofSeconds(30)));
        SERVER.verify(20, getRequestedFor(anyUrl()));

        answers(aResponse().withBody("{}"));
        time.advance(Duration.ofSeconds(31));
        assertThat(http.send(READ).status()).isEqualTo(200);
    }

    @Test
    void anInterruptEndsAWait() {
        answers(aResponse().withStatus(429).withHeader("Retry-After", "5"));
        CrmHttp http = new CrmHttp(
                new OkHttpClient(),
                new Surroundings(
                        time,
                        d -> {
                            throw new InterruptedException();
                        },
                        Runnable::run,
                        new Random(1),
                        Budget.DEFAULT),
                login(),
                CrmHttpTest::failure,
                pacer,
                "the CRM");

        assertThatThrownBy(() -> http.send(READ)).hasMessageContaining("ended before it was sent");
        assertThat(Thread.interrupted()).isTrue();
    }

    private void assertFails(HttpAsk ask, FailureKind kind) {
        assertThatThrownBy(() -> http().send(ask)).isInstanceOfSatisfying(CrmException.class, e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e).hasMessageNotContaining("secret").hasMessageNotContaining("token-");
        });
    }

    private CrmHttp http() {
        return http(login());
    }

    private static Login login() {
        return Login.fixed(Pass.bearer(SERVER.baseUrl() + "/", "token-1"));
    }

    private CrmHttp http(Login login) {
        return new CrmHttp(new OkHttpClient(), time.surroundings(), login, CrmHttpTest::failure, pacer, "the CRM");
    }

    private static CrmException failure(HttpAnswer answer) {
        FailureKind kind = switch (answer.status()) {
            case 401 -> FailureKind.LOGIN_EXPIRED;
            case 429 -> FailureKind.THROTTLED;
            default -> answer.status() >= 500 ? FailureKind.UNREACHABLE : FailureKind.MISUNDERSTOOD;
        };
        return new CrmException(kind, kind.sentence(), answer.retryAfter());
    }

    /** One after the other, the last one for ever. */
    private static void answers(ResponseDefinitionBuilder... responses) {
        SERVER.resetAll();
        for (int i = 0; i < responses.length; i++) {
            String state = i == 0 ? Scenario.STARTED : "answer " + i;
            SERVER.stubFor(any(anyUrl())
                    .inScenario("answers")
                    .whenScenarioStateIs(state)
                    .willReturn(responses[i])
                    .willSetStateTo(i + 1 < responses.length ? "answer " + (i + 1) : state));
        }
    }
}
