package io.smarketing.daemon.command.plan;

import io.smarketing.daemon.command.AtLeastZero;
import io.smarketing.daemon.command.ConfigOption;
import io.smarketing.daemon.command.ExitCode;
import io.smarketing.daemon.command.Host;
import io.smarketing.daemon.command.OutputOption;
import io.smarketing.daemon.command.sync.Progress;
import io.smarketing.daemon.command.sync.SyncRun;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.InvalidConfiguration;
import io.smarketing.daemon.wiring.DryWiring;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what the next round would write, and writes nothing. */
@Command(
        name = "plan",
        description = {
            "Tells what the next round would write, and writes nothing.",
            "It tells it per record and field, before and after. It reads both CRMs as a round does, and may be run beside a running daemon. It prints people's values."
        })
public final class PlanCommand implements Callable<Integer> {

    private final Host host;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final OutputOption output = new OutputOption();

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = AtLeastZero.class,
            defaultValue = "20",
            description = "show the first N records in full; all are counted (default: ${DEFAULT-VALUE})")
    private int limit;

    public PlanCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() throws InvalidConfiguration {
        Configuration configuration = config.read(host);
        Progress progress = new Progress(host.err(), host.isWatched(), InstantSource.system());
        progress.planning();
        DryWiring.Outcome outcome = SyncRun.told(() -> new DryWiring(configuration, progress).plan(limit));
        if (output.isJson()) {
            OutputOption.print(PlanJson.of(outcome), host.out());
        } else {
            new PlanText(outcome, configuration.mapping(), host.out()).print();
        }
        return (outcome.plan().stop().isPresent() ? ExitCode.GUARDED : ExitCode.FINE).code();
    }
}
