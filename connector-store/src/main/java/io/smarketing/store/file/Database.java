package io.smarketing.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * The one connection to a store's file: callers queue for it. SQLite has one writer anyway, and a connection that waits
 * for another inside one process is how its locks bite.
 */
public final class Database implements AutoCloseable {

    private static final int BUSY_MILLIS = 10_000;
    private static final int CACHE_KIB = 64 * 1024;
    /** A wave touches the same pages as the one before: carrying them into the file after every wave doubles its cost. */
    private static final int PAGES_BEFORE_CHECKPOINT = 16_000;

    private final Path file;
    private final Runnable release;
    private final Handle handle;

    private Database(Path file, Runnable release, Handle handle) {
        this.file = file;
        this.release = release;
        this.handle = handle;
    }

    /** Opens the file to write, claiming it for this process; makes it and its folder if they are missing. */
    public static Database toWrite(Path file) {
        return toWrite(file, SynchronousMode.FULL);
    }

    /** The same, but that nothing waits for the disk: what a power cut would leave of the file is nobody's concern. */
    public static Database toTry(Path file) {
        if (!Files.exists(file)) {
            makeFolder(file);
            EmptyStore.writeTo(file);
        }
        return toWrite(file, SynchronousMode.OFF);
    }

    /** Makes sure that no other process has the file open to write. */
    public static void requireFree(Path file) {
        makeFolder(file);
        StoreLock.take(file).close();
    }

    private static Database toWrite(Path file, SynchronousMode mode) {
        makeFolder(file);
        StoreLock lock = StoreLock.take(file);
        try {
            return open(file, lock::close, written(mode), TransactionMode.IMMEDIATE, Migrations::run);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Opens the file to read only, also while another process writes it. */
    public static Database toRead(Path file) {
        refuseMissing(file);
        SQLiteConfig config = config();
        config.setReadOnly(true);
        return open(file, () -> {}, config, TransactionMode.DEFERRED, Migrations::check);
    }

    /**
     * Opens the file to add to it, also while another process writes it: of rows that two may write, each must be right
     * whatever the other has written.
     */
    public static Database toAdd(Path file) {
        refuseMissing(file);
        return open(file, () -> {}, written(SynchronousMode.FULL), TransactionMode.IMMEDIATE, Migrations::check);
    }

    private static void refuseMissing(Path file) {
        if (!Files.exists(file)) {
            throw new StoreException(
                    "There is no store at " + file + " yet. Run `sync` first, or correct the store's path.", null);
        }
    }

    /** @param begin how transactions begin: who reads before he writes must not find that another has written meanwhile */
    private static Database open(
            Path file, Runnable release, SQLiteConfig config, TransactionMode begin, Consumer<Migrations> migrating) {
        try {
            migrating.accept(new Migrations(file, source(file, config)));
            config.setTransactionMode(begin);
            return new Database(file, release, Jdbi.create(source(file, config)).open());
        } catch (JdbiException | FlywayException e) {
            throw StoreFailure.of(file, e);
        }
    }

    private static SQLiteDataSource source(Path file, SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    private static SQLiteConfig written(SynchronousMode mode) {
        SQLiteConfig config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // what is deleted or replaced is overwritten: whoever is erased leaves no older version in a free corner
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        config.setSynchronous(mode);
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, String.valueOf(PAGES_BEFORE_CHECKPOINT));
        return config;
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setCacheSize(-CACHE_KIB);
        return config;
    }

    private static void makeFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreException(
                    "The folder " + folder + " of the store cannot be made. Check that its path is right and that this"
                            + " user may write there.",
                    e);
        }
    }

    /** Writes all of it, as it is at one moment, into a file that does not exist yet; nobody who writes here is kept waiting. */
    public synchronized void copyTo(Path copy) {
        try {
            handle.execute("VACUUM INTO ?", copy.toAbsolutePath().toString());
        } catch (JdbiException e) {
            throw StoreFailure.of(copy, e);
        }
    }

    /** Asks. */
    public synchronized <T> T ask(Function<Handle, T> question) {
        try {
            return question.apply(handle);
        } catch (JdbiException | Damage e) {
            throw StoreFailure.of(file, e);
        } catch (IllegalArgumentException | DateTimeException e) {
            // we can read what we write: whatever stands there now was not written by us
            throw StoreFailure.of(file, new Damage(e));
        }
    }

    /** Changes rows in one transaction that has reached the disk when this returns, or changes nothing. */
    public synchronized void change(Consumer<Handle> change) {
        try {
            handle.useTransaction(change::accept);
        } catch (JdbiException | Damage e) {
            leaveTransaction();
            throw StoreFailure.of(file, e);
        }
    }

    /**
     * Of a transaction that could not begin, since the file was locked, the driver believes that it has begun: whatever is
     * changed next would go without one.
     */
    private void leaveTransaction() {
        try {
            handle.execute("ROLLBACK");
        } catch (JdbiException e) {
            // there is none, as it should be
        }
        try {
            handle.getConnection().setAutoCommit(true);
        } catch (SQLException e) {
            // it had none to end, and knows it now
        }
    }

    /** The same, and nothing of what it deletes is left in the log beside the file. */
    public synchronized void erase(Consumer<Handle> change) {
        change(change);
        ask(h -> h.createQuery("PRAGMA wal_checkpoint(TRUNCATE)").mapToMap().list());
    }

    @Override
    public synchronized void close() {
        try {
            handle.close();
        } catch (JdbiException e) {
            throw StoreFailure.of(file, e);
        } finally {
            release.run();
        }
    }
}
