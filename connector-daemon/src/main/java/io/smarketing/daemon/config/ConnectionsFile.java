package io.smarketing.daemon.config;

import io.smarketing.core.crm.CrmProvider;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.daemon.config.Configuration.Habits;
import io.smarketing.daemon.config.channel.Channels;
import io.smarketing.daemon.config.channel.ChannelsSection;
import io.smarketing.daemon.config.field.FieldLine;
import io.smarketing.daemon.config.field.Sides;
import io.smarketing.daemon.config.yaml.Section;
import io.smarketing.daemon.config.yaml.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code connections.yaml}: which CRMs, how they are reached, and the limits of a run. */
final class ConnectionsFile {

    static final String NAME = "connections.yaml";
    static final List<String> KEYS = List.of("workspace", "store", "crms", "guards", "polling", "sweep", "channels");
    static final List<String> GUARD_KEYS = List.of("changes", "creates", "at-least");

    /** Words that have a meaning where the mapping names a CRM. */
    private static final Set<String> TAKEN =
            Set.of("both", "newest", "leave", "lower", "domain", "picklist", "phone-e164");

    private static final Duration SHORTEST_POLL = Duration.ofSeconds(1);

    private final Map<String, CrmProvider> providers = new TreeMap<>();
    private final Path folder;

    ConnectionsFile(Collection<CrmProvider> providers, Path folder) {
        providers.forEach(p -> this.providers.put(p.type(), p));
        this.folder = folder;
    }

    /** What the file says; connections that are wrong are left out, the CRMs are all that it names. */
    record Read(
            String workspace,
            Path store,
            Map<CrmId, Optional<CrmProvider>> crms,
            Map<CrmId, Connection> connections,
            Habits habits) {

        /** The CRMs as the file names them, with the record types of a subject. */
        Sides sides(Subject subject) {
            Map<CrmId, List<RecordType>> sides = new LinkedHashMap<>();
            crms.forEach((id, provider) ->
                    sides.put(id, provider.map(p -> p.types(subject)).orElse(List.of())));
            return new Sides(sides);
        }
    }

    Read read(Section file) {
        file.only(KEYS).require("crms", "name both CRMs below it");
        Map<CrmId, Optional<CrmProvider>> named = new LinkedHashMap<>();
        Map<CrmId, Connection> connections = new LinkedHashMap<>();
        file.section("crms").ifPresent(crms -> crms(crms, named, connections));
        Path store = folder.resolve(file.text("store").orElse("state/smarketing.db"));
        return new Read(
                file.text("workspace").orElse("main"),
                store.normalize(),
                named,
                connections,
                new Habits(
                        file.section("guards").map(ConnectionsFile::guards).orElse(Guards.DEFAULT),
                        polling(file),
                        sweep(file),
                        file.section("channels").map(ChannelsSection::read).orElse(Channels.NONE)));
    }

    private void crms(Section crms, Map<CrmId, Optional<CrmProvider>> named, Map<CrmId, Connection> connections) {
        for (String name : crms.keys()) {
            if (!isGood(name)) {
                crms.problem(
                        name,
                        Words.quoted(name) + " cannot name a CRM: choose a short word of lower-case letters, digits and"
                                + " hyphens, such as hubspot");
                continue;
            }
            CrmId id = new CrmId(name);
            Optional<CrmProvider> provider = crms.section(name).flatMap(this::provider);
            named.put(id, provider);
            provider.flatMap(p -> new ConnectionLines(p, folder)
                            .read(crms.section(name).orElseThrow()))
                    .ifPresent(c -> connections.put(id, c));
        }
        if (crms.keys().size() != 2) {
            crms.problem(
                    "",
                    "exactly two CRMs are kept in step, and this names "
                            + crms.keys().size());
        }
    }

    private static boolean isGood(String name) {
        return name.matches("[a-z][a-z0-9-]*") && !TAKEN.contains(name) && !FieldLine.KEYS.contains(name);
    }

    private Optional<CrmProvider> provider(Section crm) {
        crm.require("type", "it takes " + Words.either(providers.keySet()));
        return crm.choice("type", providers);
    }

    private static Guards guards(Section guards) {
        guards.only(GUARD_KEYS);
        OptionalLong atLeast = guards.count("at-least");
        return new Guards(
                guards.percent("changes").orElse(Guards.DEFAULT.changes()),
                guards.percent("creates").orElse(Guards.DEFAULT.creates()),
                atLeast.orElse(Guards.DEFAULT.atLeast()));
    }

    private static Duration polling(Section file) {
        Duration polling = file.duration("polling").orElse(Duration.ofSeconds(30));
        if (polling.compareTo(SHORTEST_POLL) < 0) {
            file.valueProblem("polling", "the shortest rest between two rounds is 1s", Optional.empty());
        }
        return polling;
    }

    private static Optional<Nightly> sweep(Section file) {
        String words = file.text("sweep").orElse(Nightly.DEFAULT.toString());
        try {
            return words.equals("never") ? Optional.empty() : Optional.of(Nightly.of(words));
        } catch (IllegalArgumentException e) {
            file.valueProblem("sweep", "'sweep' is not understood: " + e.getMessage(), Optional.empty());
            return Optional.empty();
        }
    }
}
