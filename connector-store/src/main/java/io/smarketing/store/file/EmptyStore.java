package io.smarketing.store.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A store's file before anything is in it. It is migrated once in a process: a simulation begins with hundreds of them. */
final class EmptyStore {

    private static final byte[] FILE = made();

    private EmptyStore() {}

    static void writeTo(Path file) {
        try {
            Files.write(file, FILE);
        } catch (IOException e) {
            throw new StoreException("The store " + file + " cannot be made. Check that this user may write there.", e);
        }
    }

    private static byte[] made() {
        try {
            Path folder = Files.createTempDirectory("smarketing-store");
            Path file = folder.resolve("empty.db");
            Database.toWrite(file).close();
            byte[] made = Files.readAllBytes(file);
            try (var files = Files.list(folder)) {
                for (Path left : files.toList()) {
                    Files.delete(left);
                }
            }
            Files.delete(folder);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary store cannot be made", e);
        }
    }
}
