package io.smarketing.store.text;

import io.smarketing.core.lead.Email;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes by which an address or an external id is known again and cannot be told. Their key stands in one store alone,
 * so that nobody who has a list of addresses can try them on hashes of another.
 */
public final class Marks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SALT_BYTES = 32;

    private final Mac mac;

    /** @param salt as {@link #newSalt} made it */
    public Marks(String salt) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(salt), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** A random key, as text. */
    public static String newSalt() {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return Base64.getEncoder().encodeToString(salt);
    }

    public String of(Email email) {
        return mark("email " + email.address());
    }

    public String ofKey(String key) {
        return mark("key " + key);
    }

    private String mark(String text) {
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
