package io.smarketing.daemon.config.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces {@code ${env:NAME}} and {@code ${file:PATH}} in texts, so that secrets stand elsewhere. */
final class Substitution {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}?");
    private static final int LARGEST_FILE = 64 * 1024;

    private final Path folder;
    private final Map<String, String> environment;
    private final Problems problems;

    /** @param folder what relative paths are relative to */
    Substitution(Path folder, Map<String, String> environment, Problems problems) {
        this.folder = folder;
        this.environment = environment;
        this.problems = problems;
    }

    static boolean isIn(String text) {
        return text.contains("${");
    }

    /** The text with its references replaced; those that cannot be are reported and left out. */
    String in(String text, Position at) {
        Matcher reference = REFERENCE.matcher(text);
        return reference.replaceAll(
                r -> Matcher.quoteReplacement(value(r.group(1), at).orElse("")));
    }

    private Optional<String> value(String reference, Position at) {
        String name = reference.substring(reference.indexOf(':') + 1).strip();
        if (reference.startsWith("env:")) {
            return variable(name, at);
        }
        if (reference.startsWith("file:")) {
            return file(name, at);
        }
        problems.add(at, "'${...}' takes a variable, ${env:NAME}, or a file, ${file:PATH}");
        return Optional.empty();
    }

    private Optional<String> variable(String name, Position at) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            problems.add(
                    at,
                    "the environment variable " + Words.quoted(name)
                            + (value == null ? " is not set" : " is empty")
                            + ": export it before you start",
                    value == null ? Words.nearest(name, environment.keySet()) : Optional.empty());
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private Optional<String> content(Path path, String name, Position at) throws IOException {
        // Some editors begin a file with a mark that says in which order its bytes stand.
        String content = Files.readString(path).replaceFirst("^\\uFEFF", "").strip();
        if (content.isEmpty()) {
            problems.add(at, "the file " + Words.quoted(name) + " is empty");
        }
        return Optional.of(content);
    }

    private Optional<String> file(String name, Position at) {
        try {
            Path path = folder.resolve(name);
            if (Files.isDirectory(path)) {
                problems.add(at, Words.quoted(name) + " is a folder: name a file in it");
                return Optional.empty();
            }
            if (!Files.isRegularFile(path)) {
                problems.add(
                        at, "there is no file " + Words.quoted(name) + " (paths begin at the configuration's folder)");
                return Optional.empty();
            }
            if (Files.size(path) > LARGEST_FILE) {
                problems.add(at, "the file " + Words.quoted(name) + " is larger than 64 KiB");
                return Optional.empty();
            }
            return content(path, name, at);
        } catch (CharacterCodingException e) {
            problems.add(at, "the file " + Words.quoted(name) + " is not UTF-8");
        } catch (InvalidPathException | IOException e) {
            problems.add(at, "the file " + Words.quoted(name) + " cannot be read: check its path and permissions");
        }
        return Optional.empty();
    }
}
