package io.smarketing.sandbox.org.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smarketing.sandbox.kernel.Switches;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Set;

/** Checks a JWT that asks for a token: signature, issuer, audience, expiry. */
final class JwtBearer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> AUDIENCES = Set.of("https://login.salesforce.com", "https://test.salesforce.com");
    private static final Duration WINDOW = Duration.ofMinutes(3);

    private final PublicKey key;
    private final String clientId;
    private final InstantSource wall;
    private final Switches switches;

    JwtBearer(PublicKey key, String clientId, InstantSource wall, Switches switches) {
        this.key = key;
        this.clientId = clientId;
        this.wall = wall;
        this.switches = switches;
    }

    /** The username for whom the assertion speaks. */
    String subject(String assertion, String ownUrl) throws Refusal {
        String[] parts = assertion.split("\\.", -1);
        if (parts.length != 3) {
            throw new Refusal("invalid_grant", "invalid assertion");
        }
        JsonNode header = decode(parts[0]);
        JsonNode claims = decode(parts[1]);
        if (!claims.path("iss").asText().equals(clientId)) {
            throw new Refusal("invalid_client_id", "client identifier invalid");
        }
        if (!header.path("alg").asText().equals("RS256") || !signed(parts)) {
            throw new Refusal("invalid_grant", "invalid assertion");
        }
        audience(claims.path("aud"), ownUrl);
        expiry(claims.path("exp"));
        return claims.path("sub").asText();
    }

    /** Whether an org takes its own address as audience is not certain: {@code jwt-no-own-audience} refuses it. */
    private void audience(JsonNode audience, String ownUrl) throws Refusal {
        String text = audience.isArray() ? audience.path(0).asText() : audience.asText();
        String bare = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        boolean own = bare.equals(ownUrl) && !switches.on("jwt-no-own-audience");
        if (!AUDIENCES.contains(bare) && !own) {
            throw new Refusal("invalid_grant", "audience is invalid");
        }
    }

    /** How far ahead an expiry may lie is not certain: {@code jwt-any-expiry} takes any. */
    private void expiry(JsonNode exp) throws Refusal {
        Instant now = wall.instant();
        Instant at = Instant.ofEpochSecond(Math.min(exp.asLong(), Instant.MAX.getEpochSecond()));
        boolean tooFar = at.isAfter(now.plus(WINDOW).plusSeconds(1)) && !switches.on("jwt-any-expiry");
        if (!exp.isNumber() || !at.isAfter(now) || tooFar) {
            throw new Refusal("invalid_grant", "expired authorization code");
        }
    }

    private boolean signed(String[] parts) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static JsonNode decode(String part) throws Refusal {
        try {
            JsonNode node = JSON.readTree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new Refusal("invalid_grant", "invalid assertion");
        }
        throw new Refusal("invalid_grant", "invalid assertion");
    }
}
