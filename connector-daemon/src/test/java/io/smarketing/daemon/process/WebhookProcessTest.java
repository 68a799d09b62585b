package io.smarketing.daemon.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.daemon.InProcess;
import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.server.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A daemon that polls every ten minutes, and a portal that tells it what happens. */
class WebhookProcessTest {

    /** A second or two, and what a busy machine adds. */
    private static final Duration SECONDS = Duration.ofSeconds(15);

    private static final String DOMAIN = "one.example.com";

    private static final String TAKEN = "smarketing_webhooks_total{crm=\"hubspot\",result=\"taken\"}";
    private static final String REFUSED = "smarketing_webhooks_total{crm=\"hubspot\",result=\"refused\"}";

    @TempDir
    private Path folder;

    private final int port = freePort();
    private final String url = "http://127.0.0.1:" + port + "/hubspot/webhooks";

    /** Below those that systems hand out to whoever asks for any: the daemon is started twice on it. */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // It is taken: another one will not be.
                continue;
            }
        }
    }

    private Rehearsal rehearsal(int contacts) {
        Path data = DataFiles.madeUp(folder.resolve("data"), contacts, 0);
        return new Rehearsal(folder, SandboxSettings.defaults().withData(data).withKeyFolder(folder.resolve("key")))
                .toldTo(url);
    }

    private Standing daemon(Rehearsal rehearsal) {
        Standing daemon = Standing.runOn(port, folder, rehearsal.configuration());
        daemon.until("in step");
        return daemon;
    }

    private static void crosses(Rehearsal rehearsal, Standing daemon, int who, String title) {
        long edited = System.nanoTime();
        rehearsal.editContact(DataFiles.email(who), "jobtitle", title);
        daemon.until(
                "the edit crosses",
                () -> rehearsal.lead(DataFiles.email(who), "Title").equals(title));
        assertThat(Duration.ofNanos(System.nanoTime() - edited)).isLessThan(SECONDS);
    }

    @Test
    void an_edit_crosses_long_before_the_next_poll_however_it_is_told() {
        DataFiles.write(
                folder.resolve("data/hubspot/companies.csv"), "name,domain,city\nCompany One," + DOMAIN + ",Ulm\n");
        try (Rehearsal rehearsal = rehearsal(10);
                Standing daemon = daemon(rehearsal)) {
            crosses(rehearsal, daemon, 1, "Told once");
            rehearsal.sandbox().fault("webhook-duplicates", "true");
            rehearsal.sandbox().fault("webhook-disorder", "true");
            rehearsal.sandbox().fault("hubspot.index-lag", "5m");
            crosses(rehearsal, daemon, 2, "Told twice, and not yet to be found");
            crosses(rehearsal, daemon, 1, "Told again");
            companyCrosses(rehearsal, daemon);
            assertThat(daemon.metrics()).contains(TAKEN);
            assertThat(rehearsal.org().count(Rehearsal.LEAD)).isEqualTo(10);
            assertThat(daemon.terminated().err())
                    .contains("updated_in_salesforce")
                    .doesNotContain("@example.com", "Told");
        }
    }

    private static void companyCrosses(Rehearsal rehearsal, Standing daemon) {
        long edited = System.nanoTime();
        rehearsal.edit(rehearsal.portal(), "companies", DOMAIN, "city", "Graz");
        daemon.until(
                "the company's edit crosses",
                () -> rehearsal.org().find("Account", "Company One").stream()
                        .anyMatch(id -> rehearsal
                                .org()
                                .peek("Account", id, "BillingCity")
                                .equals(Optional.of("Graz"))));
        assertThat(Duration.ofNanos(System.nanoTime() - edited)).isLessThan(SECONDS);
    }

    @Test
    void what_is_not_signed_is_refused_and_says_nothing() throws IOException, InterruptedException {
        try (Rehearsal rehearsal = rehearsal(2);
                Standing daemon = daemon(rehearsal)) {
            String now = Long.toString(System.currentTimeMillis());
            for (String[] headers : List.of(
                    new String[] {"X-None", "x"},
                    new String[] {"X-HubSpot-Request-Timestamp", now},
                    new String[] {"X-HubSpot-Request-Timestamp", now, "X-HubSpot-Signature-v3", "forged="})) {
                HttpResponse<String> answer = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(url))
                                        .headers(headers)
                                        .POST(HttpRequest.BodyPublishers.ofString("[]"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(401);
                assertThat(answer.body()).isEqualTo("{\"error\":\"not signed\"}\n");
            }
            assertThat(daemon.metrics()).contains(REFUSED + " 3.0");
        }
    }

    @Test
    void whoever_is_deleted_for_privacy_is_erased_and_stays_away() throws IOException {
        String who = DataFiles.email(3);
        try (Rehearsal rehearsal = rehearsal(5);
                Standing daemon = daemon(rehearsal)) {
            String lead = rehearsal.org().find(Rehearsal.LEAD, who).get(0);
            forget(rehearsal, who);
            daemon.until("it is erased", () -> daemon.err().contains("erased for privacy"));
            rehearsal.editLead(who, "City", "Edited in Salesforce");
            crosses(rehearsal, daemon, 4, "Everybody else goes on");
            assertThat(daemon.terminated().err()).contains(lead).doesNotContain("@example.com");

            String configuration = rehearsal.configuration().toString();
            assertThat(InProcess.run("sync", "--once", "--config", configuration)
                            .exit())
                    .isZero();
            assertThat(rehearsal.portal().find(Rehearsal.CONTACTS, who)).isEmpty();
            for (String asked : List.of(who, lead)) {
                InProcess explained = InProcess.run("explain", asked, "--config", configuration);
                assertThat(explained.out()).contains("was deleted in one CRM for privacy");
            }
        }
        assertThat(holds(who)).as("nowhere in the store").isFalse();
        assertThat(holds(DataFiles.email(4))).as("others are").isTrue();
    }

    /** Whether any file of the store holds the text. */
    private boolean holds(String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("config/state"))) {
            return files.filter(Files::isRegularFile).anyMatch(file -> {
                try {
                    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static void forget(Rehearsal rehearsal, String email) {
        Ask ask = new Ask(
                "POST",
                "/crm/objects/2026-03/contacts/gdpr-delete",
                Map.of(),
                Map.of(
                        "authorization",
                        "Bearer " + rehearsal.sandbox().access().hubspot().token()),
                "{\"idProperty\":\"email\",\"objectId\":\"" + email + "\"}");
        assertThat(rehearsal.sandbox().portal().handle(ask).status()).isEqualTo(204);
    }

    @Test
    void killed_between_the_answer_and_the_round_it_loses_nothing() {
        String who = DataFiles.email(3);
        try (Rehearsal rehearsal = rehearsal(5)) {
            // what the dead did not answer is told again; what they answered is not
            rehearsal.sandbox().fault("webhook-retry", "1s");
            Standing dead = daemon(rehearsal);
            try (dead) {
                // its next call of HubSpot is not answered while it lives
                rehearsal.sandbox().fault("hubspot.latency", "60s");
                double before = taken(dead);
                rehearsal.editContact(DataFiles.email(1), "jobtitle", "Told to the dead");
                forget(rehearsal, who);
                dead.until("a call is taken", () -> taken(dead) > before);
            }
            rehearsal.sandbox().fault("hubspot.latency", "off");
            assertThat(rehearsal.lead(DataFiles.email(1), "Title")).isNotEqualTo("Told to the dead");
            try (Standing daemon = daemon(rehearsal)) {
                daemon.until("it is erased", () -> (dead.err() + daemon.err()).contains("erased for privacy"));
                daemon.until(
                        "the edit has crossed",
                        () -> rehearsal.lead(DataFiles.email(1), "Title").equals("Told to the dead"));
            }
        }
    }

    private static double taken(Standing daemon) {
        return daemon.metrics()
                .lines()
                .filter(line -> line.startsWith(TAKEN))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
