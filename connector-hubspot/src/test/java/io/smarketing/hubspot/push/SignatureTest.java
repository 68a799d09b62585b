package io.smarketing.hubspot.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.open.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SignatureTest {

    /** The secret and the URL of the tests of HubSpot's own Python and Ruby clients (Apache 2.0). */
    private static final String SECRET = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";

    private static final String URL = "https://www.example.com/webhook_uri";
    private static final long AT = 1_693_657_560_000L;
    private static final String BODY = "{'example_field':'example_value'}";
    private static final String SIGNED = "K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Signature signature(String url, long now) {
        return new Signature(new Secret(SECRET), url, () -> Instant.ofEpochMilli(now));
    }

    private static boolean isGood(Signature signature, String given, String time, String body) {
        return signature.isGood(Map.of(Signature.HEADER, given, Signature.TIME, time), bytes(body));
    }

    /** hubspot-api-python and hubspot-api-ruby, their tests of the signature. */
    @ParameterizedTest
    @CsvSource({
        "15000000, HPW73RUtKmcYoEDADG0s6MmGFWUzWJKAW07r8RDgcQw=",
        "1693657560000, K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=",
        "1700000300000, RnbPH7+UMKVkbV32P8bz450N4M56aPmcru1+D3kSDtw="
    })
    void isWhatHubSpotsOwnClientsCompute(long time, String expected) {
        assertThat(isGood(signature(URL, time), expected, Long.toString(time), BODY))
                .isTrue();
    }

    @Test
    void isWhatAThirdPartySawOfARealBody() {
        String body = "[{\"eventId\":4100000001,\"subscriptionId\":5100001,\"portalId\":12345678,\"appId\":7100001,"
                + "\"occurredAt\":1790000000000,\"subscriptionType\":\"contact.creation\",\"attemptNumber\":0,"
                + "\"objectId\":901,\"changeFlag\":\"NEW\",\"changeSource\":\"FORM\"},{\"eventId\":4100000002,"
                + "\"subscriptionId\":5100001,\"portalId\":12345678,\"appId\":7100001,\"occurredAt\":1790000000500,"
                + "\"subscriptionType\":\"contact.creation\",\"attemptNumber\":0,\"objectId\":902,"
                + "\"changeFlag\":\"NEW\",\"changeSource\":\"CRM_UI\"}]";
        Signature theirs = new Signature(
                new Secret("autopilot-test-client-secret-0001"),
                "https://example.com/api/hubspot/webhooks",
                () -> Instant.ofEpochMilli(1_790_000_001_000L));
        assertThat(isGood(theirs, "vc6X4JO1KMElXem9r7vSovD2GajkBW8j6R1JB/N89Rk=", "1790000001000", body))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "300000, true", "-300000, true", "300001, false", "-300001, false"})
    void isBelievedForFiveMinutesEitherWay(long off, boolean good) {
        assertThat(isGood(signature(URL, AT + off), SIGNED, Long.toString(AT), BODY))
                .isEqualTo(good);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1693657560000", "1693657560000 ", "16936575600009999999", "1.7E12"})
    void isNothingWithoutATime(String time) {
        assertThat(isGood(signature(URL, AT), SIGNED, time, BODY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.example.com/webhook_uri",
                "https://www.example.com/webhook_uri/",
                "https://www.example.com/webhook_uri?a=b",
                "https://www.example.org/webhook_uri"
            })
    void isOfThatUrlAlone(String url) {
        assertThat(isGood(signature(url, AT), SIGNED, Long.toString(AT), BODY)).isFalse();
    }

    @Test
    void isOfThatBodyAndThatSecretAndThatSignatureAlone() {
        Signature good = signature(URL, AT);
        String time = Long.toString(AT);
        assertThat(isGood(good, SIGNED, time, BODY)).isTrue();
        assertThat(isGood(good, SIGNED, time, BODY + " ")).isFalse();
        assertThat(isGood(good, "", time, BODY)).isFalse();
        assertThat(isGood(good, SIGNED.toLowerCase(Locale.ROOT), time, BODY)).isFalse();
        Signature other = new Signature(new Secret(SECRET + "y"), URL, () -> Instant.ofEpochMilli(AT));
        assertThat(isGood(other, SIGNED, time, BODY)).isFalse();
        assertThat(good.isGood(new HashMap<>(), bytes(BODY))).isFalse();
    }

    /** The codes that HubSpot's guide names are decoded before it signs, and no others. */
    @Test
    void isOfTheUrlWithSomeCodesDecoded() {
        String coded = "https://www.example.com/a%3ab%2Fc%3Fd%40e%21f%24g%27h%28i%29j%2Ak%2Cl%3Bm%20n%25o%2Bp?q=%3D";
        String plain = "https://www.example.com/a:b/c?d@e!f$g'h(i)j*k,l;m%20n%25o%2Bp?q=%3D";
        byte[] body = bytes(BODY);
        assertThat(signature(coded, AT).of("POST", body, "1"))
                .isEqualTo(signature(plain, AT).of("POST", body, "1"));
    }
}
