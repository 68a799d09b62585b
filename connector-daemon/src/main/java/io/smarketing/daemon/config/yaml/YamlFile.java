package io.smarketing.daemon.config.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** One YAML 1.2 file of the configuration. */
public final class YamlFile {

    private static final int LARGEST = 1024 * 1024;

    private final Path path;
    private final Map<String, String> environment;
    private final Problems problems;

    public YamlFile(Path path, Map<String, String> environment, Problems problems) {
        this.path = path;
        this.environment = environment;
        this.problems = problems;
    }

    /** The file's keys; empty if it cannot be read, which is reported then. */
    public Optional<MapNode> read() {
        return text().flatMap(this::compose).flatMap(this::topLevel);
    }

    private Optional<String> text() {
        try {
            if (!Files.isRegularFile(path)) {
                return nothing(1, 1, "there is no such file: copy it from the example configuration, config/");
            }
            byte[] bytes = Files.readAllBytes(path);
            if (bytes.length > LARGEST) {
                return nothing(1, 1, "the file is larger than 1 MiB: is it a configuration?");
            }
            return decode(bytes);
        } catch (IOException e) {
            return nothing(1, 1, "the file cannot be read: check its permissions");
        }
    }

    private Optional<String> decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
            return nothing(line, text.length() - text.lastIndexOf('\n'), "the file is not UTF-8: save it as UTF-8");
        }
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private Optional<Node> compose(String text) {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setLabel(path.toString()).build();
            Optional<org.snakeyaml.engine.v2.nodes.Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                return nothing(1, 1, "the file is empty: copy it from the example configuration, config/");
            }
            Substitution substitution = new Substitution(folder(), environment, problems);
            return new TreeBuilder(path.toString(), text, substitution, problems).build(root.get());
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

    private Path folder() {
        return path.toAbsolutePath().getParent();
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
        problems.add(new Position(path.toString(), line, column), sentence);
        return Optional.empty();
    }
}
