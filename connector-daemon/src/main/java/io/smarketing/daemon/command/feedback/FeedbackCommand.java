package io.smarketing.daemon.command.feedback;

import io.smarketing.core.feedback.Answer;
import io.smarketing.core.feedback.Feedback;
import io.smarketing.core.feedback.Returned;
import io.smarketing.core.lead.Email;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.daemon.command.CommandFailure;
import io.smarketing.daemon.command.ConfigOption;
import io.smarketing.daemon.command.ExitCode;
import io.smarketing.daemon.command.Host;
import io.smarketing.daemon.command.OutputOption;
import io.smarketing.daemon.command.explain.Shelf;
import io.smarketing.daemon.command.role.RoleAddress;
import io.smarketing.daemon.command.role.Said;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.InvalidConfiguration;
import io.smarketing.store.SqliteStore;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the leads that sales sent back, and notes what marketing changed because of them. */
@Command(
        name = "feedback",
        description = {
            "Shows the leads that sales sent back, with the reason, and notes what marketing changed.",
            "It begins when the first agreement was accepted. Without a further word: list. No CRM is called; it may be"
                    + " run beside a running daemon."
        })
public final class FeedbackCommand implements Callable<Integer> {

    private final Host host;
    private final InstantSource clock = InstantSource.system();

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final OutputOption output = new OutputOption();

    public FeedbackCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() throws InvalidConfiguration {
        return list(false, config, output);
    }

    @Command(name = "list", description = "Lists those that marketing has not acknowledged, the oldest first.")
    int list(
            @Option(names = "--all", description = "also those that it has") boolean all,
            @Mixin ConfigOption where,
            @Mixin OutputOption form)
            throws InvalidConfiguration {
        Configuration configuration = where.read(host);
        if (!Files.exists(configuration.store())) {
            tell(List.of(), Map.of(), form);
            return ExitCode.FINE.code();
        }
        try (SqliteStore store = SqliteStore.openToRead(configuration.store())) {
            List<Feedback> some = store.feedback().all().stream()
                    .filter(f -> all || f.answer().isEmpty())
                    .toList();
            tell(some, people(some, store), form);
        }
        return ExitCode.FINE.code();
    }

    @Command(
            name = "acknowledge",
            description = {
                "Notes that marketing has seen why a lead was sent back, and what it changed.",
                "It is of the last pass that has no answer."
            })
    int acknowledge(
            @Parameters(
                            paramLabel = "WHO",
                            description = "an e-mail address, the id of a record, or our id or key of a person")
                    String who,
            @Option(
                            names = "--by",
                            required = true,
                            paramLabel = "ADDRESS",
                            converter = RoleAddress.class,
                            description = "the address of the role that says it")
                    Email by,
            @Option(
                            names = "--change",
                            required = true,
                            paramLabel = "TEXT",
                            converter = Said.class,
                            description = "what was changed because of it, or why nothing was")
                    String change,
            @Mixin ConfigOption where,
            @Mixin OutputOption form)
            throws InvalidConfiguration {
        Configuration configuration = where.read(host);
        try (SqliteStore store = SqliteStore.openToAdd(configuration.store())) {
            Optional<PersonId> asked =
                    Shelf.onePerson(configuration, store, who).map(Person::id);
            Returned lead = store.feedback().all().stream()
                    .filter(f -> asked.equals(Optional.of(f.lead().person()))
                            && f.answer().isEmpty())
                    .map(Feedback::lead)
                    .max(Comparator.comparing(Returned::pass))
                    .orElseThrow(
                            () -> new CommandFailure(
                                    ExitCode.FAILED,
                                    "Of nobody known so is anything to be acknowledged: `feedback list` tells of whom there is."));
            store.feedback().acknowledge(new Answer(lead.person(), lead.pass(), clock.instant(), by.address(), change));
            List<Feedback> now = store.feedback().all().stream()
                    .filter(f -> asked.equals(Optional.of(f.lead().person())))
                    .toList();
            tell(now, people(now, store), form);
        }
        return ExitCode.FINE.code();
    }

    private static Map<PersonId, Person> people(List<Feedback> some, SqliteStore store) {
        return store.people().people(some.stream().map(f -> f.lead().person()).collect(Collectors.toSet()));
    }

    private void tell(List<Feedback> some, Map<PersonId, Person> people, OutputOption form) {
        Instant now = clock.instant();
        if (form.isJson()) {
            OutputOption.print(
                    some.stream().map(f -> FeedbackLines.json(f, people, now)).toList(), host.out());
        } else {
            FeedbackLines.text(some, people, now).forEach(host.out()::println);
            host.out().flush();
        }
    }
}
