package io.smarketing.sandbox.portal.hook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The headers that prove from whom a webhook comes, version 3. */
record WebhookSignature(String secret) {

    private static final String ALGORITHM = "HmacSHA256";

    Map<String, String> headers(String method, String url, String body, String time) {
        return Map.of(
                "Content-Type",
                "application/json",
                "X-HubSpot-Signature-v3",
                sign(method + url + body + time),
                "X-HubSpot-Request-Timestamp",
                time);
    }

    private String sign(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
