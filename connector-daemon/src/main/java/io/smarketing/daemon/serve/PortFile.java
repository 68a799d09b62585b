package io.smarketing.daemon.serve;

import io.smarketing.store.file.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * The note beside a store that says on which port of loopback the daemon answers that holds it. Of a daemon that was
 * killed it is left behind: who finds nobody there knows.
 */
public final class PortFile implements AutoCloseable {

    private final Path file;
    private boolean ours;

    /** The one beside that store. */
    public PortFile(Path store) {
        this.file = store.resolveSibling(store.getFileName() + ".http");
    }

    /** Notes the port: once the store is held by this process. */
    public void write(int port) {
        try {
            Files.writeString(file, port + "\n");
            ours = true;
        } catch (IOException e) {
            throw new StoreException(
                    "The file " + file + " cannot be written. Give this user write permission on its folder.", e);
        }
    }

    /** The port that is noted, if one is. */
    public OptionalInt read() {
        try {
            return OptionalInt.of(Integer.parseInt(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    @Override
    public void close() {
        try {
            if (ours) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new StoreException("The file " + file + " cannot be removed: remove it.", e);
        }
    }
}
