package io.smarketing.salesforce;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.core.lead.Email;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginTest {

    private static final String QUERY = StubOrg.DATA + "/query";
    private static final ResponseDefinitionBuilder EXPIRED =
            StubOrg.error(401, "INVALID_SESSION_ID", "Session expired or invalid");

    private final StubOrg org = new StubOrg();
    private final VirtualTime time = new VirtualTime();
    private final SalesforceProvider provider = new SalesforceProvider(new OkHttpClient());

    @TempDir
    private Path folder;

    private Crm open(Settings settings) {
        return provider.open(StubOrg.SALES, settings, StubOrg.wanted("LastName", "Account.Name"), time.surroundings());
    }

    @Test
    void clientCredentialsOpenAnOrgInSevenCalls() {
        Crm crm = open(org.settings("client-secret", "s3cret"));

        assertThat(crm.account()).isEqualTo(StubOrg.ORG);
        assertThat(org.requests("GET", ".*").size() + org.requests("POST", ".*").size())
                .isEqualTo(7);
        assertThat(org.requests("POST", ".*").get(0).getBodyAsString())
                .contains("grant_type=client_credentials", "client_id=app", "client_secret=s3cret");
        assertThat(org.requests("GET", ".*describe")).allSatisfy(r -> {
            assertThat(r.getUrl()).startsWith(StubOrg.DATA);
            assertThat(r.getHeader("Authorization")).isEqualTo("Bearer token-1");
        });
        assertThat(crm.quota().dailyUsed()).hasValue(45);
        assertThat(crm.quota().dailyLimit()).hasValue(15_000);
    }

    @Test
    void aGivenVersionIsNotAskedFor() {
        org.stub(get(urlPathEqualTo("/services/data/v61.0/query")), StubOrg.json("{\"records\":[]}"));
        for (String object : List.of("Lead", "Contact", "Account")) {
            org.stub(get("/services/data/v61.0/sobjects/" + object + "/describe"), StubOrg.json("{\"fields\":[]}"));
        }

        open(org.settings("client-secret", "s3cret", "api-version", "61"));

        assertThat(org.requests("GET", "/services/data")).isEmpty();
    }

    @Test
    void aSignedAssertionOpensAnOrg() throws Exception {
        KeyPair keys = keys();
        Path file = pem("PRIVATE KEY", keys.getPrivate().getEncoded());

        open(org.settings("username", "sync@example.com", "private-key-file", file.toString()));

        String form = org.requests("POST", ".*").get(0).getBodyAsString();
        assertThat(form).contains("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer");
        String[] parts = form.replaceAll(".*assertion=([^&]*).*", "$1").split("\\.");
        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(keys.getPublic());
        check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(check.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(claims.path("iss").asText()).isEqualTo("app");
        assertThat(claims.path("sub").asText()).isEqualTo("sync@example.com");
        assertThat(claims.path("aud").asText()).isEqualTo("https://login.salesforce.com");
        assertThat(claims.path("exp").asLong())
                .isBetween(VirtualTime.START.getEpochSecond() + 1, VirtualTime.START.getEpochSecond() + 180);
    }

    @Test
    void aKeyFileInAnotherFormIsRefusedWithTheRemedy() throws Exception {
        Path old = pem("RSA PRIVATE KEY", new byte[] {1, 2, 3});
        Path none = folder.resolve("none.pem");

        assertRefused(() -> open(org.settings("username", "u", "private-key-file", old.toString())), "openssl pkcs8");
        assertRefused(() -> open(org.settings("username", "u", "private-key-file", none.toString())), "does not exist");
    }

    @Test
    void anotherOrgThanExpectedIsRefused() {
        assertRefused(
                () -> open(org.settings("client-secret", "s3cret", "org", "00D000000000002")), "00D000000000002EAA");

        assertThat(open(org.settings("client-secret", "s3cret", "org", StubOrg.ORG.substring(0, 15)))
                        .account())
                .isEqualTo(StubOrg.ORG);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "invalid_client|invalid client credentials|client-id or client-secret is wrong",
                "invalid_grant|user hasn't approved this consumer|permission set",
                "invalid_grant|audience is invalid|set audience",
                "invalid_grant|expired authorization code|clock",
                "invalid_grant|expired access/refresh token|new refresh-token",
                "unsupported_grant_type|grant type not supported|does not allow this flow",
            })
    void aRefusedLoginSaysWhatToDo(String error, String description, String remedy) {
        org.stub(
                post("/services/oauth2/token"),
                StubOrg.json(400, "{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}"));

        assertRefused(() -> open(org.settings("client-secret", "s3cret")), remedy);
        assertThat(org.requests("POST", ".*")).hasSize(1);
    }

    private static void assertRefused(ThrowingCallable call, String words) {
        assertThatThrownBy(call)
                .isInstanceOf(CrmException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("s3cret")
                .extracting(e -> ((CrmException) e).kind())
                .isEqualTo(FailureKind.WRONG_CREDENTIALS);
    }

    @Test
    void anExpiredSessionIsRenewedOnceForAllCallers() throws Exception {
        Crm crm = open(org.settings("client-secret", "s3cret"));
        org.forget();
        org.stub(get(urlPathEqualTo(QUERY)), StubOrg.json("{\"records\":[]}"));
        org.stub(get(urlPathEqualTo(QUERY)).withHeader("Authorization", equalTo("Bearer token-1")), EXPIRED);
        org.stub(post("/services/oauth2/token"), org.token("token-2"));
        ExecutorService callers = Executors.newFixedThreadPool(8);

        List<Future<?>> calls = IntStream.range(0, 8)
                .<Future<?>>mapToObj(
                        i -> callers.submit(() -> crm.reader().byEmails(List.of(new Email("a@b.example")))))
                .toList();
        for (Future<?> call : calls) {
            call.get();
        }
        callers.shutdown();

        assertThat(org.requests("POST", ".*token")).hasSize(1);
    }

    @Test
    void aSessionThatAPolicyRefusesIsNotRenewedAgainAndAgain() {
        Crm crm = open(org.settings("client-secret", "s3cret"));
        org.forget();
        org.stub(
                get(urlPathEqualTo(QUERY)),
                StubOrg.error(401, "INVALID_SESSION_ID", "This session is not valid for use with the REST API"));

        assertThatThrownBy(() -> crm.reader().byEmails(List.of(new Email("a@b.example"))))
                .isInstanceOf(CrmException.class)
                .hasMessageContaining("API Enabled");
        assertThat(org.requests("POST", ".*token")).isEmpty();
    }

    @Test
    void aSessionThatStaysInvalidIsRenewedOnlyOnce() {
        Crm crm = open(org.settings("client-secret", "s3cret"));
        org.forget();
        org.stub(get(urlPathEqualTo(QUERY)), EXPIRED);

        assertThatThrownBy(() -> crm.reader().byKeys(List.of("k"))).isInstanceOf(CrmException.class);
        assertThat(org.requests("POST", ".*token").size()).isLessThanOrEqualTo(2);
    }

    @Test
    void settingsThatContradictAreToldInWords() {
        assertThat(check("client-secret", "s", "username", "u"))
                .singleElement()
                .asString()
                .contains("not both");
        assertThat(check("username", "u")).singleElement().asString().contains("private-key-file is missing");
        assertThat(check("refresh-token", "t", "username", "u"))
                .singleElement()
                .asString()
                .contains("either refresh-token");
        assertThat(check("refresh-token", "t")).isEmpty();
        assertThat(check()).singleElement().asString().contains("nothing to log in with");
        assertThat(check("client-secret", "s", "org", "acme"))
                .singleElement()
                .asString()
                .contains("00D");
        assertThat(check("client-secret", "s", "api-version", "42"))
                .singleElement()
                .asString()
                .contains("60");
        assertThat(provider.check(StubOrg.settingsAt("https://login.salesforce.com/", "client-secret", "s")))
                .singleElement()
                .asString()
                .contains("My Domain");
        assertThat(check("client-secret", "s")).isEmpty();
    }

    private List<String> check(String... settings) {
        return provider.check(org.settings(settings));
    }

    private static KeyPair keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private Path pem(String word, byte[] key) throws Exception {
        String text = "-----BEGIN " + word + "-----\n" + Base64.getMimeEncoder().encodeToString(key) + "\n-----END "
                + word + "-----\n";
        return Files.writeString(folder.resolve("key.pem"), text);
    }
}
