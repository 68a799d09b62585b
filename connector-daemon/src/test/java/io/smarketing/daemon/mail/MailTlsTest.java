package io.smarketing.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.alert.Alert;
import io.smarketing.core.alert.Message;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.notice.Receipt;
import io.smarketing.core.sla.terms.Recipient;
import io.smarketing.daemon.config.channel.Channels.Mail;
import io.smarketing.daemon.config.channel.Channels.Tls;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** STARTTLS with a real certificate, made by the JDK's keytool. */
final class MailTlsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T18:00:00Z");
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path folder;

    private static SSLContext certified;

    private final MailServer server = new MailServer(Optional.of(certified));

    /** A certificate for localhost, of nobody that anybody knows. */
    @BeforeAll
    static void certify() throws Exception {
        Path keys = folder.resolve("keys.p12");
        int ended = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        String.valueOf(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start()
                .waitFor();
        assertThat(ended).as(Files.readString(folder.resolve("keytool.log"))).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        certified = SSLContext.getInstance("TLS");
        certified.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_letter_goes_in_cipher_to_whom_the_certificate_names() throws InterruptedException {
        assertThat(send("localhost", Optional.of(certified))).isEqualTo(Receipt.POSTED);

        assertThat(server.letter()).contains("Subject: Broken: first-touch");
    }

    @Test
    void a_certificate_that_nobody_trusts_gets_no_letter() {
        refused(send("localhost", Optional.empty()));
    }

    @Test
    void a_certificate_of_another_name_gets_no_letter() {
        refused(send("127.0.0.1", Optional.of(certified)));
    }

    @Test
    void a_server_without_starttls_gets_no_letter() {
        try (MailServer plain = new MailServer()) {
            Receipt receipt = send("127.0.0.1", plain.port(), Optional.of(certified));

            assertThat(receipt.sentence()).endsWith(": see 'tls'");
            assertThat(plain.waiting()).isZero();
        }
    }

    private void refused(Receipt receipt) {
        assertThat(receipt.failure()).contains(FailureKind.UNREACHABLE);
        assertThat(receipt.sentence()).contains("shows a certificate that Java's trust store does not know");
        assertThat(server.waiting()).isZero();
    }

    private Receipt send(String host, Optional<SSLContext> trust) {
        return send(host, server.port(), trust);
    }

    private static Receipt send(String host, int port, Optional<SSLContext> trust) {
        Mail mail = new Mail(host, port, Tls.STARTTLS, "smarketing@example.com", Optional.empty());
        Recipient to = Recipient.address("sales@example.com");
        Alert alert = new Alert("sla-1", to, Optional.empty(), "Broken: first-touch", Map.of(), NOW);
        return new MailChannel(mail, () -> NOW, trust.map(SSLContext::getSocketFactory))
                .send(new Message("m-1", to, List.of(alert)));
    }
}
