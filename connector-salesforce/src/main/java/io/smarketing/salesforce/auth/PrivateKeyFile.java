package io.smarketing.salesforce.auth;

import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An RSA private key in a PEM file (PKCS #8). */
final class PrivateKeyFile {

    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private PrivateKeyFile() {}

    static PrivateKey read(Path file) {
        String pem = text(file);
        Matcher found = PKCS8.matcher(pem);
        if (!found.find()) {
            throw refused(
                    file,
                    pem.contains("PRIVATE KEY")
                            ? "holds a key in another form; convert it: openssl pkcs8 -topk8 -nocrypt -in old.pem -out new.pem"
                            : "holds no private key (-----BEGIN PRIVATE KEY-----)");
        }
        try {
            byte[] key = Base64.getMimeDecoder().decode(found.group(1));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw refused(file, "holds a key that is not an RSA key");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw refused(file, Files.exists(file) ? "cannot be read" : "does not exist");
        }
    }

    private static CrmException refused(Path file, String why) {
        return new CrmException(FailureKind.WRONG_CREDENTIALS, "The private-key-file " + file + " " + why + ".");
    }
}
