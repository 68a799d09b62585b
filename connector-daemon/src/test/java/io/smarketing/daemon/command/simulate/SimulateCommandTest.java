package io.smarketing.daemon.command.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.daemon.InProcess;
import io.smarketing.daemon.config.Fixtures;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        InProcess run = InProcess.run("simulate", "--operations", "100", "--seed", "1", "--config", folder.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("hubspot has no field our_key on contact");
    }

    /** Lives in which a claim did not hold once; their names are their seeds. */
    @ParameterizedTest
    @ValueSource(strings = {"106", "218", "225", "308", "30002", "9401218", "9401372"})
    void whatBrokeAClaimOnceBreaksNoneAnyMore(String seed) throws URISyntaxException {
        Path life = Path.of(Objects.requireNonNull(
                        SimulateCommandTest.class.getResource("/io/smarketing/daemon/lives/" + seed + ".txt"))
                .toURI());
        InProcess run = InProcess.run("simulate", "--seed", seed, "--replay", life.toString());
        assertThat(run.out()).contains("All claims hold.");
        assertThat(run.exit()).isZero();
    }

    @Test
    void atLeastOneLifeIsLivedAtATime() {
        InProcess run = InProcess.run("simulate", "--jobs", "0");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--jobs");
    }

    @Test
    void whatIsNoOperationIsNamed(@TempDir Path folder) throws IOException {
        Path life = folder.resolve("life.txt");
        Fixtures.write(life, "17 ROUND 1 2 3\nround and round\n");
        InProcess run = InProcess.run("simulate", "--seed", "1", "--replay", life.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains(life.toString(), "'round and round' is no operation");
        InProcess without = InProcess.run("simulate", "--seed", "1", "--replay", folder + "/nowhere.txt");
        assertThat(without.exit()).isEqualTo(1);
        assertThat(without.err()).contains("nowhere.txt cannot be read: check that it is there");
    }
}
