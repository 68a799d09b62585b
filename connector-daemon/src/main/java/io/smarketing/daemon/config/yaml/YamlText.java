package io.smarketing.daemon.config.yaml;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The text of a YAML 1.2 file, turned into our tree. */
public final class YamlText {

    private final String file;
    private final String text;
    private final Substitution substitution;
    private final Problems problems;

    YamlText(String file, String text, Substitution substitution, Problems problems) {
        this.file = file;
        this.text = text;
        this.substitution = substitution;
        this.problems = problems;
    }

    /**
     * A text that stands in no folder.
     *
     * @param environment the variables that {@code ${env:NAME}} names
     */
    public YamlText(String name, String text, Map<String, String> environment, Problems problems) {
        this(name, text, new Substitution(Path.of(""), environment, problems), problems);
    }

    /** Its keys; empty if it has none or is no YAML, which is reported then. */
    public Optional<MapNode> root() {
        return compose().flatMap(this::topLevel);
    }

    private Optional<Node> compose() {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file).build();
            Optional<org.snakeyaml.engine.v2.nodes.Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                return nothing(1, 1, "the file is empty: copy it from the example configuration, config/");
            }
            return new TreeBuilder(file, text, substitution, problems).build(root.get());
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            return nothing(
                    mark.map(m -> m.getLine() + 1).orElse(1),
                    mark.map(m -> m.getColumn() + 1).orElse(1),
                    worded(e));
        } catch (YamlEngineException e) {
            return nothing(1, 1, "the file is not YAML: " + firstLine(e.getMessage()));
        } catch (StackOverflowError e) {
            // The library calls itself per level of nesting and sets no limit; its stack is gone, ours is whole.
            return nothing(1, 1, "the file is nested too deeply to be a configuration");
        }
    }

    private static String worded(MarkedYamlEngineException e) {
        String problem = firstLine(String.valueOf(e.getProblem()));
        if (problem.contains("TAB") || problem.contains("\\t")) {
            return "a tab stands here: indent with blanks, YAML takes no tabs";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "a colon stands where none can be: put texts that hold ': ' in quotes, and check the indentation";
        }
        String context = e.getContext() == null ? "" : firstLine(e.getContext()) + ": ";
        return "this is not YAML: " + context + problem;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
    }

    private Optional<MapNode> topLevel(Node root) {
        if (root instanceof MapNode map) {
            return Optional.of(map);
        }
        problems.add(root.at(), "the file holds " + root.kind() + ": it should begin with a key such as 'fields:'");
        return Optional.empty();
    }

    private <T> Optional<T> nothing(int line, int column, String sentence) {
        problems.add(new Position(file, line, column), sentence);
        return Optional.empty();
    }
}
