package io.smarketing.daemon.wiring;

import io.smarketing.store.file.StoreException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The folder of a store's copy, which is thrown away with all in it. It stands beside the store, where personal data may
 * be and where there is room for it.
 */
final class StoreCopy implements AutoCloseable {

    private static final String PREFIX = "plan-";

    private final Path folder;
    private final Thread hook = new Thread(this::remove, "remove the copy");

    private StoreCopy(Path folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    static StoreCopy beside(Path store) {
        Path home = store.toAbsolutePath().getParent();
        try {
            Files.createDirectories(home);
            // only this user can look into a temporary folder
            return new StoreCopy(Files.createTempDirectory(home, PREFIX));
        } catch (IOException e) {
            throw new StoreException(
                    "A copy of the store cannot be made in " + home + ". Check that this user may write there.", e);
        }
    }

    Path file() {
        return folder.resolve("copy.db");
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending, and the hook at work
            return;
        }
        remove();
    }

    private void remove() {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }
            });
            Files.delete(folder);
        } catch (IOException e) {
            throw new StoreException("The copy of the store in " + folder + " cannot be removed: remove it.", e);
        }
    }
}
