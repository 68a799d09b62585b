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
        return text().flatMap(t -> new YamlText(path.toString(), t, substitution(), problems).root());
    }

    /** The text of a file that could be read; empty text otherwise. */
    public String content() {
        return text().orElse("");
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

    private Substitution substitution() {
        return new Substitution(path.toAbsolutePath().getParent(), environment, problems);
    }

    private <T> Optional<T> nothing(int line, int column, String sentence) {
        problems.add(new Position(path.toString(), line, column), sentence);
        return Optional.empty();
    }
}
