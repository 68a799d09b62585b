package io.smarketing.daemon.command.simulate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The example's mapping and lifecycle in a folder of their own, with connections that nobody ever opens. */
record ExampleFolder(Path folder) implements AutoCloseable {

    private static final String CONNECTIONS = """
            crms:
              hubspot: {type: hubspot, token: nobody}
              salesforce: {type: salesforce, login-url: "https://nobody.my.salesforce.com", client-id: nobody, client-secret: nobody}
            """;

    static ExampleFolder write() {
        try {
            Path folder = Files.createTempDirectory("smarketing-example");
            Files.writeString(folder.resolve("connections.yaml"), CONNECTIONS);
            for (String name : List.of("mapping.yaml", "lifecycle.yaml")) {
                try (InputStream in = Objects.requireNonNull(
                        ExampleFolder.class.getResourceAsStream("/io/smarketing/daemon/example/" + name), name)) {
                    Files.copy(in, folder.resolve(name));
                }
            }
            return new ExampleFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary folder cannot be written", e);
        }
    }

    @Override
    public void close() {
        for (String name : List.of("connections.yaml", "mapping.yaml", "lifecycle.yaml")) {
            folder.resolve(name).toFile().delete();
        }
        folder.toFile().delete();
    }
}
