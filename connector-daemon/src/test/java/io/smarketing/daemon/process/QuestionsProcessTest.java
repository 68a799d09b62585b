package io.smarketing.daemon.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.daemon.InProcess;
import io.smarketing.sandbox.server.SandboxSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator asks, before a daemon runs, beside it and after it. */
class QuestionsProcessTest {

    private static final String WHO = DataFiles.email(7);

    @TempDir
    private Path folder;

    private InProcess ask(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--config", folder.resolve("config").toString()));
        return InProcess.run(all.toArray(String[]::new));
    }

    @Test
    void they_are_answered_beside_a_running_daemon() {
        Path data = DataFiles.madeUp(folder.resolve("data"), 20, 5);
        var settings = SandboxSettings.defaults().withData(data).withKeyFolder(folder.resolve("key"));
        try (Rehearsal rehearsal = new Rehearsal(folder, settings)) {
            InProcess load = ask("plan", "--limit", "2");
            assertThat(load.exit()).as(load.err()).isZero();
            assertThat(load.out()).contains("20 created", "5 created", "Nothing has been written");
            assertThat(rehearsal.org().count(Rehearsal.LEAD)).isEqualTo(5);
            assertThat(folder.resolve("config/state")).isEmptyDirectory();

            try (Standing daemon = Standing.run(folder, rehearsal.configuration())) {
                daemon.until("in step");
                rehearsal.editContact(WHO, "lastname", "x".repeat(140));
                rehearsal.editContact(WHO, "city", "\u001b[31mred");
                daemon.until(
                        "the edit crosses", () -> rehearsal.lead(WHO, "City").contains("red"));
                daemon.until("the rest is parked", () -> ask("parked").exit() == 3);

                besideIt(rehearsal, daemon);
                assertThat(daemon.terminated().exit()).isZero();
            }
            assertThat(ask("retry", "--person", WHO).out()).contains("No daemon is running", "this 1 row");
            assertThat(ask("sync", "--once").exit()).isEqualTo(3);
        }
    }

    private void besideIt(Rehearsal rehearsal, Standing daemon) {
        assertThat(ask("parked").out())
                .contains("invalid-value: 1", "field lastName")
                .doesNotContain("xxx");
        InProcess explained = ask("explain", WHO);
        assertThat(explained.out())
                .contains(WHO, "\\u001b[31mred", "invalid-value")
                .doesNotContain("\u001b");
        assertThat(ask("explain", WHO, "--output", "json").out())
                .contains("\"role\":\"principal\"")
                .doesNotContain("\u001b");
        InProcess unknown = ask("explain", "nobody@example.com");
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.out()).isEmpty();
        assertThat(ask("plan").out()).contains("would write nothing", "1 row would be parked");

        Watch watch = new Watch(Optional.empty());
        rehearsal.sandbox().observe(watch);
        assertThat(ask("retry", "--cause", "invalid-value").out()).contains("daemon now tries", "this 1 row");
        daemon.until(
                "the schema is read anew",
                () -> watch.requests().all().stream()
                        .anyMatch(r -> r.ask().path().contains("/describe")));
        assertThat(ask("retry", "--cause", "duplicate").out()).contains("Nothing of that is parked");
    }
}
