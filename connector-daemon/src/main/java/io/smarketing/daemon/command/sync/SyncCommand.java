package io.smarketing.daemon.command.sync;

import io.smarketing.core.sync.loop.SyncLoop.Result;
import io.smarketing.daemon.command.ConfigOption;
import io.smarketing.daemon.command.Host;
import io.smarketing.daemon.command.OutputOption;
import io.smarketing.daemon.command.ParkedRows;
import io.smarketing.daemon.command.Stopped;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.InvalidConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings both CRMs in step: rounds in both directions until one writes nothing. */
@Command(
        name = "sync",
        description = {
            "Brings both CRMs in step once.",
            "It makes rounds in both directions until a round writes nothing, at most 10. It may be stopped at any time; the next run goes on where it stopped."
        })
public final class SyncCommand implements Callable<Integer> {

    private static final String STOPPED = "Stopped: the next run goes on where this one was.";

    private final Host host;
    private final InstantSource clock = InstantSource.system();

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final OutputOption output = new OutputOption();

    @Option(names = "--once", required = true, description = "run until both are in step, then end")
    private boolean once;

    @Option(names = "--sweep", description = "go through everybody first, not only through what changed")
    private boolean sweep;

    @Option(names = "--allow-changes", description = "let this run change more people than guards.changes allows")
    private boolean allowChanges;

    @Option(names = "--allow-creates", description = "let this run create more people than guards.creates allows")
    private boolean allowCreates;

    public SyncCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() throws InvalidConfiguration {
        Configuration configuration = config.read(host);
        Instant start = clock.instant();
        Progress progress = new Progress(host.err(), host.isWatched(), clock);
        Stopped stopped = Stopped.then(() -> progress.say(STOPPED));
        try {
            return run(configuration, progress, start);
        } finally {
            stopped.finished();
        }
    }

    private int run(Configuration configuration, Progress progress, Instant start) {
        return SyncRun.on(configuration, progress, wiring -> {
            progress.counting(wiring::crms);
            if (sweep) {
                wiring.loop().sweep(Instant.MAX);
            }
            Result result = wiring.loop().untilSwept(wiring.guard(allowChanges, allowCreates));
            wiring.outgoing().sendAll();
            double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
            SyncReport report = SyncReport.of(result, wiring.overview(), wiring.crms(), seconds);
            if (output.isJson()) {
                OutputOption.print(report, host.out());
            } else {
                report.print(
                        host.out(),
                        report.causes().isEmpty()
                                ? List.of()
                                : wiring.overview().parked(ParkedRows.MOST_LISTED));
            }
            return report.exit().code();
        });
    }
}
