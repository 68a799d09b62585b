package io.smarketing.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Needs Node and a package registry: run by {@code mvn -pl connector-sandbox -P clients verify}. */
@Tag("clients")
class ClientsTest {

    private static final Path CLIENTS = Path.of("src/test/clients");

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hubspot.mjs", "salesforce.mjs"})
    void otherPeoplesClientsWorkUnchanged(String script, @TempDir Path folder) throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults())) {
            Path access = folder.resolve("access.json");
            new ObjectMapper().writeValue(access.toFile(), sandbox.access());
            run("node", script, access.toString());
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("clients", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(CLIENTS.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        String said = Files.readString(output);
        Files.delete(output);
        assertThat(ended).as("%s ended: %s", command[0], said).isTrue();
        assertThat(process.exitValue())
                .as("%s said: %s", String.join(" ", command), said)
                .isZero();
    }
}
