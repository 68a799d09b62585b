package io.smarketing.daemon.command.sandbox;

import io.smarketing.daemon.config.yaml.MapNode;
import io.smarketing.daemon.config.yaml.Problems;
import io.smarketing.daemon.config.yaml.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** One file of the example configuration that comes with the product, from which lines can be left out. */
final class ExampleFile {

    private final List<String> lines;
    private final MapNode root;

    private ExampleFile(List<String> lines, MapNode root) {
        this.lines = lines;
        this.root = root;
    }

    static ExampleFile of(String name) {
        try (InputStream in = Objects.requireNonNull(
                ExampleFile.class.getResourceAsStream("/io/smarketing/daemon/example/" + name), name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            MapNode root =
                    new YamlText(name, text, Map.of(), new Problems()).root().orElseThrow();
            return new ExampleFile(text.lines().toList(), root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A top-level key with what it holds. */
    MapNode.Entry entry(String key) {
        return root.entries().stream()
                .filter(e -> e.key().text().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** The group of keys below a top-level key. */
    MapNode group(String key) {
        return (MapNode) entry(key).value();
    }

    /** Where an entry ends: its last line before the comments and blank lines that lead to what follows. */
    private int end(MapNode.Entry entry) {
        int indent = entry.key().at().column() - 1;
        int end = entry.key().at().line();
        for (int i = end; i < lines.size() && !startsSomethingElse(lines.get(i), indent); i++) {
            if (!isLeading(lines.get(i))) {
                end = i + 1;
            }
        }
        return end;
    }

    private static boolean startsSomethingElse(String line, int indent) {
        return !isLeading(line) && line.length() - line.stripLeading().length() <= indent;
    }

    private static boolean isLeading(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }

    /** The lines of these entries with the comments that lead to each. */
    Set<Integer> linesOf(List<MapNode.Entry> entries) {
        Set<Integer> numbers = new TreeSet<>();
        for (MapNode.Entry entry : entries) {
            int first = entry.key().at().line();
            while (first > 1 && lines.get(first - 2).stripLeading().startsWith("#")) {
                first--;
            }
            for (int line = first; line <= end(entry); line++) {
                numbers.add(line);
            }
        }
        return numbers;
    }

    /** The lines from the second (the first names the schema) to one before {@code end}, less those left out. */
    List<String> without(Set<Integer> leftOut, int end) {
        return IntStream.range(2, end)
                .filter(line -> !leftOut.contains(line))
                .mapToObj(line -> lines.get(line - 1))
                .toList();
    }

    /** These lines alone. */
    List<String> only(Set<Integer> numbers) {
        return numbers.stream().sorted().map(line -> lines.get(line - 1)).toList();
    }

    int length() {
        return lines.size();
    }
}
