package io.smarketing.daemon.command.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.daemon.InProcess;
import io.smarketing.daemon.config.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command simulate, with a folder of one's own; the lives themselves are lived in the simulation's tests. */
final class SimulateCommandTest {

    @Test
    void aMappingThatDoesNotFitThePretendedCrmsIsRefused(@TempDir Path folder) throws IOException {
        Path mapping = folder.resolve("mapping.yaml");
        try (ExampleFolder example = ExampleFolder.write()) {
            for (String name : new String[] {"connections.yaml", "mapping.yaml", "lifecycle.yaml"}) {
                Fixtures.copy(example.folder().resolve(name), folder.resolve(name));
            }
        }
        Fixtures.write(mapping, Files.readString(mapping).replace("hubspot: smarketing_key,", "hubspot: our_key,"));
        InProcess run = InProcess.run("simulate", "--operations", "100", "--config", folder.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("hubspot has no field our_key on contact");
    }
}
