package io.smarketing.daemon.wiring;

import io.smarketing.store.file.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * The folder of a store's copy, which is thrown away with all in it: at its end, or by the next one if its process was
 * killed. It stands beside the store, where personal data may be and where there is room for it.
 */
final class StoreCopy implements AutoCloseable {

    private static final String PREFIX = "plan-";

    /** A file that is locked as long as its process lives. */
    private static final String IN_USE = "in-use";

    private final Path folder;
    private final FileChannel inUse;
    private final Thread hook = new Thread(this::remove, "remove the copy");

    private StoreCopy(Path folder, FileChannel inUse) {
        this.folder = folder;
        this.inUse = inUse;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    static StoreCopy beside(Path store) {
        Path home = store.toAbsolutePath().getParent();
        try {
            Files.createDirectories(home);
            removeLeftOver(home);
            // only this user can look into a temporary folder
            Path folder = Files.createTempDirectory(home, PREFIX);
            Files.createFile(folder.resolve(IN_USE));
            return new StoreCopy(folder, claim(folder).orElseThrow());
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
            removeAll(folder);
            inUse.close();
        } catch (IOException e) {
            throw new StoreException("The copy of the store in " + folder + " cannot be removed: remove it.", e);
        }
    }

    private static void removeLeftOver(Path home) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(home, PREFIX + "*")) {
            for (Path folder : folders) {
                Optional<FileChannel> claimed =
                        Files.isRegularFile(folder.resolve(IN_USE)) ? claim(folder) : Optional.empty();
                if (claimed.isPresent()) {
                    removeAll(folder);
                    claimed.get().close();
                }
            }
        }
    }

    /** Locks the folder for this process; empty if somebody has it. */
    private static Optional<FileChannel> claim(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve(IN_USE), StandardOpenOption.WRITE);
        if (isLocked(channel)) {
            return Optional.of(channel);
        }
        channel.close();
        return Optional.empty();
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void removeAll(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }
        });
        Files.delete(folder);
    }
}
