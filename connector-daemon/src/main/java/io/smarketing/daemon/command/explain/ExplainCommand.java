package io.smarketing.daemon.command.explain;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.Sighting;
import io.smarketing.core.report.Dossier;
import io.smarketing.daemon.command.AtLeastZero;
import io.smarketing.daemon.command.CommandFailure;
import io.smarketing.daemon.command.ConfigOption;
import io.smarketing.daemon.command.ExitCode;
import io.smarketing.daemon.command.Harmless;
import io.smarketing.daemon.command.Host;
import io.smarketing.daemon.command.OutputOption;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.InvalidConfiguration;
import io.smarketing.store.SqliteStore;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells all that the store knows of one person, company or deal. */
@Command(
        name = "explain",
        description = {
            "Tells all that is known of one person, company or deal.",
            "That is its records, stage and why, handoff, each field's values, and what happened. `explain clock WHO`:"
                    + " which minutes of what was promised about the person counted, and why the others did not.",
            "It calls no CRM, and may be run beside a running daemon. It prints the person's values."
        })
public final class ExplainCommand implements Callable<Integer> {

    private static final String CLOCK = "clock";

    private final Host host;

    @Parameters(
            index = "0..1",
            arity = "1..2",
            paramLabel = "[clock] WHO",
            hideParamSyntax = true,
            description =
                    "an e-mail address, the id of a record, or our id or key; after the word clock, if that is asked")
    private List<String> words = List.of();

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final OutputOption output = new OutputOption();

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = AtLeastZero.class,
            defaultValue = "20",
            description = "tell so many of the things that happened, the newest first (default: ${DEFAULT-VALUE})")
    private int limit;

    public ExplainCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() throws InvalidConfiguration {
        Configuration configuration = config.read(host);
        Collection<CrmId> crms = configuration.connections().keySet();
        boolean clocks = words.size() == 2 && words.get(0).equals(CLOCK);
        if (words.size() == 2 && !clocks) {
            throw new CommandFailure(
                    ExitCode.USAGE, "One person is explained at a time: `explain WHO`, or `explain clock WHO`.");
        }
        String asked = words.get(words.size() - 1).strip();
        try (SqliteStore store = SqliteStore.openToRead(configuration.store())) {
            List<Shelf> shelves = Shelf.search(configuration, store, asked);
            if (shelves.isEmpty()) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "Nobody is known as '" + Harmless.text(asked) + "'. It was looked for as the e-mail address,"
                                + " the id and the external id of a record, and as our id of a person, company or deal."
                                + " The store knows whom a round has seen: see `status`.");
            }
            if (clocks) {
                clocks(shelves, configuration, store);
            } else if (output.isJson()) {
                json(shelves, configuration, store);
            } else {
                print(shelves, crms, dossier -> HandoffStory.of(dossier, configuration, store));
            }
        }
        return ExitCode.FINE.code();
    }

    private void clocks(List<Shelf> shelves, Configuration configuration, SqliteStore store) {
        List<ClockStory> stories = shelves.stream()
                .filter(s -> s.subject() == Subject.PEOPLE)
                .flatMap(s -> s.found().people().stream())
                .map(p -> ClockStory.of(p, configuration, store))
                .toList();
        if (output.isJson()) {
            OutputOption.print(
                    Map.of("people", stories.stream().map(ClockStoryJson::of).toList()), host.out());
        } else {
            stories.forEach(s -> new ClockStoryText(s).print(host.out()));
            host.out().flush();
        }
    }

    private void print(List<Shelf> shelves, Collection<CrmId> crms, Function<Dossier, HandoffStory> stories) {
        PrintWriter out = host.out();
        int known = shelves.stream().mapToInt(s -> s.found().people().size()).sum();
        if (known > 1) {
            out.println(known + " are known so.");
            out.println();
        }
        for (Shelf shelf : shelves) {
            for (Person person : shelf.found().people()) {
                Dossier dossier = shelf.archive().of(person, limit);
                new DossierText(shelf.subject(), dossier, crms, out).print();
                if (shelf.subject() == Subject.PEOPLE) {
                    new HandoffStoryText(stories.apply(dossier)).print(out);
                }
            }
        }
        if (shelves.stream().anyMatch(s -> s.found().erased())) {
            out.println("Somebody known so was deleted in one CRM for privacy. Nothing else is known: whatever record"
                    + " there is in the other is left as it is, and none is made, linked or changed.");
        }
        shelves.forEach(shelf -> shelf.found().strangers().forEach(s -> stranger(s, shelf)));
        out.flush();
    }

    private void stranger(Sighting seen, Shelf shelf) {
        PrintWriter out = host.out();
        out.println(seen.ref() + (seen.live() ? " is known, but is not kept in step." : " was known, and is no more."));
        shelf.ledger()
                .parked(List.of(seen.ref()))
                .forEach(p -> out.println("  parked: " + Harmless.text(p.sentence())));
        out.println("  A record stays so while it does not meet the entry condition of mapping.yaml, or while"
                + " something of it is parked.");
    }

    private static Map<String, @Nullable Object> json(
            Subject subject, Dossier dossier, Collection<CrmId> crms, Supplier<HandoffStory> story) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>(DossierJson.of(dossier, crms));
        if (subject == Subject.PEOPLE) {
            told.put("ledger", new HandoffStoryText(story.get()).json());
        }
        return told;
    }

    private void json(List<Shelf> shelves, Configuration configuration, SqliteStore store) {
        Collection<CrmId> crms = configuration.connections().keySet();
        Map<String, Object> all = new LinkedHashMap<>();
        configuration
                .mappings()
                .keySet()
                .forEach(subject -> all.put(
                        subject.word(),
                        shelves.stream()
                                .filter(s -> s.subject() == subject)
                                .flatMap(s -> s.found().people().stream()
                                        .map(p -> s.archive().of(p, limit))
                                        .map(d ->
                                                json(subject, d, crms, () -> HandoffStory.of(d, configuration, store))))
                                .toList()));
        all.put(
                "strangers",
                shelves.stream()
                        .flatMap(s -> s.found().strangers().stream())
                        .map(DossierJson::sighting)
                        .toList());
        all.put("erased", shelves.stream().anyMatch(s -> s.found().erased()));
        OutputOption.print(all, host.out());
    }
}
