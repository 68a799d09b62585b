package io.smarketing.sandbox.portal.hook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookSignatureTest {

    /** From the tests of HubSpot's own Python and Ruby clients (Apache 2.0). */
    @ParameterizedTest
    @CsvSource({
        "1693657560000, K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=",
        "1700000300000, RnbPH7+UMKVkbV32P8bz450N4M56aPmcru1+D3kSDtw="
    })
    void isWhatHubSpotsOwnClientsCompute(String time, String expected) {
        WebhookSignature signature = new WebhookSignature("yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy");
        String body = "{'example_field':'example_value'}";
        assertThat(signature.headers("POST", "https://www.example.com/webhook_uri", body, time))
                .containsEntry("X-HubSpot-Signature-v3", expected)
                .containsEntry("X-HubSpot-Request-Timestamp", time);
    }
}
