package io.smarketing.daemon.config;

import io.smarketing.core.crm.CrmProvider;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.daemon.cel.Conditions;
import io.smarketing.daemon.config.agreement.Agreement;
import io.smarketing.daemon.config.agreement.AgreementFile;
import io.smarketing.daemon.config.field.Places;
import io.smarketing.daemon.config.field.Sides;
import io.smarketing.daemon.config.yaml.Position;
import io.smarketing.daemon.config.yaml.Problems;
import io.smarketing.daemon.config.yaml.Section;
import io.smarketing.daemon.config.yaml.Words;
import io.smarketing.daemon.config.yaml.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A folder with a configuration's files: turns them into one {@link Configuration}, offline. */
public final class ConfigurationFolder {

    private final Path folder;
    private final Collection<CrmProvider> providers;
    private final Map<String, String> environment;
    private final Problems problems = new Problems();

    /**
     * @param providers the kinds of CRM that there are
     * @param environment the variables that {@code ${env:NAME}} names
     */
    public ConfigurationFolder(Path folder, Collection<CrmProvider> providers, Map<String, String> environment) {
        this.folder = folder;
        this.providers = providers;
        this.environment = environment;
    }

    /**
     * Reads and checks all files.
     *
     * @throws InvalidConfiguration with all that is wrong with them
     */
    public Configuration read() throws InvalidConfiguration {
        if (!Files.isDirectory(folder)) {
            problems.add(
                    Position.startOf(folder.toString()),
                    Files.exists(folder)
                            ? "this is a file: name the folder that it is in by --config"
                            : "there is no such folder: copy the example configuration, config/, and name your copy by"
                                    + " --config");
            throw new InvalidConfiguration(problems.all());
        }
        Optional<Section> connections = file(ConnectionsFile.NAME);
        Optional<Section> mapping = file(MappingFile.NAME);
        Optional<Section> lifecycle = file(LifecycleFile.NAME);
        Optional<Configuration> whole = connections
                .map(f -> new ConnectionsFile(providers, folder.toAbsolutePath().normalize()).read(f))
                // Without both CRMs every line of the mapping would be wrong for that one reason.
                .filter(c -> c.crms().size() == 2)
                .flatMap(c -> mappings(c, mapping, lifecycle).map(m -> join(c, m)));
        if (whole.isEmpty() || !problems.isEmpty()) {
            throw new InvalidConfiguration(problems.all());
        }
        return whole.get();
    }

    private Optional<Section> file(String name) {
        return new YamlFile(folder.resolve(name), environment, problems)
                .read()
                .map(map -> new Section(name, map, problems));
    }

    private Optional<Map<Subject, Mapping>> mappings(
            ConnectionsFile.Read c, Optional<Section> mapping, Optional<Section> lifecycle) {
        Map<Subject, Mapping> mappings = new EnumMap<>(Subject.class);
        if (mapping.isPresent()) {
            people(c.sides(Subject.PEOPLE), mapping.get(), lifecycle).ifPresent(m -> mappings.put(Subject.PEOPLE, m));
            for (Subject subject : List.of(Subject.COMPANIES, Subject.DEALS)) {
                mapping.get().section(subject.word()).ifPresent(s -> {
                    c.crms()
                            .forEach((id, crm) -> crm.filter(
                                            p -> p.types(subject).isEmpty())
                                    .ifPresent(p ->
                                            s.problem("", id + " keeps no " + subject.word() + ": leave them out")));
                    mappings.put(subject, plain(c.sides(subject), s));
                });
            }
        }
        return Optional.of(mappings).filter(m -> m.containsKey(Subject.PEOPLE));
    }

    /** What mapping and lifecycle say together; a lifecycle may be missing, and the mapping is checked all the same. */
    private Optional<Mapping> people(Sides sides, Section mapping, Optional<Section> lifecycle) {
        Places places = new Places(sides, problems);
        MappingFile file = new MappingFile(mapping, MappingFile.KEYS, places);
        Map<CrmId, Map<RecordType, FieldName>> keys = file.keys();
        Conditions conditions = new Conditions(file.types(), problems);
        Optional<LifecycleFile> stages = lifecycle.map(l -> new LifecycleFile(l, places, conditions, file.types()));
        List<FieldRule> rules = file.rules();
        var entry = file.entry(conditions);
        Set<CrmId> deletions = file.carriedDeletions();
        var assignments = file.assignments(rules);
        return stages.map(
                s -> new Mapping(rules, s.lifecycle(), s.handoff(), s.own(keys), entry, deletions, assignments));
    }

    private Mapping plain(Sides sides, Section section) {
        MappingFile file = new MappingFile(section, MappingFile.COMMON_KEYS, new Places(sides, problems));
        Map<CrmId, Map<RecordType, FieldName>> keys = file.keys();
        Conditions conditions = new Conditions(file.types(), problems);
        return Mapping.plain(file.rules(), keys, file.entry(conditions), file.carriedDeletions());
    }

    private Configuration join(ConnectionsFile.Read c, Map<Subject, Mapping> mappings) {
        Mapping people = Optional.ofNullable(mappings.get(Subject.PEOPLE)).orElseThrow();
        return new Configuration(
                folder, c.workspace(), c.store(), c.connections(), mappings, agreement(people), c.habits());
    }

    /** There need not be one. */
    private Optional<Agreement> agreement(Mapping people) {
        Path path = folder.resolve(AgreementFile.NAME);
        if (!Files.exists(path)) {
            if (people.lifecycle().illegal().isEscalated()) {
                problems.add(
                        Position.startOf(LifecycleFile.NAME),
                        "illegal moves are escalated, and nobody hears of it: write " + AgreementFile.NAME
                                + ", which says who does");
            }
            return Optional.empty();
        }
        YamlFile file = new YamlFile(path, environment, problems);
        return file.read().map(root -> new AgreementFile(people, problems).read(root, file.content()));
    }

    @Override
    public String toString() {
        return Words.quoted(folder.toString());
    }
}
