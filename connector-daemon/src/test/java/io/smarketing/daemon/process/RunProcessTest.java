package io.smarketing.daemon.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.daemon.InProcess;
import io.smarketing.daemon.process.Program.Ended;
import io.smarketing.daemon.process.Standing.Health;
import io.smarketing.sandbox.server.SandboxSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunProcessTest {

    /** The rehearsal's configuration polls every 2 s; the rest is for a busy machine. */
    private static final Duration POLLING_AND_A_MOMENT = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private Rehearsal rehearsal(int contacts, int leads) {
        Path data = DataFiles.madeUp(folder.resolve("data"), contacts, leads);
        return new Rehearsal(folder, SandboxSettings.defaults().withData(data).withKeyFolder(folder.resolve("key")));
    }

    @Test
    void it_carries_edits_within_the_interval_and_tells_how_it_is() {
        try (Rehearsal rehearsal = rehearsal(40, 20);
                Standing daemon = Standing.run(folder, rehearsal.configuration())) {
            assertThat(daemon.until("in step").status()).isEqualTo(200);

            rehearsal.sandbox().fault("hubspot.burst-503", "2");
            rehearsal.editContact(DataFiles.email(7), "jobtitle", "Edited in HubSpot");
            rehearsal.editLead(DataFiles.email(8), "City", "Edited in Salesforce");
            long edited = System.nanoTime();
            daemon.until(
                    "the edits cross",
                    () -> rehearsal.lead(DataFiles.email(7), "Title").equals("Edited in HubSpot")
                            && rehearsal.contact(DataFiles.email(8), "city").equals("Edited in Salesforce"));
            assertThat(Duration.ofNanos(System.nanoTime() - edited)).isLessThan(POLLING_AND_A_MOMENT);

            InProcess second = InProcess.run(
                    "run",
                    "--http-port",
                    "0",
                    "--config",
                    rehearsal.configuration().toString());
            assertThat(second.exit()).isEqualTo(1);
            assertThat(second.err()).contains("Another smarketing process");

            assertFigures(daemon);

            Ended ended = daemon.terminated();
            assertThat(ended.exit()).as(ended.err()).isZero();
            assertThat(ended.err())
                    .contains("updated_in_salesforce=\"1\"", "stopped")
                    .doesNotContain("@example.com", "Edited", "Person-");
        }
    }

    private static void assertFigures(Standing daemon) {
        daemon.until("the round is told and worked through", () -> {
            String told = daemon.metrics();
            return told.contains("smarketing_delivered_lag_seconds_count")
                    && told.contains("smarketing_backlog_changes{from=\"salesforce\",to=\"hubspot\"} 0.0");
        });
        assertThat(daemon.metrics())
                .contains(
                        "smarketing_delivered_lag_seconds_count{from=\"hubspot\",to=\"salesforce\"} 1",
                        "smarketing_written_total{crm=\"salesforce\",kind=\"created\"} 40.0",
                        "smarketing_calls_total{crm=\"hubspot\"}",
                        "smarketing_quota_limit{crm=\"salesforce\"} 100000.0",
                        "smarketing_people_total",
                        "smarketing_rounds_total",
                        "smarketing_since_caught_up_seconds",
                        "smarketing_healthy 1.0")
                .doesNotContain("@example.com", "Edited");
    }

    @Test
    void ended_in_the_middle_of_a_load_it_goes_on() {
        try (Rehearsal rehearsal = rehearsal(1_200, 0)) {
            rehearsal.sandbox().fault("latency", "150ms");
            try (Standing daemon = Standing.run(folder, rehearsal.configuration(), "--log-format", "json")) {
                daemon.until("it loads", () -> rehearsal.org().count(Rehearsal.LEAD) > 0);
                long asked = System.nanoTime();
                Ended ended = daemon.terminated();
                assertThat(ended.exit()).as(ended.err()).isZero();
                assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(15));
                assertThat(ended.err()).contains("\"event\":\"stopping\"", "\"event\":\"stopped\"}");
            }
            assertThat(rehearsal.org().count(Rehearsal.LEAD)).isBetween(100, 1_199);
            rehearsal.sandbox().fault("latency", "off");

            try (Standing daemon = Standing.run(folder, rehearsal.configuration())) {
                daemon.until("in step");
                assertThat(daemon.terminated().exit()).isZero();
            }
            assertThat(rehearsal.org().count(Rehearsal.LEAD)).isEqualTo(1_200);
            assertThat(rehearsal.portal().count(Rehearsal.CONTACTS)).isEqualTo(1_200);
        }
    }

    @Test
    void a_guard_ends_it_for_good() {
        try (Rehearsal rehearsal = rehearsal(120, 0)) {
            String configuration = rehearsal.configuration().toString();
            assertThat(InProcess.run("sync", "--once", "--config", configuration)
                            .exit())
                    .isZero();
            IntStream.rangeClosed(1, 110)
                    .forEach(n -> rehearsal.editContact(DataFiles.email(n), "jobtitle", "Everybody " + n));

            InProcess guarded = InProcess.run("run", "--http-port", "0", "--config", configuration);
            assertThat(guarded.exit()).as(guarded.err()).isEqualTo(4);
            assertThat(guarded.err()).contains("sync --once --allow-changes");
            assertThat(rehearsal.lead(DataFiles.email(1), "Title")).isEmpty();
        }
    }

    @Test
    void a_revoked_token_is_told_and_heals_and_an_outage_is_waited_for() throws IOException, InterruptedException {
        try (Rehearsal rehearsal = rehearsal(5, 0);
                Standing daemon = Standing.run(folder, rehearsal.configuration())) {
            daemon.until("in step");
            String hubspot = rehearsal.sandbox().access().hubspot().url();
            post(
                    hubspot + "/__admin/mappings",
                    "{\"request\":{\"urlPattern\":\"/crm/.*\"},\"response\":{\"status\":401}}");
            Health revoked = daemon.until("unhealthy");
            assertThat(revoked.status()).isEqualTo(503);
            assertThat(revoked.body().path("sentence").asText()).contains("HubSpot refuses the token");
            assertThat(revoked.body().path("remedy").asText()).contains("credentials");

            post(hubspot + "/__admin/mappings/reset", "");
            assertThat(daemon.until("in step").status()).isEqualTo(200);
            assertThat(daemon.err()).contains("recovered_after_seconds");

            post(
                    hubspot + "/__admin/mappings",
                    "{\"request\":{\"urlPattern\":\"/crm/.*\"},\"response\":{\"status\":503,\"headers\":{\"Retry-After\":\"60\"}}}");
            Health waiting = daemon.until("waiting");
            assertThat(waiting.status()).isEqualTo(200);
            assertThat(waiting.body().path("sentence").asText()).contains("HubSpot");
            assertThat(daemon.terminated().exit()).isZero();
        }
    }

    private static void post(String url, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }
}
