package io.smarketing.http.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.smarketing.core.alert.Alert;
import io.smarketing.core.alert.Message;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.notice.Receipt;
import io.smarketing.core.crm.open.Secret;
import io.smarketing.core.sla.terms.Recipient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WebhookTest {

    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private static final Instant NOW = Instant.parse("2026-03-02T18:00:00Z");
    private static final Secret SECRET = new Secret("a secret of the test");

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void forget() {
        SERVER.resetAll();
    }

    @Test
    void aMessageIsPostedOnceSignedWithTheTimeAndItsName() throws IOException {
        answers(aResponse().withStatus(202));

        assertThat(send("<b>\"O'Neil\"</b>")).isEqualTo(Receipt.POSTED);

        List<LoggedRequest> calls = SERVER.findAll(postRequestedFor(urlEqualTo("/leads")));
        assertThat(calls).hasSize(1);
        LoggedRequest call = calls.get(0);
        assertThat(call.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(call.getHeader("Idempotency-Key")).isEqualTo("m-1");
        assertThat(call.getHeader("Smarketing-Timestamp")).isEqualTo("1772474400");
        assertThat(call.getHeader("Smarketing-Signature"))
                .isEqualTo(new Signature(SECRET).of(1772474400, call.getBody()));
        JsonNode alert = new ObjectMapper().readTree(call.getBody()).at("/alerts/0");
        assertThat(alert.path("event").asText()).isEqualTo("sla-1");
        assertThat(alert.at("/facts/Lead").asText()).isEqualTo("<b>\"O'Neil\"</b>");
    }

    /** Reckoned with openssl: printf '1772474400.{}' | openssl dgst -sha256 -hmac key. */
    @Test
    void theSignatureIsOneThatAnybodyCanReckon() {
        assertThat(new Signature(new Secret("key")).of(1772474400, "{}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1=391f95f850090bb5508024141490919b391c2a881a8a6ad449b4e3e3be8c4356");
    }

    @Test
    void whoeverWillNotTakeItIsToldApartFromWhoeverCannotNow() {
        answers(aResponse().withStatus(422));
        assertThat(send("x").failure()).contains(FailureKind.REFUSED_BY_RULE);
        for (int status : List.of(301, 401, 404, 408, 429, 500, 503)) {
            answers(aResponse().withStatus(status).withHeader("Location", "/elsewhere"));
            assertThat(send("x").failure()).as("status %d", status).contains(FailureKind.UNREACHABLE);
        }
        answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(send("x").failure()).contains(FailureKind.UNREACHABLE);
        assertThat(SERVER.findAll(postRequestedFor(urlEqualTo("/elsewhere")))).isEmpty();
    }

    @Test
    void whatIsTooLongIsSentInHalvesWhoseNamesStayTheSame() {
        answers(aResponse().withStatus(202));
        SERVER.stubFor(any(anyUrl())
                .withHeader("Idempotency-Key", equalTo("m-1"))
                .willReturn(aResponse().withStatus(413)));
        List<Alert> three =
                IntStream.range(0, 3).mapToObj(n -> alert("sla-" + n, "x")).toList();
        Message message = new Message("m-1", Recipient.WEBHOOK, three);

        assertThat(webhook().send(message)).isEqualTo(Receipt.POSTED);
        assertThat(webhook().send(message)).isEqualTo(Receipt.POSTED);

        List<String> keys = SERVER.findAll(postRequestedFor(urlEqualTo("/leads"))).stream()
                .map(call -> call.getHeader("Idempotency-Key"))
                .toList();
        assertThat(keys).hasSize(6);
        assertThat(keys.subList(0, 3)).doesNotHaveDuplicates().isEqualTo(keys.subList(3, 6));
    }

    @Test
    void oneAlertThatIsTooLongIsRefused() {
        answers(aResponse().withStatus(413));

        assertThat(send("x").failure()).contains(FailureKind.REFUSED_BY_RULE);
    }

    @Test
    void aFailureIsToldWithoutTheAddress() {
        assertThat(new Webhook(URI.create("http://127.0.0.1:1/secret-path"), SECRET, () -> NOW)
                        .send(message("x"))
                        .sentence())
                .isEqualTo("the webhook does not answer (ConnectException)");
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(any(anyUrl()).willReturn(answer));
    }

    private static Receipt send(String value) {
        return webhook().send(message(value));
    }

    private static Webhook webhook() {
        return new Webhook(URI.create(SERVER.baseUrl() + "/leads"), SECRET, () -> NOW);
    }

    private static Message message(String value) {
        return new Message("m-1", Recipient.WEBHOOK, List.of(alert("sla-1", value)));
    }

    private static Alert alert(String event, String value) {
        return new Alert(event, Recipient.WEBHOOK, Optional.empty(), "Broken: x", Map.of("Lead", value), NOW);
    }
}
