package io.smarketing.daemon.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smarketing.daemon.InProcess;
import io.smarketing.daemon.process.Program.Ended;
import io.smarketing.sandbox.server.SandboxSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two CRMs without a field of ours, set up and then kept in step by the daemon alone. */
class ProvisionProcessTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void two_bare_CRMs_are_set_up_and_kept_in_step() throws IOException {
        try (Rehearsal rehearsal = new Rehearsal(folder, bare())) {
            Ended unprepared = rehearsal.sync().ended();
            assertThat(unprepared.exit()).isEqualTo(1);
            assertThat(unprepared.err()).contains("has no field smarketing_key", "the command provision does");

            JsonNode plan = provision(rehearsal, "--dry-run");
            int missing = plan.at("/missing").asInt();
            assertThat(missing).isGreaterThan(90);
            assertThat(plan.at("/made").asInt()).isZero();
            assertThat(rehearsal.portal().fields(Rehearsal.CONTACTS)).doesNotContain("smarketing_key");
            assertThat(rehearsal.org().fields(Rehearsal.LEAD)).doesNotContain("Smarketing_Key__c");

            JsonNode made = provision(rehearsal);
            assertThat(made.at("/made").asInt()).isEqualTo(missing);
            assertThat(made.at("/failed").asInt() + made.at("/different").asInt())
                    .isZero();

            Ended synced = rehearsal.sync().ended();
            assertThat(synced.exit()).as(synced.err()).isZero();
            rehearsal.assertInStep();
            assertThat(rehearsal.org().count(Rehearsal.LEAD)).isEqualTo(60);

            JsonNode again = provision(rehearsal);
            assertThat(again.at("/present").asInt()).isGreaterThanOrEqualTo(missing);
            assertThat(again.at("/made").asInt() + again.at("/missing").asInt()).isZero();
        }
    }

    private SandboxSettings bare() {
        return SandboxSettings.defaults()
                .withoutOwnFields()
                .withoutLimits()
                .withData(DataFiles.madeUp(folder.resolve("data"), 50, 10))
                .withKeyFolder(folder.resolve("key"));
    }

    private JsonNode provision(Rehearsal rehearsal, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "provision",
                "--output",
                "json",
                "--config",
                rehearsal.configuration().toString()));
        words.addAll(List.of(more));
        InProcess ended = InProcess.run(words.toArray(String[]::new));
        assertThat(ended.exit()).as(ended.err()).isZero();
        return JSON.readTree(ended.out());
    }
}
