package io.smarketing.daemon.command.demo;

import io.smarketing.core.sync.Parked;
import io.smarketing.daemon.command.Host;
import io.smarketing.daemon.command.OutputOption;
import io.smarketing.daemon.command.ParkedRows;
import io.smarketing.daemon.command.Stopped;
import io.smarketing.daemon.command.run.ServeOptions;
import io.smarketing.daemon.command.sandbox.RehearsalFolder;
import io.smarketing.daemon.command.sync.Progress;
import io.smarketing.daemon.command.sync.SyncRun;
import io.smarketing.daemon.config.ConfigurationFolder;
import io.smarketing.daemon.config.InvalidConfiguration;
import io.smarketing.daemon.wiring.Ending;
import io.smarketing.sandbox.server.Sandbox;
import io.smarketing.sandbox.server.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the main job without any account: a sandbox is started, filled, and brought in step. */
@Command(
        name = "demo",
        description = {
            "Shows the main job without any account.",
            "It starts and fills a HubSpot portal and a Salesforce org on loopback, brings them in step as if they were real, replays later edits, prints"
                    + " what came of it, and stays up until it is stopped (Ctrl-C)."
        })
public final class DemoCommand implements Callable<Integer> {

    private final Host host;
    private final InstantSource clock = InstantSource.system();

    @Option(names = "--once", description = "end when both are in step, instead of staying up")
    private boolean once;

    @Option(names = "--data", paramLabel = "DIR", description = "folder with exports; without it a built-in sample")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--latency", paramLabel = "TIME", description = "how long every answer takes, such as 100ms")
    private Optional<String> latency = Optional.empty();

    @Option(
            names = "--webhooks",
            description = "while it stays up: HubSpot tells of edits by webhooks, and is asked every 30 s only")
    private boolean webhooks;

    @Mixin
    private final ServeOptions serve = new ServeOptions();

    @Mixin
    private final OutputOption output = new OutputOption();

    public DemoCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() throws InvalidConfiguration {
        SandboxSettings settings =
                data.map(SandboxSettings.defaults()::withData).orElse(SandboxSettings.defaults());
        SandboxSettings timed =
                latency.map(t -> settings.withFault("latency", t)).orElse(settings);
        Path folder = temporaryFolder();
        try (Sandbox sandbox = Sandbox.start(timed)) {
            new RehearsalFolder(folder, sandbox).write();
            introduce(sandbox);
            return once
                    ? once(sandbox, folder)
                    : new StandingDemo(host, sandbox, folder, serve, output, webhooks)
                            .run(() -> delete(folder))
                            .code();
        } finally {
            delete(folder);
        }
    }

    private int once(Sandbox sandbox, Path folder) throws InvalidConfiguration {
        Runnable close = sandbox::close;
        Stopped stopped = Stopped.then(() -> {
            host.err().println();
            delete(folder);
            close.run();
        });
        try {
            return run(sandbox, folder);
        } finally {
            stopped.finished();
        }
    }

    private void introduce(Sandbox sandbox) {
        var access = sandbox.access();
        host.err()
                .println("HubSpot portal at " + access.hubspot().url() + ", Salesforce org at "
                        + access.salesforce().url());
        sandbox.loaded().rows().forEach((file, rows) -> host.err().printf("  %,d rows of %s%n", rows, file));
        sandbox.loaded().badRows().forEach(bad -> host.err().println("  left out: " + bad));
        host.err().flush();
    }

    private int run(Sandbox sandbox, Path folder) throws InvalidConfiguration {
        Progress progress = new Progress(host.err(), host.isWatched(), clock);
        var configuration = new ConfigurationFolder(folder, host.providers(), host.variables()).read();
        DemoRun run = new DemoRun(sandbox, progress, new Ending(), clock);
        return SyncRun.on(configuration, progress, wiring -> {
            DemoSummary summary = run.with(wiring);
            show(summary, wiring.overview().parked(ParkedRows.MOST_LISTED));
            return summary.exit().code();
        });
    }

    private void show(DemoSummary summary, List<Parked> parked) {
        if (output.isJson()) {
            OutputOption.print(summary, host.out());
        } else {
            summary.print(host.out(), parked);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("smarketing-demo");
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary folder cannot be made", e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
