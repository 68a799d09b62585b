package io.smarketing.sandbox.server;

import io.smarketing.sandbox.kernel.SandboxProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;

/** The RSA key pair of the JWT login, made at start; the private half lies in a PEM file that only its owner reads. */
record LoginKey(PublicKey publicKey, Path file, boolean temporary) {

    private static final String NAME = "salesforce-private-key.pem";
    private static final int BITS = 2048;

    /** One for all sandboxes of a process: making it takes longer than starting one. */
    private static final KeyPair PAIR = generate();

    static LoginKey write(Optional<Path> folder) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(PAIR.getPrivate().getEncoded());
        String pem = "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
        try {
            Path home =
                    folder.isPresent() ? Files.createDirectories(folder.get()) : Files.createTempDirectory("sandbox");
            Path file = home.resolve(NAME);
            Files.deleteIfExists(file);
            Files.createFile(file, ownerOnly());
            Files.writeString(file, pem, StandardCharsets.US_ASCII);
            return new LoginKey(PAIR.getPublic(), file.toAbsolutePath(), folder.isEmpty());
        } catch (IOException e) {
            throw new SandboxProblem(
                    "the private key cannot be written to "
                            + folder.map(Path::toString).orElse("a temporary folder")
                            + ": check that the folder can be written",
                    e);
        }
    }

    /** Removes the file if nobody asked for a place of its own. */
    void forget() {
        if (temporary) {
            try {
                Files.deleteIfExists(file);
                Files.deleteIfExists(file.getParent());
            } catch (IOException e) {
                throw new SandboxProblem("the private key " + file + " cannot be removed: remove it by hand", e);
            }
        }
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
