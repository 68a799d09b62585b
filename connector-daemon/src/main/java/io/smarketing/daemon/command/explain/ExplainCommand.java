package io.smarketing.daemon.command.explain;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.person.Person;
import io.smarketing.core.report.Archive;
import io.smarketing.core.report.Archive.Found;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells all that the store knows of one person. */
@Command(
        name = "explain",
        description = {
            "Tells all that is known of one person: records, stage and why, handoff, each field's values, what happened.",
            "It calls no CRM, and may be run beside a running daemon. It prints the person's values."
        })
public final class ExplainCommand implements Callable<Integer> {

    private final Host host;

    @Parameters(
            paramLabel = "WHO",
            description = "an e-mail address, the id of a record, or our id or key of the person")
    private String who = "";

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
        String asked = who.strip();
        try (SqliteStore store = SqliteStore.openToRead(configuration.store())) {
            Archive archive = new Archive(configuration.mapping(), store.people(), store.ledger(), store.overview());
            Found found = asked.isEmpty() ? new Found(List.of(), List.of(), false) : archive.find(asked);
            if (found.isNothing()) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "Nobody is known as '" + Harmless.text(asked) + "'. It was looked for as the e-mail address,"
                                + " the id and the external id of a record, and as our id of a person. The store"
                                + " knows whom a round has seen: see `status`.");
            }
            if (output.isJson()) {
                json(found, archive, crms);
            } else {
                print(found, archive, crms, store);
            }
        }
        return ExitCode.FINE.code();
    }

    private void print(Found found, Archive archive, Collection<CrmId> crms, SqliteStore store) {
        PrintWriter out = host.out();
        if (found.people().size() > 1) {
            out.println(found.people().size() + " people are known so.");
            out.println();
        }
        for (Person person : found.people()) {
            new DossierText(archive.of(person, limit), crms, out).print();
        }
        if (found.erased()) {
            out.println("Somebody known so was deleted in one CRM for privacy. Nothing else is known: whatever record"
                    + " there is in the other is left as it is, and none is made, linked or changed.");
        }
        found.strangers().forEach(s -> {
            out.println(s.ref() + (s.live() ? " is known, but is not kept in step." : " was known, and is no more."));
            store.ledger()
                    .parked(List.of(s.ref()))
                    .forEach(p -> out.println("  parked: " + Harmless.text(p.sentence())));
            out.println("  A record stays so while it does not meet the entry condition of mapping.yaml, or while"
                    + " something of it is parked.");
        });
        out.flush();
    }

    private void json(Found found, Archive archive, Collection<CrmId> crms) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(
                "people",
                found.people().stream()
                        .map(p -> DossierJson.of(archive.of(p, limit), crms))
                        .toList());
        all.put(
                "strangers",
                found.strangers().stream().map(DossierJson::sighting).toList());
        all.put("erased", found.erased());
        OutputOption.print(all, host.out());
    }
}
