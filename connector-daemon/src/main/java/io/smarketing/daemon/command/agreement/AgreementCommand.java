package io.smarketing.daemon.command.agreement;

import io.smarketing.daemon.command.CommandFailure;
import io.smarketing.daemon.command.ConfigOption;
import io.smarketing.daemon.command.ExitCode;
import io.smarketing.daemon.command.Harmless;
import io.smarketing.daemon.command.Host;
import io.smarketing.daemon.command.OutputOption;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.InvalidConfiguration;
import io.smarketing.daemon.config.agreement.Agreement;
import io.smarketing.daemon.config.agreement.Said;
import io.smarketing.daemon.wiring.Ratification;
import io.smarketing.store.SqliteStore;
import io.smarketing.store.clock.AcceptedAgreement;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what marketing and sales agreed: as it is, what changed, what was before, and as a page to sign. */
@Command(
        name = "agreement",
        description = {
            "Shows what marketing and sales promise each other (agreement.yaml).",
            "Without a further word: show. A version is kept for good when `sync` or `run` first reads it. No CRM is called."
        })
public final class AgreementCommand implements Callable<Integer> {

    private final Host host;
    private final InstantSource clock = InstantSource.system();

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final OutputOption output = new OutputOption();

    public AgreementCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() throws InvalidConfiguration {
        return show(config, output);
    }

    @Command(name = "show", description = "Tells the agreement as agreement.yaml has it.")
    int show(@Mixin ConfigOption where, @Mixin OutputOption form) throws InvalidConfiguration {
        Agreement agreement = agreement(where.read(host));
        if (form.isJson()) {
            OutputOption.print(AgreementJson.of(agreement, clock.instant()), host.out());
        } else {
            new AgreementText(agreement, clock.instant()).print(host.out());
        }
        return ExitCode.FINE.code();
    }

    @Command(
            name = "diff",
            description = "Tells what differs from the last accepted version, and whether it can be accepted so.")
    int diff(@Mixin ConfigOption where, @Mixin OutputOption form) throws InvalidConfiguration {
        Configuration configuration = where.read(host);
        Agreement agreement = agreement(configuration);
        List<AcceptedAgreement> accepted = accepted(configuration);
        Optional<AcceptedAgreement> last = accepted.stream().reduce((a, b) -> b);
        List<String> lines = Said.difference(last.map(AcceptedAgreement::said).orElse(Map.of()), agreement.said());
        Optional<String> against = Ratification.against(agreement, accepted, clock.instant());
        if (form.isJson()) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("from", last.map(AcceptedAgreement::version).orElse(""));
            told.put("to", agreement.version());
            told.put("changes", lines);
            told.put("refused", against.orElse(""));
            OutputOption.print(told, host.out());
        } else {
            PrintWriter out = host.out();
            out.println(last.map(a -> lines.isEmpty()
                            ? "Nothing differs from version " + a.version() + "."
                            : "From version " + a.version() + " to version " + agreement.version() + ":")
                    .orElse("Nothing has been accepted yet: all of version " + agreement.version() + " is new."));
            lines.forEach(line -> out.println("  " + Harmless.text(line)));
            against.ifPresent(why -> out.println("It cannot be accepted so: " + Harmless.text(why) + "."));
            out.flush();
        }
        return (against.isPresent() ? ExitCode.FAILED : ExitCode.FINE).code();
    }

    @Command(name = "history", description = "Tells all versions that were accepted, and from when each holds.")
    int history(@Mixin ConfigOption where, @Mixin OutputOption form) throws InvalidConfiguration {
        List<AcceptedAgreement> accepted = accepted(where.read(host));
        if (form.isJson()) {
            OutputOption.print(
                    Map.of("versions", accepted.stream().map(AgreementJson::of).toList()), host.out());
        } else {
            if (accepted.isEmpty()) {
                host.out().println("Nothing has been accepted yet: `sync` or `run` does.");
            }
            accepted.forEach(a -> host.out()
                    .println("version " + Harmless.text(a.version()) + " holds from " + a.effective() + ", accepted "
                            + a.accepted()));
            host.out().flush();
        }
        return ExitCode.FINE.code();
    }

    @Command(name = "print", description = "Makes a page (HTML) of the agreement, to be printed and signed.")
    int print(
            @Mixin ConfigOption where,
            @Option(names = "--to", paramLabel = "FILE", description = "write it there, not to standard output")
                    Optional<Path> to)
            throws InvalidConfiguration {
        Agreement agreement = agreement(where.read(host));
        String page = new AgreementPage(agreement).html();
        if (to.isEmpty()) {
            host.out().print(page);
            host.out().flush();
            return ExitCode.FINE.code();
        }
        write(page, to.get());
        host.out()
                .println("The agreement, version " + Harmless.text(agreement.version()) + ", is in " + to.get() + ".");
        host.out().flush();
        return ExitCode.FINE.code();
    }

    /** What somebody else wrote is not replaced. */
    private static void write(String page, Path file) {
        try {
            if (Files.exists(file) && !Files.readString(file).contains(AgreementPage.MARK)) {
                throw new CommandFailure(
                        ExitCode.FAILED, file + " is there, and is no page of this command: name another file.");
            }
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILED, "The page cannot be written to " + file + ": check the path.", e);
        }
    }

    private static Agreement agreement(Configuration configuration) {
        return configuration
                .agreement()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.FAILED,
                        "There is no agreement.yaml in " + configuration.folder()
                                + ": copy it from the example configuration, config/."));
    }

    private static List<AcceptedAgreement> accepted(Configuration configuration) {
        if (!Files.exists(configuration.store())) {
            return List.of();
        }
        try (SqliteStore store = SqliteStore.openToRead(configuration.store())) {
            return store.agreements();
        }
    }
}
