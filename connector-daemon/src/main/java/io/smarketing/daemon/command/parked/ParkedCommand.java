package io.smarketing.daemon.command.parked;

import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.report.Overview;
import io.smarketing.daemon.command.AtLeastZero;
import io.smarketing.daemon.command.ConfigOption;
import io.smarketing.daemon.command.ExitCode;
import io.smarketing.daemon.command.Host;
import io.smarketing.daemon.command.OutputOption;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.InvalidConfiguration;
import io.smarketing.store.SqliteStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what is put aside, by cause, with what can be done about it. */
@Command(
        name = "parked",
        description = {
            "Lists what is put aside, by cause, with what to do about it.",
            "It calls no CRM, and may be run beside a running daemon."
        })
public final class ParkedCommand implements Callable<Integer> {

    private final Host host;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final OutputOption output = new OutputOption();

    @Option(
            names = "--cause",
            paramLabel = "CAUSE",
            converter = Causes.class,
            completionCandidates = Causes.class,
            description = "only what is parked for that cause: ${COMPLETION-CANDIDATES}")
    private Optional<FailureKind> cause = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = AtLeastZero.class,
            defaultValue = "100",
            description = "list so many rows per cause, the oldest first (default: ${DEFAULT-VALUE})")
    private int limit;

    public ParkedCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() throws InvalidConfiguration {
        Configuration configuration = config.read(host);
        Path file = configuration.store();
        if (!Files.exists(file)) {
            show(Map.of(), (kind, each) -> {});
            return ExitCode.FINE.code();
        }
        try (SqliteStore store = SqliteStore.openToRead(file)) {
            Overview overview = store.overview(configuration.mappings().keySet());
            Map<FailureKind, Long> counts = new EnumMap<>(FailureKind.class);
            counts.putAll(overview.parkedByCause());
            cause.ifPresent(only -> counts.keySet().retainAll(java.util.Set.of(only)));
            show(counts, (kind, each) -> overview.parked(kind, limit, each));
            return (counts.isEmpty() ? ExitCode.FINE : ExitCode.PARKED).code();
        }
    }

    private void show(Map<FailureKind, Long> counts, ParkedList.Rows rows) {
        ParkedList list = new ParkedList(counts, rows);
        if (output.isJson()) {
            list.json(host.out());
        } else {
            list.print(host.out());
        }
    }
}
