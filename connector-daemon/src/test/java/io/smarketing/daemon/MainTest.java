package io.smarketing.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.daemon.command.Host;
import io.smarketing.daemon.config.FakeProvider;
import io.smarketing.daemon.config.Fixtures;
import io.smarketing.store.SqliteStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(String... args) {
        Host host = new Host(
                Fixtures.VARIABLES, FakeProvider.both(), new PrintWriter(out, true), new PrintWriter(err, true));
        return Main.run(host, args);
    }

    @Test
    void help_and_version_are_results() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Usage: smarketing", "validate", "Exit codes:", "4   stopped by a guard");
        assertThat(run("validate", "--help")).isZero();
        assertThat(out.toString()).contains("--config=DIR", "--output=FORM", "--debug");
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).containsPattern("smarketing \\d+\\.\\d+\\.\\d+");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void the_word_help_is_understood_too() {
        assertThat(run("help")).isZero();
        assertThat(out.toString()).contains("Usage: smarketing", "Exit codes:");
        assertThat(run("help", "sync")).isZero();
        assertThat(out.toString()).contains("Usage: smarketing sync");
    }

    @Test
    void every_command_is_told_in_one_short_sentence_first() {
        List<CommandLine> all =
                new ArrayList<>(new Main().line(Host.process()).getSubcommands().values());
        all.addAll(
                all.stream().flatMap(c -> c.getSubcommands().values().stream()).toList());
        assertThat(all).hasSizeGreaterThan(25).allSatisfy(c -> {
            assertThat(c.getCommandSpec().usageMessage().description()[0])
                    .as(c.getCommandName())
                    .endsWith(".")
                    .hasSizeLessThan(90);
        });
    }

    @Test
    void words_that_may_be_left_out_are_shown_so() {
        run("misses", "--help");
        run("explain", "--help");
        assertThat(out.toString()).contains("[COMMAND]", "[clock] WHO").doesNotContain("WHO WHO", "WHO]]");
    }

    @Test
    void a_command_line_that_is_not_understood_exits_with_2() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("validat")).isEqualTo(2);
        assertThat(run("validate", "--output", "xml")).isEqualTo(2);
        assertThat(run("validate", "--confg", "x")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("validate").contains("--output");
    }

    @Test
    void validate_prints_problems_on_standard_output_and_exits_with_1() {
        Fixtures.good(folder);
        Fixtures.copy(Fixtures.resource("mistakes/mapping-unknown-keys.yaml"), folder.resolve("mapping.yaml"));
        assertThat(run("validate", "--config", folder.toString())).isEqualTo(1);
        assertThat(out.toString().lines())
                .hasSize(6)
                .allMatch(l -> l.startsWith(folder + "/mapping.yaml:"))
                .anyMatch(l -> l.endsWith("(did you mean 'hubspot'?)"));
        assertThat(err.toString().strip()).isEqualTo("6 problems");
    }

    @Test
    void validate_prints_problems_as_json() throws IOException {
        assertThat(run("validate", "--config", folder.toString(), "--output", "json"))
                .isEqualTo(1);
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("ok").asBoolean()).isFalse();
        assertThat(json.get("problems")).hasSize(3);
        assertThat(json.at("/problems/0/line").asInt()).isEqualTo(1);
        assertThat(json.at("/problems/0/sentence").asText()).contains("there is no such file");
    }

    @Test
    void validate_warns_of_whom_nobody_can_tell() throws IOException {
        Fixtures.good(folder);
        Path lifecycle = folder.resolve("lifecycle.yaml");
        Fixtures.write(lifecycle, Files.readString(lifecycle) + "\nhandoff: {from: mql}\n");
        Fixtures.write(
                folder.resolve("agreement.yaml"),
                "version: 1\neffective: 2026-01-01\nescalations:\n  breached: [sales@example.com, webhook]\n");

        assertThat(run("validate", "--config", folder.toString())).isZero();

        assertThat(err.toString().lines())
                .hasSize(2)
                .allMatch(l -> l.startsWith("Warning: " + folder + "/agreement.yaml:4:3: nobody hears of anything by ")
                        && l.endsWith(" until connections.yaml says how, under channels"));
    }

    @Test
    void channels_tells_two_hooks_apart_and_shows_no_secret() throws IOException {
        Fixtures.good(folder);
        Path connections = folder.resolve("connections.yaml");
        Fixtures.write(
                connections,
                Files.readString(connections)
                        + "channels: {webhook: {url: 'https://hooks.example.com:8443/leads/T01/x9', secret: hush-hush-hush-hush}}");

        assertThat(run("channels", "--config", folder.toString())).isZero();

        assertThat(out.toString())
                .contains("https://hooks.example.com:8443/leads/...")
                .doesNotContain("x9", "hush");
    }

    @Test
    void run_beside_another_process_does_not_say_that_it_is_up() {
        Fixtures.good(folder);
        Map<CrmId, String> accounts = Map.of(new CrmId("hubspot"), "1", new CrmId("salesforce"), "2");
        SqliteStore store = SqliteStore.open(folder.resolve("state/smarketing.db"), accounts);
        try (store) {
            assertThat(run("run", "--config", folder.toString(), "--http-port", "0"))
                    .isEqualTo(1);
        }
        assertThat(err.toString()).contains("Another smarketing process (pid ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void validate_prints_what_a_good_configuration_says() throws IOException {
        Fixtures.good(folder);
        assertThat(run("validate", "--config", folder.toString())).isZero();
        assertThat(out.toString())
                .contains("The configuration is fine: workspace main, 3 fields, 2 stages.")
                .containsPattern("jobTitle +text +jobtitle +Title +both +newest, tie hubspot")
                .contains("  illegal moves: back refuse, past-gate allow")
                .doesNotContain("secret-token");
        out.getBuffer().setLength(0);
        assertThat(run("validate", "--config", folder.toString(), "--output", "json"))
                .isZero();
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.at("/ok").asBoolean()).isTrue();
        assertThat(json.at("/fields/2/places/salesforce").asText()).isEqualTo("Lead NumberOfEmployees");
        assertThat(json.at("/stages/1/values/salesforce").asText()).isEqualTo("MQL");
        assertThat(json.at("/illegalMoves/back").asText()).isEqualTo("refuse");
    }
}
