package io.smarketing.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The claim of one process to write a store: a lock on a file beside it, which the system lifts when the process dies. */
final class StoreLock implements AutoCloseable {

    /** Far behind the text, so that others can read who holds the lock, also where a lock forbids reading. */
    private static final long BEHIND_THE_TEXT = 1 << 20;

    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock; a {@link StoreException} names the process that has it. */
    static StoreLock take(Path store) {
        Path file = store.resolveSibling(store.getFileName() + ".lock");
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw taken(store, Files.readString(file).strip());
            }
            sign(channel);
            return new StoreLock(channel);
        } catch (IOException e) {
            throw new StoreException(
                    "The file " + file + " cannot be written. Give this user write permission on its folder, or set"
                            + " another path for the store.",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(BEHIND_THE_TEXT, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void sign(FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static StoreException taken(Path store, String pid) {
        return new StoreException(
                "Another smarketing process (pid " + (pid.isEmpty() ? "unknown" : pid) + ") uses the store " + store
                        + ". Stop that process first, or give this one a store of its own.",
                null);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreException("The lock file of the store could not be closed.", e);
        }
    }
}
