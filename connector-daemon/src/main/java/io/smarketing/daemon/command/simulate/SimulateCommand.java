package io.smarketing.daemon.command.simulate;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.daemon.command.CommandFailure;
import io.smarketing.daemon.command.ExitCode;
import io.smarketing.daemon.command.Host;
import io.smarketing.daemon.command.OutputOption;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.ConfigurationFolder;
import io.smarketing.daemon.config.InvalidConfiguration;
import io.smarketing.simulation.Outcome;
import io.smarketing.simulation.Progress;
import io.smarketing.simulation.Simulation;
import io.smarketing.simulation.life.Operation;
import io.smarketing.simulation.world.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs random lives against the claims: the real engine on two pretended CRMs, with faults, on virtual time. */
@Command(
        name = "simulate",
        description = {
            "Proves the sync with a mapping, by random lives on pretended CRMs.",
            "People work in a pretended portal and a pretended org, faults strike, the daemon is killed, and whenever all"
                    + " rests, every claim of docs/correctness.md is checked.",
            "No account is touched. A claim that does not hold is printed with its seed and the fewest operations that"
                    + " break it; the exit code is 1 then."
        })
public final class SimulateCommand implements Callable<Integer> {

    private final Host host;

    @Option(
            names = "--operations",
            paramLabel = "N",
            defaultValue = "20000",
            description = "what people do, at least (default: ${DEFAULT-VALUE})")
    private long operations;

    @Option(names = "--seed", paramLabel = "S", description = "where to begin; the same seed is the same run")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "folder with connections.yaml, mapping.yaml and lifecycle.yaml; without it the example's")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description =
                    "instead of random lives the one of --seed with these operations, one a line as they are printed")
    private Optional<Path> replay = Optional.empty();

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "how many lives are lived at once, with the same outcome (default: one per processor)")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Mixin
    private final OutputOption output = new OutputOption();

    public SimulateCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() throws InvalidConfiguration {
        if (jobs < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--jobs is how many lives are lived at once, so at least one.");
        }
        if (operations < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--operations is how much people do, so at least one.");
        }
        SimulationReport report = replay.isPresent() ? replayed(replay.get()) : run();
        if (output.isJson()) {
            OutputOption.print(report, host.out());
        } else {
            report.print(host.out());
        }
        return report.exit().code();
    }

    private SimulationReport run() throws InvalidConfiguration {
        long first = seed.orElseGet(() -> (long) new SecureRandom().nextInt(1_000_000_000));
        Simulation simulation = new Simulation(setup(configuration()));
        host.err().printf(Locale.ROOT, "simulating %,d operations from seed %d%n", operations, first);
        return report(operations, bar -> simulation.run(operations, first, jobs, bar));
    }

    private SimulationReport replayed(Path file) throws InvalidConfiguration {
        long life = seed.orElseThrow(() -> new CommandFailure(
                ExitCode.USAGE, "--replay needs the --seed of the life that its operations are of."));
        List<Operation> those = operations(file);
        Simulation simulation = new Simulation(setup(configuration()));
        return report(those.size(), bar -> simulation.replay(life, those));
    }

    private static List<Operation> operations(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(l -> !l.isBlank())
                    .map(Operation::of)
                    .toList();
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The file " + file + " cannot be read: check that it is there, is text in UTF-8, and may be read.",
                    e);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.FAILED, "The file " + file + ": " + e.getMessage(), e);
        }
    }

    private SimulationReport report(long length, Function<Progress, Outcome> lives) {
        LifeBar bar = new LifeBar(host, length);
        try {
            Outcome outcome = lives.apply(bar);
            return SimulationReport.of(outcome, bar.perSecond(outcome.counts().operations()));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(
                    ExitCode.FAILED, "The mapping does not fit the pretended CRMs:\n" + e.getMessage(), e);
        } finally {
            bar.end();
        }
    }

    private Configuration configuration() throws InvalidConfiguration {
        if (config.isPresent()) {
            return new ConfigurationFolder(config.get(), host.providers(), host.variables()).read();
        }
        try (ExampleFolder example = ExampleFolder.write()) {
            return new ConfigurationFolder(example.folder(), host.providers(), host.variables()).read();
        }
    }

    private static Setup setup(Configuration configuration) {
        return new Setup(crm(configuration, "hubspot"), crm(configuration, "salesforce"), configuration.mappings());
    }

    private static CrmId crm(Configuration configuration, String type) {
        return configuration.connections().entrySet().stream()
                .filter(e -> e.getValue().provider().type().equals(type))
                .map(e -> e.getKey())
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.FAILED,
                        "connections.yaml names no CRM of type " + type + ": only both can be simulated"));
    }
}
