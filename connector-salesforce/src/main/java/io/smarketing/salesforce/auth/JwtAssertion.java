package io.smarketing.salesforce.auth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** A signed statement of who we are (JWT, RS256), good for a short time. */
final class JwtAssertion {

    /** Salesforce takes three minutes at most; a clock may be a little ahead. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(2);

    private JwtAssertion() {}

    static String sign(LoginSettings settings, String username, PrivateKey key, Instant now) {
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("iss", settings.clientId());
        claims.put("sub", username);
        claims.put("aud", settings.audience());
        claims.put("exp", now.plus(GOOD_FOR).getEpochSecond());
        String signed = encode("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encode(claims.toString().getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RS256 cannot sign with this key", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
