package io.smarketing.daemon.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smarketing.daemon.process.Rehearsal.Run;
import io.smarketing.sandbox.server.SandboxSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncProcessTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @TempDir
    private Path folder;

    private Rehearsal rehearsal() {
        Path data = DataFiles.madeUp(folder.resolve("data"), 250, 50);
        return new Rehearsal(
                folder,
                SandboxSettings.defaults()
                        .withData(data)
                        .withKeyFolder(folder.resolve("key"))
                        .withoutLimits());
    }

    private static JsonNode inStep(Run run) throws IOException {
        assertThat(run.ended().exit()).as(run.ended().err()).isZero();
        JsonNode report = JSON.readTree(run.ended().out());
        assertThat(report.at("/result").asText()).isEqualTo("in-step");
        assertThat(report.at("/people").asInt()).isEqualTo(300);
        return report;
    }

    @Test
    void a_first_run_brings_both_in_step_and_the_next_ones_are_quiet() throws IOException {
        try (Rehearsal rehearsal = rehearsal()) {
            Run first = rehearsal.sync("--output", "json");
            JsonNode report = inStep(first);
            assertThat(report.at("/written/created/salesforce").asInt()).isEqualTo(250);
            assertThat(report.at("/written/created/hubspot").asInt()).isEqualTo(50);
            assertThat(first.requests().startUp()).isNotEmpty().hasSizeLessThanOrEqualTo(10);
            assertThat(rehearsal.portal().count(Rehearsal.CONTACTS)).isEqualTo(300);
            assertThat(rehearsal.org().count(Rehearsal.LEAD)).isEqualTo(300);
            rehearsal.assertInStep();

            Run second = rehearsal.sync("--output", "json");
            inStep(second);
            assertThat(second.requests().writes()).isEmpty();
            assertThat(second.requests().peopleRead()).isEmpty();

            Run withinOverlap = rehearsal.sync("--output", "json");
            inStep(withinOverlap);
            assertThat(withinOverlap.requests().rounds()).isNotEmpty();
            assertThat(withinOverlap.requests().peopleRead()).isEmpty();
            assertThat(withinOverlap.requests().contactsRead()).isEmpty();

            // The load's own writes are listed again by the far look that comes next, and by no later one.
            rehearsal.sandbox().clock().advance(Duration.ofMinutes(20));
            inStep(rehearsal.sync("--output", "json"));
            rehearsal.sandbox().clock().advance(Duration.ofMinutes(20));
            Run idle = rehearsal.sync("--output", "json");
            inStep(idle);
            assertThat(idle.requests().writes()).isEmpty();
            assertThat(idle.requests().startUp()).hasSizeLessThanOrEqualTo(10);
            assertThat(idle.requests().rounds()).isNotEmpty().hasSizeLessThanOrEqualTo(16);
        }
    }

    @Test
    void edits_on_both_sides_cross() throws IOException {
        try (Rehearsal rehearsal = rehearsal()) {
            inStep(rehearsal.sync("--output", "json"));
            rehearsal.editContact(DataFiles.email(7), "jobtitle", "Edited in HubSpot");
            rehearsal.editLead(DataFiles.email(7), "City", "Edited in Salesforce");
            rehearsal.editLead(DataFiles.email(299), "Title", "Edited, too");

            Run run = rehearsal.sync("--output", "json");
            inStep(run);
            assertThat(rehearsal.lead(DataFiles.email(7), "Title")).isEqualTo("Edited in HubSpot");
            assertThat(rehearsal.contact(DataFiles.email(7), "city")).isEqualTo("Edited in Salesforce");
            assertThat(rehearsal.contact(DataFiles.email(299), "jobtitle")).isEqualTo("Edited, too");
            assertThat(run.requests().writes()).hasSizeBetween(2, 4);
            rehearsal.assertInStep();
        }
    }
}
