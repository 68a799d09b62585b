package io.smarketing.daemon.command.misses;

import io.smarketing.core.commitment.Miss;
import io.smarketing.core.commitment.Miss.State;
import io.smarketing.core.commitment.Remark;
import io.smarketing.core.commitment.Remark.Kind;
import io.smarketing.core.lead.Email;
import io.smarketing.daemon.command.CommandFailure;
import io.smarketing.daemon.command.ConfigOption;
import io.smarketing.daemon.command.ExitCode;
import io.smarketing.daemon.command.Host;
import io.smarketing.daemon.command.OutputOption;
import io.smarketing.daemon.command.role.RoleAddress;
import io.smarketing.daemon.command.role.Said;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.InvalidConfiguration;
import io.smarketing.store.SqliteStore;
import java.nio.file.Files;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what was promised for a period and missed, and notes what people say and decide about it. */
@Command(
        name = "misses",
        description = {
            "Shows what was promised for a period and missed, and notes what is said of it.",
            "Periods are weeks, months and quarters. A miss is carried over until somebody closes it. Without a further"
                    + " word: list. No CRM is called; it may be run beside a running daemon, which tells the CRMs."
        })
public final class MissesCommand implements Callable<Integer> {

    /** Where somebody may still call today what is over in UTC. */
    private static final ZoneOffset LAST_TO_CHANGE_THE_DATE = ZoneOffset.ofHours(-12);

    private final Host host;
    private final InstantSource clock = InstantSource.system();

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final OutputOption output = new OutputOption();

    public MissesCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() throws InvalidConfiguration {
        return list(false, config, output);
    }

    @Command(name = "list", description = "Lists those that are not closed, a line each.")
    int list(
            @Option(names = "--all", description = "also those that are closed") boolean all,
            @Mixin ConfigOption where,
            @Mixin OutputOption form)
            throws InvalidConfiguration {
        List<MissStory> some = misses(where.read(host), m -> all || m.state() != State.CLOSED);
        if (form.isJson()) {
            OutputOption.print(MissesJson.of(some, today()), host.out());
        } else {
            MissesText.list(some.stream().map(MissStory::miss).toList(), today())
                    .forEach(host.out()::println);
            host.out().flush();
        }
        return ExitCode.FINE.code();
    }

    @Command(
            name = "show",
            description = "Tells all of one, or of each if none is named: numbers, causes, what was said.")
    int show(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "ID",
                            converter = MissNumber.class,
                            description = "the number of a miss")
                    Optional<Long> id,
            @Mixin ConfigOption where,
            @Mixin OutputOption form)
            throws InvalidConfiguration {
        List<MissStory> some = misses(where.read(host), m -> id.isEmpty() || m.id() == id.get());
        if (id.isPresent() && some.isEmpty()) {
            throw unknown(id.get());
        }
        print(some, form);
        return ExitCode.FINE.code();
    }

    @Command(name = "discuss", description = "Adds what somebody says about a miss.")
    int discuss(
            @Parameters(paramLabel = "ID", converter = MissNumber.class, description = "the number of the miss")
                    long id,
            @Mixin Saying saying,
            @Mixin ConfigOption where,
            @Mixin OutputOption form)
            throws InvalidConfiguration {
        return add(id, saying, Kind.DISCUSSED, new To(where, form));
    }

    @Command(name = "decide", description = "Adds what was decided; it takes the place of an earlier decision.")
    int decide(
            @Parameters(paramLabel = "ID", converter = MissNumber.class, description = "the number of the miss")
                    long id,
            @Mixin Saying saying,
            @Mixin Task task,
            @Mixin ConfigOption where,
            @Mixin OutputOption form)
            throws InvalidConfiguration {
        if (task.deadline.isBefore(
                clock.instant().atZone(LAST_TO_CHANGE_THE_DATE).toLocalDate())) {
            throw new CommandFailure(
                    ExitCode.USAGE, "The deadline " + task.deadline + " is over: give a day that is to come.");
        }
        saying.task = Optional.of(task);
        return add(id, saying, Kind.DECIDED, new To(where, form));
    }

    @Command(name = "close", description = "Closes a miss for good, with what came of it.")
    int close(
            @Parameters(paramLabel = "ID", converter = MissNumber.class, description = "the number of the miss")
                    long id,
            @Mixin Saying saying,
            @Mixin ConfigOption where,
            @Mixin OutputOption form)
            throws InvalidConfiguration {
        return add(id, saying, Kind.CLOSED, new To(where, form));
    }

    /** What somebody says, and who that is. */
    static final class Saying {
        @Option(
                names = "--by",
                required = true,
                paramLabel = "ADDRESS",
                converter = RoleAddress.class,
                description = "the address of the role that says it")
        private Email by = new Email("-");

        @Option(
                names = "--text",
                required = true,
                paramLabel = "TEXT",
                converter = Said.class,
                description = "what there is to say")
        private String text = "";

        private Optional<Task> task = Optional.empty();
    }

    /** What is to be done, by whom and until when. */
    static final class Task {
        @Option(
                names = "--deadline",
                required = true,
                paramLabel = "DAY",
                description = "until when it is to be done, such as 2026-12-15")
        private LocalDate deadline = LocalDate.EPOCH;

        @Option(
                names = "--owner",
                paramLabel = "ADDRESS",
                converter = RoleAddress.class,
                description = "the address of the role that is to do it (default: who answers for the promise)")
        private Optional<Email> owner = Optional.empty();
    }

    private record To(ConfigOption where, OutputOption form) {}

    private int add(long id, Saying saying, Kind kind, To to) throws InvalidConfiguration {
        Configuration configuration = to.where().read(host);
        try (SqliteStore store = SqliteStore.openToAdd(configuration.store())) {
            Miss miss = found(store, id);
            if (miss.state() == State.CLOSED) {
                throw new CommandFailure(
                        ExitCode.FAILED, "Miss " + id + " is closed: nothing is added to it any more.");
            }
            Remark remark = new Remark(
                    kind,
                    clock.instant(),
                    saying.by,
                    saying.text,
                    saying.task.flatMap(t -> t.owner),
                    saying.task.map(t -> t.deadline));
            store.commitments().add(id, remark);
            print(List.of(MissStory.of(found(store, id), store)), to.form());
        }
        return ExitCode.FINE.code();
    }

    private static Miss found(SqliteStore store, long id) {
        return store.commitments().misses().stream()
                .filter(m -> m.id() == id)
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    private static CommandFailure unknown(long id) {
        return new CommandFailure(ExitCode.FAILED, "There is no miss " + id + ": `misses list --all` names them.");
    }

    private static List<MissStory> misses(Configuration configuration, Predicate<Miss> which) {
        if (!Files.exists(configuration.store())) {
            return List.of();
        }
        try (SqliteStore store = SqliteStore.openToRead(configuration.store())) {
            return store.commitments().misses().stream()
                    .filter(which)
                    .map(m -> MissStory.of(m, store))
                    .toList();
        }
    }

    private void print(List<MissStory> some, OutputOption form) {
        if (form.isJson()) {
            OutputOption.print(MissesJson.of(some, today()), host.out());
        } else {
            some.forEach(m -> MissesText.of(m, today()).forEach(host.out()::println));
            if (some.isEmpty()) {
                host.out().println("Nothing was missed.");
            }
            host.out().flush();
        }
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
