package io.smarketing.daemon.command.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smarketing.core.crm.CrmProvider;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.daemon.command.CommandFailure;
import io.smarketing.daemon.command.Host;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.ConfigurationFolder;
import io.smarketing.daemon.config.InvalidConfiguration;
import io.smarketing.sandbox.kernel.SandboxProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SandboxCommandTest {

    private static final List<CrmProvider> PROVIDERS = ServiceLoader.load(CrmProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    private final StringWriter err = new StringWriter();
    private final Printed out = new Printed();
    private final Thread[] running = new Thread[1];

    @TempDir
    private Path temporary;

    /** What is printed, handed over whenever it is flushed. */
    private static final class Printed extends StringWriter {
        private final BlockingQueue<String> flushed = new ArrayBlockingQueue<>(10);

        @Override
        public void flush() {
            if (getBuffer().length() > 0) {
                flushed.add(toString());
                getBuffer().setLength(0);
            }
        }

        String next() throws InterruptedException {
            String text = flushed.poll(60, TimeUnit.SECONDS);
            assertThat(text).as("something printed within a minute").isNotNull();
            return text;
        }
    }

    private SandboxCommand command(String... args) {
        SandboxCommand command =
                new SandboxCommand(new Host(Map.of(), PROVIDERS, new PrintWriter(out), new PrintWriter(err, true)));
        new CommandLine(command).parseArgs(args);
        return command;
    }

    private String start(String... args) throws InterruptedException {
        SandboxCommand command = command(args);
        running[0] = new Thread(command::call);
        running[0].start();
        return out.next();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (running[0] != null) {
            running[0].interrupt();
            running[0].join(10_000);
            assertThat(running[0].isAlive()).isFalse();
        }
    }

    private Configuration written(Path folder) throws InvalidConfiguration {
        return new ConfigurationFolder(folder, PROVIDERS, Map.of()).read();
    }

    @Test
    void it_prints_what_opens_both_and_serves() throws Exception {
        JsonNode access = new ObjectMapper().readTree(start("--output", "json", "--speed", "unlimited"));
        assertThat(names(access.get("hubspot"))).containsExactly("url", "token", "clientSecret", "portalId");
        assertThat(names(access.get("salesforce")))
                .containsExactly(
                        "url",
                        "loginUrl",
                        "clientId",
                        "clientSecret",
                        "username",
                        "privateKeyFile",
                        "accessToken",
                        "apiVersion");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(access.at("/hubspot/url").asText() + "/crm/v3/objects/contacts?limit=1"))
                .header("Authorization", "Bearer " + access.at("/hubspot/token").asText())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(err.toString()).contains("240 rows of hubspot/contacts.csv").contains("waiting for --replay");
    }

    private static Collection<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    @Test
    void the_written_configuration_is_valid_and_maps_what_is_there() throws Exception {
        Path folder = temporary.resolve("config");
        String printed = start("--write-config", folder.toString());
        Configuration c = written(folder);

        assertThat(c.mapping().rules())
                .extracting(r -> r.name().text())
                .contains("email", "company", "owner", "source", "campaignCode", "emailOptOut");
        assertThat(c.mapping().lifecycle().rules()).hasSize(7);
        assertThat(c.mapping().lifecycle().rules().get(2).criteria()).hasSize(3);
        assertThat(printed).contains("--config " + folder);
        for (String secret : List.of("hubspot-token", "salesforce-client-secret")) {
            Path file = folder.resolve("secrets").resolve(secret);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(folder.resolve("connections.yaml"))).doesNotContain(Files.readString(file));
        }
    }

    @Test
    void custom_columns_are_mapped_whatever_they_are_called() throws Exception {
        Path data = temporary.resolve("data");
        Files.createDirectories(data.resolve("hubspot"));
        Files.writeString(
                data.resolve("hubspot/contacts.csv"),
                "email,lastname,no,in,source,type,custom_in\n" + "lead-0001@example.com,Example-0001,a,b,c,d,e\n");
        Path folder = temporary.resolve("config");
        start("--data", data.toString(), "--write-config", folder.toString());

        assertThat(written(folder).mapping().rules().stream()
                        .map(FieldRule::name)
                        .map(Object::toString))
                .contains("no", "custom_in", "source", "source2", "custom_type", "customIn");
    }

    @Test
    void it_writes_over_its_own_configuration_and_over_no_other() throws Exception {
        Path folder = temporary.resolve("config");
        start("--write-config", folder.toString());
        stop();
        start("--write-config", folder.toString());
        assertThat(written(folder).mapping().rules()).isNotEmpty();
        stop();
        running[0] = null;

        Files.writeString(folder.resolve("mapping.yaml"), "# mine\n");
        assertThatThrownBy(() -> command("--write-config", folder.toString()).call())
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("mapping.yaml was not written by the sandbox");
        assertThat(Files.readString(folder.resolve("mapping.yaml"))).isEqualTo("# mine\n");
    }

    @Test
    void what_cannot_be_done_is_said() throws IOException {
        assertThatThrownBy(() ->
                        command("--data", temporary.resolve("none").toString()).call())
                .isInstanceOf(SandboxProblem.class)
                .hasMessageContaining("is not there");
        assertThatThrownBy(() -> command("--fault", "warp=9").call()).hasMessageContaining("no switch named 'warp'");
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThatThrownBy(() ->
                            command("--hubspot-port", "" + taken.getLocalPort()).call())
                    .isInstanceOf(SandboxProblem.class)
                    .hasMessageContaining("" + taken.getLocalPort());
        }
    }
}
