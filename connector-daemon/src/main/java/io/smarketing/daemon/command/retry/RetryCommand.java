package io.smarketing.daemon.command.retry;

import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.person.Person;
import io.smarketing.core.report.Archive.Found;
import io.smarketing.daemon.command.CommandFailure;
import io.smarketing.daemon.command.ConfigOption;
import io.smarketing.daemon.command.Counted;
import io.smarketing.daemon.command.ExitCode;
import io.smarketing.daemon.command.Host;
import io.smarketing.daemon.command.OutputOption;
import io.smarketing.daemon.command.explain.Shelf;
import io.smarketing.daemon.command.parked.Causes;
import io.smarketing.daemon.command.value.Port;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.InvalidConfiguration;
import io.smarketing.daemon.serve.PortFile;
import io.smarketing.store.SqliteStore;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Has what is parked tried once more: by the daemon that runs, or by the next run. */
@Command(
        name = "retry",
        description = {
            "Has what is parked tried once more, as it is.",
            "The daemon that runs does so now, else the next sync or run. Every run does so when it begins; this is for those who have put something right and do not want to wait."
        })
public final class RetryCommand implements Callable<Integer> {

    private final Host host;

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final OutputOption output = new OutputOption();

    @Option(
            names = "--http-port",
            paramLabel = "P",
            converter = Port.class,
            description = "port of the running daemon; known by itself if it runs on this configuration's store")
    private Optional<Integer> port = Optional.empty();

    /** Which rows. */
    private static final class Which {
        @Option(
                names = "--cause",
                paramLabel = "CAUSE",
                converter = Causes.class,
                completionCandidates = Causes.class,
                description = "what is parked for that cause: ${COMPLETION-CANDIDATES}")
        private Optional<FailureKind> cause = Optional.empty();

        @Option(
                names = "--person",
                paramLabel = "WHO",
                description =
                        "what is parked of one person, company or deal: an e-mail address, a record's id, our id or key")
        private Optional<String> person = Optional.empty();

        @Option(names = "--all", description = "all that is parked")
        private boolean all;
    }

    public RetryCommand(Host host) {
        this.host = host;
    }

    /**
     * What came of it.
     *
     * @param rows parked rows that were asked for
     * @param now whether a running daemon tries them now
     */
    private record Outcome(long rows, boolean now) {}

    @Override
    public Integer call() throws InvalidConfiguration {
        Configuration configuration = config.read(host);
        long rows = rows(configuration);
        Outcome outcome = new Outcome(rows, rows > 0 && isTakenByDaemon(configuration));
        tell(outcome);
        return ExitCode.FINE.code();
    }

    private void tell(Outcome outcome) {
        if (output.isJson()) {
            OutputOption.print(outcome, host.out());
        } else if (outcome.rows() == 0) {
            host.out().println("Nothing of that is parked.");
        } else if (outcome.now()) {
            host.out()
                    .println(
                            "The running daemon now tries all that is parked, " + words(outcome.rows()) + " among it.");
        } else {
            host.out().println("No daemon is running: the next `sync` or `run` tries " + words(outcome.rows()) + ".");
        }
        host.out().flush();
    }

    private static String words(long rows) {
        return (rows == 1 ? "this " : "these ") + Counted.of(rows, "row");
    }

    private boolean isTakenByDaemon(Configuration configuration) {
        OptionalInt noted = new PortFile(configuration.store()).read();
        boolean taken = port.isPresent()
                ? new RunningDaemon(port.get()).retries()
                : noted.isPresent() && new RunningDaemon(noted.getAsInt()).retries();
        if (port.isPresent() && !taken) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "No daemon of ours answers on port " + port.get() + ": `run` prints its port when it starts.");
        }
        return taken;
    }

    private long rows(Configuration configuration) {
        try (SqliteStore store = SqliteStore.openToRead(configuration.store())) {
            if (which.person.isEmpty()) {
                return store.overview(configuration.mappings().keySet()).parkedByCause().entrySet().stream()
                        .filter(e -> which.cause.map(e.getKey()::equals).orElse(true))
                        .mapToLong(e -> e.getValue())
                        .sum();
            }
            List<Shelf> shelves =
                    Shelf.search(configuration, store, which.person.orElse("").strip());
            if (shelves.isEmpty()) {
                throw new CommandFailure(ExitCode.FAILED, "Nobody is known so: `explain` tells what is looked for.");
            }
            return shelves.stream()
                    .mapToLong(s -> s.ledger().parked(records(s.found())).size())
                    .sum();
        }
    }

    private static Set<RecordRef> records(Found found) {
        Set<RecordRef> records = new HashSet<>();
        found.strangers().forEach(s -> records.add(s.ref()));
        for (Person person : found.people()) {
            person.holdings().values().forEach(held -> records.addAll(held.all()));
        }
        return records;
    }
}
