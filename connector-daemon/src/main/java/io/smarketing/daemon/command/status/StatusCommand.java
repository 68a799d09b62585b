package io.smarketing.daemon.command.status;

import io.smarketing.daemon.command.ConfigOption;
import io.smarketing.daemon.command.ExitCode;
import io.smarketing.daemon.command.Host;
import io.smarketing.daemon.command.OutputOption;
import io.smarketing.daemon.command.ParkedRows;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.InvalidConfiguration;
import io.smarketing.store.SqliteStore;
import io.smarketing.store.WholeOverview;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells how things stand, from the store alone. */
@Command(
        name = "status",
        description = {
            "Tells how things stand, without calling a CRM.",
            "That is people known, rounds, parked rows, and calls used."
        })
public final class StatusCommand implements Callable<Integer> {

    private final Host host;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final OutputOption output = new OutputOption();

    public StatusCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() throws InvalidConfiguration {
        Configuration configuration = config.read(host);
        StatusText text = read(configuration);
        if (output.isJson()) {
            OutputOption.print(text.status(), host.out());
        } else {
            text.print(host.out());
        }
        return (text.status().parked().isEmpty() ? ExitCode.FINE : ExitCode.PARKED).code();
    }

    private static StatusText read(Configuration configuration) {
        if (!Files.exists(configuration.store())) {
            return new StatusText(Status.nothingYet(configuration.workspace()), List.of());
        }
        try (SqliteStore store = SqliteStore.openToRead(configuration.store())) {
            WholeOverview overview = store.overview(configuration.mappings().keySet());
            return new StatusText(
                    Status.of(
                            configuration.workspace(),
                            store.accounts(),
                            overview,
                            Status.Agreed.of(
                                    store.clocks(),
                                    store.alerts().unsent(),
                                    store.ledger().outbox().waiting())),
                    overview.parked(ParkedRows.MOST_LISTED));
        }
    }
}
