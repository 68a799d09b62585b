package io.smarketing.daemon.command.commitments;

import io.smarketing.core.commitment.Account;
import io.smarketing.core.commitment.Reckoning;
import io.smarketing.core.commitment.Reckoning.Owners;
import io.smarketing.core.sla.terms.Period;
import io.smarketing.daemon.command.CommandFailure;
import io.smarketing.daemon.command.ConfigOption;
import io.smarketing.daemon.command.ExitCode;
import io.smarketing.daemon.command.Harmless;
import io.smarketing.daemon.command.Host;
import io.smarketing.daemon.command.OutputOption;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.InvalidConfiguration;
import io.smarketing.daemon.wiring.Ratification;
import io.smarketing.store.SqliteStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells how the promises of a period stand, from the store alone. */
@Command(
        name = "commitments",
        description = {
            "Tells how what was promised for a week, month or quarter stands.",
            "That is what came so far, what is to be expected by now, and where less came than before. No CRM is called."
        })
public final class CommitmentsCommand implements Callable<Integer> {

    private final Host host;

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            description = "that week, month or quarter, such as 2026-W45, 2026-10, 2026-Q4 (default: those that run)")
    private Optional<String> period = Optional.empty();

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final OutputOption output = new OutputOption();

    public CommitmentsCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() throws InvalidConfiguration {
        Optional<Period> asked = period.map(CommitmentsCommand::named);
        Configuration configuration = config.read(host);
        try (SqliteStore store = SqliteStore.openToRead(configuration.store())) {
            Instant upTo =
                    store.overview(configuration.mappings().keySet()).readUpTo().orElse(Instant.EPOCH);
            Reckoning reckoning = new Reckoning(
                    new Ratification(configuration, store).versions(), store.commitments(), Owners.UNKNOWN);
            List<Account> accounts = asked.map(p -> reckoning.of(p, upTo)).orElseGet(() -> reckoning.running(upTo));
            if (output.isJson()) {
                OutputOption.print(CommitmentsJson.of(accounts, upTo), host.out());
            } else {
                CommitmentsText.of(accounts, upTo).forEach(host.out()::println);
                host.out().flush();
            }
        }
        return ExitCode.FINE.code();
    }

    private static Period named(String name) {
        return Period.named(name)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "'" + Harmless.text(name) + "' is no period: name a week as 2026-W45, a month as 2026-10, or a"
                                + " quarter as 2026-Q4."));
    }
}
