package io.smarketing.daemon.command.demo;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.sync.Parked;
import io.smarketing.core.sync.loop.BlastRadius.GuardStop;
import io.smarketing.core.sync.loop.SyncLoop.Result;
import io.smarketing.daemon.command.Host;
import io.smarketing.daemon.command.OutputOption;
import io.smarketing.daemon.command.ParkedRows;
import io.smarketing.daemon.command.Stopped;
import io.smarketing.daemon.command.sandbox.RehearsalFolder;
import io.smarketing.daemon.command.sync.Progress;
import io.smarketing.daemon.command.sync.SyncReport;
import io.smarketing.daemon.command.sync.SyncRun;
import io.smarketing.daemon.config.ConfigurationFolder;
import io.smarketing.daemon.config.InvalidConfiguration;
import io.smarketing.daemon.wiring.Wiring;
import io.smarketing.sandbox.data.Replay;
import io.smarketing.sandbox.server.Sandbox;
import io.smarketing.sandbox.server.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the main job without any account: a sandbox is started, filled, and brought in step. */
@Command(
        name = "demo",
        description = {
            "Shows the main job without any account, on a HubSpot portal and a Salesforce org of its own.",
            "It starts and fills them on loopback, brings them in step as if they were real, replays later edits, and prints"
                    + " what came of it."
        })
public final class DemoCommand implements Callable<Integer> {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Host host;
    private final InstantSource clock = InstantSource.system();

    @Option(names = "--once", required = true, description = "end when both are in step")
    private boolean once;

    @Option(names = "--data", paramLabel = "DIR", description = "folder with exports; without it a built-in sample")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--latency", paramLabel = "TIME", description = "how long every answer takes, such as 100ms")
    private Optional<String> latency = Optional.empty();

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
            Runnable close = sandbox::close;
            Stopped stopped = Stopped.then(() -> {
                host.err().println();
                delete(folder);
                close.run();
            });
            try {
                new RehearsalFolder(folder, sandbox).write();
                introduce(sandbox);
                return run(sandbox, folder);
            } finally {
                stopped.finished();
            }
        } finally {
            delete(folder);
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
        Instant start = clock.instant();
        long contacts = sandbox.loaded().rows().getOrDefault("hubspot/contacts.csv", 0);
        Progress progress = new Progress(host.err(), host.isWatched(), clock);
        progress.expect(new CrmId("hubspot"), contacts);
        var configuration = new ConfigurationFolder(folder, host.providers(), host.variables()).read();
        return SyncRun.on(configuration, progress, wiring -> {
            progress.counting(wiring::crms);
            Result result = wiring.loop().untilInStep(wiring.guard(true, true));
            boolean goesOn = result.inStep() && sandbox.loaded().timelineRows() > 0;
            Result all = goesOn ? live(sandbox, wiring, progress, result) : result;
            double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
            SyncReport sync = SyncReport.of(all, wiring.overview(), wiring.crms(), seconds);
            Replay.Progress replayed = sandbox.replay().progress();
            var timeline =
                    new DemoSummary.Timeline(replayed.done(), replayed.skipped().size());
            DemoSummary summary = DemoSummary.of(sync, timeline, wiring.overview());
            show(summary, wiring.overview().parked(ParkedRows.MOST_LISTED));
            return summary.exit().code();
        });
    }

    /** Lets the later edits happen while the sync goes on, until all have happened and both are in step again. */
    private static Result live(Sandbox sandbox, Wiring wiring, Progress progress, Result first)
            throws GuardStop, InterruptedException {
        progress.say(String.format(
                "In step. Now people edit on both sides: %,d edits of the data's timeline",
                sandbox.loaded().timelineRows()));
        sandbox.replay().start();
        Result all = first;
        boolean finished;
        do {
            finished = sandbox.replay().progress().waiting() == 0;
            Result next = wiring.loop().untilInStep(wiring.guard(true, true));
            all = new Result(
                    next.inStep(), all.rounds() + next.rounds(), all.all().plus(next.all()), next.last());
            if (!finished) {
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
            }
        } while (!finished && all.inStep());
        return all;
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
