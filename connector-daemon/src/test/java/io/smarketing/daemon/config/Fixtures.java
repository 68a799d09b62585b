package io.smarketing.daemon.config;

import io.smarketing.daemon.config.yaml.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The configuration files that tests read. */
public final class Fixtures {

    public static final Map<String, String> VARIABLES =
            Map.of("HUBSPOT_TOKEN", "top-secret-token", "SALESFORCE_TOKEN", "other-secret-token");

    private Fixtures() {}

    public static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(Fixtures.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts the three good files into a folder. */
    public static Path good(Path folder) {
        for (String name : List.of("connections.yaml", "mapping.yaml", "lifecycle.yaml")) {
            copy(resource("good/" + name), folder.resolve(name));
        }
        return folder;
    }

    public static void copy(Path from, Path to) {
        try {
            Files.write(to, Files.readAllBytes(from));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void write(Path to, String text) {
        try {
            Files.writeString(to, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ConfigurationFolder folder(Path folder) {
        return new ConfigurationFolder(folder, FakeProvider.both(), VARIABLES);
    }

    /** All problems as lines, with paths relative to the folder; none if it is fine. */
    public static List<String> problems(Path folder) {
        try {
            folder(folder).read();
            return List.of();
        } catch (InvalidConfiguration e) {
            return e.problems().stream()
                    .map(Problem::toString)
                    .map(p -> p.replace(folder + "/", ""))
                    .toList();
        }
    }
}
