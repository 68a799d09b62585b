package io.smarketing.daemon.command.demo;

import io.smarketing.core.sync.loop.BlastRadius.GuardStop;
import io.smarketing.daemon.command.CommandFailure;
import io.smarketing.daemon.command.ExitCode;
import io.smarketing.daemon.command.Host;
import io.smarketing.daemon.command.OutputOption;
import io.smarketing.daemon.command.ParkedRows;
import io.smarketing.daemon.command.run.ServeOptions;
import io.smarketing.daemon.command.sandbox.RehearsalFolder;
import io.smarketing.daemon.command.sync.Progress;
import io.smarketing.daemon.command.sync.SyncRun;
import io.smarketing.daemon.config.ConfigurationFolder;
import io.smarketing.daemon.serve.CleanEnd;
import io.smarketing.daemon.serve.Keeper;
import io.smarketing.daemon.serve.Opening;
import io.smarketing.daemon.serve.Watchers;
import io.smarketing.daemon.wiring.Ending;
import io.smarketing.daemon.wiring.Wiring;
import io.smarketing.sandbox.server.Sandbox;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** A demo that stays up after it has summed up, as the daemon does, and tells how to see it at work. */
final class StandingDemo {

    private static final String WEBHOOKS = "/hubspot/webhooks";

    private final Host host;
    private final Sandbox sandbox;
    private final Path folder;
    private final ServeOptions options;
    private final OutputOption output;
    private final boolean webhooks;
    private final InstantSource clock = InstantSource.system();
    private final Ending ending = new Ending();

    /**
     * @param folder holds the configuration for the sandbox
     * @param webhooks whether the portal tells of edits
     */
    StandingDemo(Host host, Sandbox sandbox, Path folder, ServeOptions options, OutputOption output, boolean webhooks) {
        this.host = host;
        this.sandbox = sandbox;
        this.folder = folder;
        this.options = options;
        this.output = output;
        this.webhooks = webhooks;
    }

    /**
     * Runs until the process is told to end.
     *
     * @param clear removes what it leaves; the process is gone soon after
     */
    ExitCode run(Runnable clear) {
        try (Watchers watchers = new Watchers(clock, options.address())) {
            if (webhooks) {
                String url = watchers.url(WEBHOOKS).toString();
                new RehearsalFolder(folder, sandbox, Optional.of(url)).write();
                sandbox.fault("hubspot.webhook-url", url);
            }
            CleanEnd end = new CleanEnd(ending, watchers.events());
            Opening opening = listener -> new Wiring(
                    new ConfigurationFolder(folder, host.providers(), host.variables()).read(), listener, ending);
            try (Keeper keeper = new Keeper(opening, watchers, ending, clock, polling())) {
                run(watchers, keeper);
            } finally {
                sandbox.close();
                clear.run();
                end.finished();
            }
        } catch (GuardStop e) {
            throw new CommandFailure(ExitCode.GUARDED, e.getMessage(), e);
        }
        return ExitCode.FINE;
    }

    private void run(Watchers watchers, Keeper keeper) throws GuardStop {
        host.err().println("Health at " + watchers.healthUrl() + ", metrics at " + watchers.metricsUrl());
        Progress progress = new Progress(host.err(), host.isWatched(), clock);
        watchers.listeners().add(progress);
        try {
            SyncRun.told(() -> {
                show(new DemoRun(sandbox, progress, ending, clock).with(keeper.open()), keeper.open());
                return ExitCode.FINE;
            });
        } catch (CommandFailure | CancellationException e) {
            if (!ending.isWished()) {
                throw e;
            }
        }
        watchers.listeners().remove(progress);
        if (!ending.isWished()) {
            hint(watchers, output.isJson() ? host.err() : host.out());
            options.format().use();
            keeper.keep();
        }
    }

    private Duration polling() {
        return Duration.ofSeconds(webhooks ? 30 : 2);
    }

    private void show(DemoSummary summary, Wiring wiring) {
        if (output.isJson()) {
            OutputOption.print(summary, host.out());
        } else {
            summary.print(host.out(), wiring.overview().parked(ParkedRows.MOST_LISTED));
        }
    }

    private void hint(Watchers watchers, PrintWriter out) {
        out.println();
        out.println("Both CRMs stay up, and in step: changes are looked for every "
                + polling().toSeconds() + " s" + (webhooks ? ", and HubSpot tells of its own at once." : "."));
        EditHints.of(sandbox).ifPresent(hints -> hints.print(out));
        out.println("How the daemon is, and its figures:");
        out.println("  curl -sS " + watchers.healthUrl());
        out.println("  curl -sS " + watchers.metricsUrl() + " | grep ^smarketing");
        out.println("Stop it with Ctrl-C; nothing is stored.");
        out.flush();
    }
}
