package io.smarketing.daemon.command.validate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.lifecycle.Criterion;
import io.smarketing.core.lifecycle.Lifecycle.IllegalMoves;
import io.smarketing.core.lifecycle.StageRule;
import io.smarketing.core.mapping.Assignment;
import io.smarketing.core.mapping.EntryCondition;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.mapping.OwnFields;
import io.smarketing.daemon.cel.EntryLines;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a configuration says, in the words of its files; its JSON form is what {@code validate --output json} prints.
 *
 * @param subjects what is kept in step beside people, by its word
 */
record Summary(
        String workspace,
        String store,
        String polling,
        List<CrmSummary> crms,
        List<FieldSummary> fields,
        Map<String, List<LineSummary>> entry,
        @JsonUnwrapped LifecycleSummary lifecycle,
        Map<String, SubjectSummary> subjects) {

    /** One CRM; the share is a percentage of the day's calls; {@code assign} says who gets its new records. */
    record CrmSummary(String name, String type, double share, long floor, String assign) {}

    /** One named line of CEL. */
    record LineSummary(String name, String line) {}

    /** The stages in order, and what is done about moves that a stage must not make: back, or past a shut gate. */
    record LifecycleSummary(List<StageSummary> stages, Map<String, String> illegalMoves) {}

    /** One stage: its value per CRM, what makes it, and its lines. */
    record StageSummary(String name, Map<String, String> values, String fact, List<LineSummary> criteria) {}

    static Summary of(Configuration c) {
        Map<String, List<LineSummary>> entry = new LinkedHashMap<>();
        c.connections()
                .keySet()
                .forEach(crm -> entry.put(crm.name(), lines(c.mapping().entry().get(crm))));
        return new Summary(
                c.workspace(),
                c.store().toString(),
                c.polling().toString().substring(2).toLowerCase(Locale.ROOT),
                c.connections().entrySet().stream()
                        .map(e -> crm(e.getKey(), e.getValue(), c.mapping().assignment(e.getKey())))
                        .toList(),
                c.mapping().rules().stream()
                        .map(r -> FieldSummary.of(r, types(c)))
                        .toList(),
                entry,
                lifecycle(c.mapping()),
                subjects(c));
    }

    @JsonProperty("ok")
    boolean isOk() {
        return true;
    }

    /** The record types of people, per CRM in the order of the file. */
    private static Map<CrmId, Set<RecordType>> types(Configuration c) {
        Map<CrmId, Set<RecordType>> types = new LinkedHashMap<>();
        c.connections()
                .keySet()
                .forEach(crm -> types.put(
                        crm, c.mapping().own().getOrDefault(crm, Map.of()).keySet()));
        return types;
    }

    private static Map<String, SubjectSummary> subjects(Configuration c) {
        Map<String, SubjectSummary> subjects = new LinkedHashMap<>();
        c.mappings().forEach((subject, mapping) -> {
            if (subject != Subject.PEOPLE) {
                subjects.put(
                        subject.word(),
                        SubjectSummary.of(mapping, c.connections().keySet()));
            }
        });
        return subjects;
    }

    private static CrmSummary crm(CrmId id, Connection connection, Assignment assignment) {
        return new CrmSummary(
                id.name(),
                connection.provider().type(),
                connection.budget().share() * 100,
                connection.budget().floor(),
                assignment
                        .queue()
                        .map(q -> "queue " + q)
                        .orElse(assignment.by().name().toLowerCase(Locale.ROOT)));
    }

    static List<LineSummary> lines(EntryCondition condition) {
        return condition instanceof EntryLines lines ? lines(lines.lines()) : List.of();
    }

    private static List<LineSummary> lines(List<? extends Criterion> lines) {
        return lines.stream().map(c -> new LineSummary(c.name(), c.source())).toList();
    }

    private static LifecycleSummary lifecycle(Mapping mapping) {
        IllegalMoves illegal = mapping.lifecycle().illegal();
        Map<String, String> moves = new LinkedHashMap<>();
        moves.put("back", word(illegal.back()));
        moves.put("past-gate", word(illegal.pastGate()));
        return new LifecycleSummary(
                mapping.lifecycle().rules().stream()
                        .map(s -> stage(s, mapping.own()))
                        .toList(),
                moves);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static StageSummary stage(StageRule rule, Map<CrmId, Map<RecordType, OwnFields>> own) {
        String name = rule.stage().name();
        Map<String, String> values = new TreeMap<>();
        own.forEach((crm, types) -> types.values().stream()
                .flatMap(o -> o.stageValues().entrySet().stream())
                .filter(v -> v.getKey().equals(name))
                .forEach(v -> values.put(crm.name(), v.getValue())));
        String fact = rule.fact().map(Summary::word).orElse("");
        return new StageSummary(name, values, fact, lines(rule.criteria()));
    }
}
