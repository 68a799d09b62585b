package io.smarketing.daemon.command.run;

import io.smarketing.core.sync.loop.BlastRadius.GuardStop;
import io.smarketing.daemon.command.CommandFailure;
import io.smarketing.daemon.command.ConfigOption;
import io.smarketing.daemon.command.ExitCode;
import io.smarketing.daemon.command.Host;
import io.smarketing.daemon.command.OutputOption;
import io.smarketing.daemon.command.Version;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.InvalidConfiguration;
import io.smarketing.daemon.serve.CleanEnd;
import io.smarketing.daemon.serve.Keeper;
import io.smarketing.daemon.serve.Opening;
import io.smarketing.daemon.serve.PortFile;
import io.smarketing.daemon.serve.Watchers;
import io.smarketing.daemon.wiring.Ending;
import io.smarketing.daemon.wiring.Wiring;
import io.smarketing.store.SqliteStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Keeps both CRMs in step until it is stopped. */
@Command(
        name = "run",
        description = {
            "Keeps both CRMs in step until it is stopped (Ctrl-C, SIGTERM).",
            "It tells how it is on a port of loopback. It goes on by itself after outages and granted permissions; only a guard ends it."
        })
public final class RunCommand implements Callable<Integer> {

    private final Host host;
    private final InstantSource clock = InstantSource.system();

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final ServeOptions options = new ServeOptions();

    @Mixin
    private final OutputOption output = new OutputOption();

    public RunCommand(Host host) {
        this.host = host;
    }

    /** Where a running daemon tells how it is; its JSON form is what {@code run --output json} prints. */
    private record Running(String health, String metrics) {}

    @Override
    public Integer call() throws InvalidConfiguration {
        Configuration configuration = config.read(host);
        options.format().use();
        SqliteStore.requireFree(configuration.store());
        try (Watchers watchers = new Watchers(clock, options.address());
                PortFile ports = new PortFile(configuration.store())) {
            keep(watchers, ports, configuration.polling());
            return ExitCode.FINE.code();
        } catch (GuardStop e) {
            throw new CommandFailure(ExitCode.GUARDED, e.getMessage() + " Then start it again.", e);
        }
    }

    private void keep(Watchers watchers, PortFile ports, Duration polling) throws GuardStop {
        Ending ending = new Ending();
        CleanEnd end = new CleanEnd(ending, watchers.events());
        Opening opening = listener -> {
            Wiring wiring = new Wiring(config.read(host), listener, ending);
            ports.write(watchers.healthUrl().getPort());
            return wiring;
        };
        try (Keeper keeper = new Keeper(opening, watchers, ending, clock, polling)) {
            tell(watchers, polling);
            keeper.keep();
        } finally {
            end.finished();
        }
    }

    private void tell(Watchers watchers, Duration polling) {
        Running running = new Running(
                watchers.healthUrl().toString(), watchers.metricsUrl().toString());
        if (output.isJson()) {
            OutputOption.print(running, host.out());
        } else {
            host.out().println("Health at " + running.health() + ", metrics at " + running.metrics());
        }
        watchers.events()
                .note(
                        "started",
                        "version",
                        Version.current(),
                        "pid",
                        ProcessHandle.current().pid(),
                        "polling_seconds",
                        polling.toSeconds(),
                        "health",
                        running.health());
    }
}
