package io.smarketing.daemon.command.excuse;

import io.smarketing.core.lead.Email;
import io.smarketing.core.person.Person;
import io.smarketing.core.sync.watch.ClockRow;
import io.smarketing.core.sync.watch.Excuse;
import io.smarketing.daemon.command.CommandFailure;
import io.smarketing.daemon.command.ConfigOption;
import io.smarketing.daemon.command.ExitCode;
import io.smarketing.daemon.command.Harmless;
import io.smarketing.daemon.command.Host;
import io.smarketing.daemon.command.OutputOption;
import io.smarketing.daemon.command.explain.Shelf;
import io.smarketing.daemon.command.role.RoleAddress;
import io.smarketing.daemon.command.role.Said;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.InvalidConfiguration;
import io.smarketing.daemon.config.agreement.Agreement;
import io.smarketing.store.SqliteStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Excuses one promise about one person, in the name of somebody who may. */
@Command(
        name = "excuse",
        description = {
            "Excuses a promise of sales about one person, with a reason.",
            "It is done in the name of somebody whom agreement.yaml lists under may-excuse, is kept for good and shown"
                    + " beside the breach, and nobody is told of that promise any more; how its clock stands is not"
                    + " changed. It may be run beside a running daemon."
        })
public final class ExcuseCommand implements Callable<Integer> {

    private final Host host;
    private final InstantSource clock = InstantSource.system();

    @Parameters(
            index = "0",
            paramLabel = "WHO",
            description = "the person: an e-mail address, the id of a record, or our id or key")
    private String who = "";

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final OutputOption output = new OutputOption();

    @Option(names = "--clock", paramLabel = "NAME", required = true, description = "the promise, such as first-touch")
    private String promise = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, converter = Said.class, description = "why")
    private String reason = "";

    @Option(
            names = "--by",
            paramLabel = "ADDRESS",
            required = true,
            converter = RoleAddress.class,
            description = "the address of the role that excuses it")
    private Email by = new Email("-");

    public ExcuseCommand(Host host) {
        this.host = host;
    }

    /** What was excused; its JSON form is what {@code excuse --output json} prints. */
    private record Excused(String person, List<String> records, String promise, int pass, String state) {}

    @Override
    public Integer call() throws InvalidConfiguration {
        Configuration configuration = config.read(host);
        requireAllowed(configuration);
        try (SqliteStore store = SqliteStore.openToAdd(configuration.store())) {
            Person person = person(configuration, store);
            ClockRow row = row(person, store);
            store.clocks().excuse(new Excuse(row.person(), row.pass(), row.promise(), clock.instant(), by, reason));
            tell(person, row);
        }
        return ExitCode.FINE.code();
    }

    /** Whom it is about is told by the records: what a lead typed is not repeated. */
    private void tell(Person person, ClockRow row) {
        List<String> records = person.holdings().values().stream()
                .map(held -> held.principal().toString())
                .toList();
        String state = row.reading().state().word();
        if (output.isJson()) {
            OutputOption.print(
                    new Excused(row.person().toString(), records, row.promise(), row.pass(), state), host.out());
        } else {
            host.out()
                    .println("The promise " + Harmless.text(row.promise()) + " about "
                            + Harmless.text(String.join(", ", records)) + ", which is " + state + ", is excused.");
            host.out().flush();
        }
    }

    private void requireAllowed(Configuration configuration) {
        List<String> allowed =
                configuration.agreement().map(Agreement::excusers).orElse(List.of());
        if (allowed.stream().map(Email::new).noneMatch(by::equals)) {
            throw failed("'" + Harmless.text(by.address()) + "' may not excuse a promise: agreement.yaml lists who may,"
                    + " under may-excuse.");
        }
    }

    private Person person(Configuration configuration, SqliteStore store) {
        return Shelf.onePerson(configuration, store, who)
                .orElseThrow(() -> failed("Nobody is known as '" + Harmless.text(who) + "'."));
    }

    /** Of the present pass. */
    private ClockRow row(Person person, SqliteStore store) {
        List<ClockRow> rows = store.clocks().clocks(Set.of(person.id())).stream()
                .filter(r ->
                        r.isPromise() && r.pass() == person.progress().pass().number())
                .toList();
        return rows.stream()
                .filter(r -> r.promise().equals(promise))
                .findFirst()
                .orElseThrow(
                        () -> failed("Nothing called '" + Harmless.text(promise) + "' is promised about this person"
                                + (rows.isEmpty() ? "." : ": " + Harmless.text(names(rows)) + " is.")));
    }

    private static String names(List<ClockRow> rows) {
        return String.join(", ", rows.stream().map(ClockRow::promise).toList());
    }

    private static CommandFailure failed(String sentence) {
        return new CommandFailure(ExitCode.FAILED, sentence);
    }
}
