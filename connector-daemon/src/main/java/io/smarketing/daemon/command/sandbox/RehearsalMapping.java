package io.smarketing.daemon.command.sandbox;

import io.smarketing.core.crm.record.Subject;
import io.smarketing.daemon.cel.Conditions;
import io.smarketing.daemon.config.yaml.MapNode;
import io.smarketing.daemon.config.yaml.TextNode;
import io.smarketing.sandbox.data.CustomColumn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The example's mapping for one sandbox: the standard fields that it has, and the custom columns of its data. */
final class RehearsalMapping {

    private final ExampleFile example;
    private final Existing existing;
    private final List<CustomColumn> columns;
    private final List<MapNode.Entry> kept;
    private final List<MapNode.Entry> missing;

    RehearsalMapping(ExampleFile example, Existing existing, List<CustomColumn> columns) {
        this.example = example;
        this.existing = existing;
        this.columns = columns;
        List<MapNode.Entry> fields = example.group("fields").entries();
        this.kept = fields.stream()
                .filter(f -> existing.hasAll(Subject.PEOPLE, (MapNode) f.value()))
                .toList();
        this.missing = fields.stream().filter(f -> !kept.contains(f)).toList();
    }

    /** The file. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(example.without(example.linesOf(missing), entryComments()));
        Set<String> names = kept.stream().map(f -> f.key().text()).collect(Collectors.toCollection(LinkedHashSet::new));
        for (CustomColumn column : columns) {
            if (isMapped(column)) {
                continue;
            }
            String name = name(column.hubspot(), names);
            names.add(name);
            lines.add("  " + name + ": {hubspot: " + Quoted.yaml(column.hubspot()) + ", salesforce: "
                    + Quoted.yaml(column.salesforce()) + "}");
        }
        lines.add("");
        lines.add("entry:");
        lines.add("  hubspot:");
        lines.add("    has an e-mail: known(email)");
        lines.add("  salesforce:");
        lines.add("    has an e-mail: known(email)");
        for (Subject subject : List.of(Subject.COMPANIES, Subject.DEALS)) {
            if (existing.holds(subject)) {
                lines.addAll(group(subject));
            }
        }
        return lines;
    }

    /** The example's lines on companies or deals, less the fields that are not there. */
    private List<String> group(Subject subject) {
        MapNode.Entry group = example.entry(subject.word());
        MapNode fields = (MapNode) ((MapNode) group.value())
                .entries().stream()
                        .filter(e -> e.key().text().equals("fields"))
                        .findFirst()
                        .orElseThrow()
                        .value();
        Set<Integer> lines = new TreeSet<>(example.linesOf(List.of(group)));
        lines.removeAll(example.linesOf(fields.entries().stream()
                .filter(f -> !existing.hasAll(subject, (MapNode) f.value()))
                .toList()));
        return example.only(lines);
    }

    /** The line in which the comments that lead to the entry conditions begin. */
    private int entryComments() {
        return example.linesOf(List.of(example.entry("entry"))).iterator().next();
    }

    /** True if a standard field has the column already. */
    private boolean isMapped(CustomColumn column) {
        return kept.stream()
                .flatMap(f -> ((MapNode) f.value()).entries().stream())
                .anyMatch(e -> e.key().text().equals("hubspot")
                        && e.value() instanceof TextNode name
                        && name.text().equals(column.hubspot()));
    }

    /** A name of ours for a column: {@code lead_origin} is leadOrigin. */
    private static String name(String column, Set<String> taken) {
        StringBuilder name = new StringBuilder();
        for (String word : column.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                name.append(
                                name.isEmpty()
                                        ? word.substring(0, 1).toLowerCase(Locale.ROOT)
                                        : word.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(word.substring(1));
            }
        }
        String wished = Conditions.canName(name.toString()) ? name.toString() : "custom_" + name;
        String free = wished;
        for (int n = 2; taken.contains(free); n++) {
            free = wished + n;
        }
        return free;
    }

    /** The example's lifecycle, less the criteria that need fields which are missing here. */
    List<String> lifecycle(ExampleFile lifecycle) {
        Set<Integer> leftOut = new TreeSet<>();
        for (MapNode.Entry stage : lifecycle.group("stages").entries()) {
            List<MapNode.Entry> parts = ((MapNode) stage.value()).entries();
            if (parts.stream().anyMatch(this::isUnknowing)) {
                leftOut.addAll(lifecycle.linesOf(
                        parts.stream().filter(RehearsalMapping::hasLines).toList()));
            }
        }
        return lifecycle.without(leftOut, lifecycle.length() + 1);
    }

    private static boolean hasLines(MapNode.Entry part) {
        return part.key().text().equals("criteria") || part.key().text().equals("gate");
    }

    /** Criteria of which some line cannot be answered would say something else without it: all of them are left out. */
    private boolean isUnknowing(MapNode.Entry part) {
        return hasLines(part)
                && ((MapNode) part.value())
                        .entries().stream()
                                .anyMatch(line -> missing.stream()
                                        .anyMatch(m -> names(line, m.key().text())));
    }

    private static boolean names(MapNode.Entry line, String field) {
        return line.value() instanceof TextNode cel
                && Pattern.compile("\\b" + field + "\\b").matcher(cel.text()).find();
    }
}
