package io.smarketing.hubspot.push;

import io.smarketing.core.crm.open.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HubSpot's signature, version 3: of the method, the URL as it was called, the body and the time, with the app's client
 * secret. The URL is the configured one: what a proxy says of itself is not believed.
 */
final class Signature {

    static final String HEADER = "x-hubspot-signature-v3";
    static final String TIME = "x-hubspot-request-timestamp";

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Pattern MILLIS = Pattern.compile("\\d{1,15}");
    private static final String ALGORITHM = "HmacSHA256";
    /** The codes that HubSpot decodes before it signs; it leaves all others. */
    private static final Map<String, String> DECODED = Map.ofEntries(
            Map.entry("%3A", ":"),
            Map.entry("%2F", "/"),
            Map.entry("%3F", "?"),
            Map.entry("%40", "@"),
            Map.entry("%21", "!"),
            Map.entry("%24", "$"),
            Map.entry("%27", "'"),
            Map.entry("%28", "("),
            Map.entry("%29", ")"),
            Map.entry("%2A", "*"),
            Map.entry("%2C", ","),
            Map.entry("%3B", ";"));

    private static final Pattern CODE = Pattern.compile("%[0-9A-Fa-f]{2}");

    private final byte[] key;
    private final String url;
    private final InstantSource clock;

    Signature(Secret secret, String url, InstantSource clock) {
        this.key = secret.reveal().getBytes(StandardCharsets.UTF_8);
        this.url = decoded(url);
        this.clock = clock;
    }

    /** Whether a POST with these headers was signed for us, and not long ago. */
    boolean isGood(Map<String, String> headers, byte[] body) {
        String time = headers.getOrDefault(TIME, "");
        byte[] given = headers.getOrDefault(HEADER, "").getBytes(StandardCharsets.UTF_8);
        return MILLIS.matcher(time).matches()
                && isTimely(Long.parseLong(time))
                && MessageDigest.isEqual(of("POST", body, time).getBytes(StandardCharsets.UTF_8), given);
    }

    private boolean isTimely(long millis) {
        return Math.abs(clock.millis() - millis) <= WINDOW.toMillis();
    }

    String of(String method, byte[] body, String time) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((method + url).getBytes(StandardCharsets.UTF_8));
            mac.update(body);
            return Base64.getEncoder().encodeToString(mac.doFinal(time.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static String decoded(String url) {
        return CODE.matcher(url)
                .replaceAll(code -> Matcher.quoteReplacement(
                        DECODED.getOrDefault(code.group().toUpperCase(Locale.ROOT), code.group())));
    }
}
