package io.smarketing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.store.file.Database;
import io.smarketing.store.file.StoreException;
import io.smarketing.testkit.books.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What befalls a store's file: each time a sentence that names it and the remedy, and nothing is lost or doubled. */
final class StoreTroubleTest {

    private static final Map<CrmId, String> OURS = Map.of(Samples.LEFT, "1", Samples.RIGHT, "1");
    private static final int PAGE = 4096;

    private final Sides sides = new Sides();

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("store.db");
    }

    private void sync() {
        try (SqliteStore store = SqliteStore.open(file(), OURS)) {
            sides.sync(store);
        }
    }

    /** The store that is there, on a connection of which the database asks something more. */
    private SqliteStore open(String pragma) {
        Database database = Database.toWrite(file());
        database.ask(handle -> handle.execute("PRAGMA " + pragma));
        return new SqliteStore(database);
    }

    private void told(StoreException e, String... words) {
        assertThat(e.getMessage()).startsWith("The store " + file() + " ").contains(words);
    }

    @Test
    void aFullDiskIsToldAndWhatWasRecordedIsKept() throws SQLException {
        sides.newcomers(20);
        sync();
        sides.newcomers(400);
        sides.edit(true, 7, "edited on the right");
        int pages = pages();
        int failures = 0;
        // each time there is a little more room, so that it is another commit that fails
        for (boolean done = false; !done; failures++) {
            try (SqliteStore store = open("max_page_count = " + (pages + failures * failures))) {
                sides.sync(store);
                done = true;
            } catch (StoreException e) {
                told(e, "the disk is full", "Make room and start again");
            }
        }
        assertThat(failures).isGreaterThan(3);
        sides.assertInStep();
        assertThat(sides.title(false, 7)).isEqualTo("edited on the right");
    }

    @Test
    void aFileThatAnotherProgramHasLockedIsToldAndTheSyncGoesOnAfterwards() throws SQLException {
        sides.newcomers(20);
        sync();
        sides.edit(false, 7, "edited on the left");
        try (Connection other = direct();
                SqliteStore store = open("busy_timeout = 20")) {
            other.createStatement().execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> sides.sync(store))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            e -> told(e, "is locked by another program", "Close what has it open"));
            other.createStatement().execute("ROLLBACK");
            sides.sync(store);
        }
        sides.assertInStep();
        assertThat(sides.title(true, 7)).isEqualTo("edited on the left");
    }

    @Test
    void aFileThatMayNotBeWrittenAnyMoreIsToldAndTheSyncGoesOnAfterwards() {
        sides.newcomers(20);
        sync();
        sides.newcomers(5);
        sides.edit(false, 7, "edited on the left");
        try (SqliteStore store = open("query_only = 1")) {
            assertThatThrownBy(() -> sides.sync(store))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> told(e, "cannot be opened for writing", "write permission"));
        }
        sync();
        sides.assertInStep();
        assertThat(sides.title(true, 7)).isEqualTo("edited on the left");
    }

    @Test
    void whicheverPageIsOverwrittenItIsToldOrDoesNoHarmAndTheBackupGoesOn() throws IOException {
        byte[] backup = backup();
        int failures = 0;
        for (int at = 0; at < backup.length; at += 13 * PAGE) {
            byte[] damaged = backup.clone();
            Arrays.fill(damaged, at, at + PAGE, (byte) 0xa5);
            failures += failsOn(damaged, at) ? 1 : 0;
        }
        assertThat(failures).isGreaterThan(3);
        goesOnWith(backup);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whicheverBytesAreOverwrittenItIsToldOrDoesNoHarmAndTheBackupGoesOn(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] backup = backup();
        for (int i = 0; i < 12; i++) {
            byte[] damaged = backup.clone();
            int at = 100 + random.nextInt(damaged.length - 200);
            for (int j = 0; j < 40; j++) {
                damaged[at + j] = (byte) random.nextInt(256);
            }
            failsOn(damaged, at);
        }
        goesOnWith(backup);
    }

    @Test
    void aFileThatIsCutOffIsToldAndTheBackupGoesOn() throws IOException {
        byte[] backup = backup();
        int failures = 0;
        for (int length : new int[] {50, PAGE, backup.length / 4, backup.length / 2, backup.length - PAGE}) {
            failures += failsOn(Arrays.copyOf(backup, length), length) ? 1 : 0;
        }
        assertThat(failures).isGreaterThanOrEqualTo(4);
        goesOnWith(backup);
    }

    @Test
    void withoutItsFileOrWithAnEmptyOneNobodyIsDoubledAndEditsCrossAsBefore() throws IOException {
        backup();
        Files.delete(file());
        sync();
        sides.assertInStep();
        lay(new byte[0]);
        sync();
        sides.edit(true, 3, "edited afterwards");
        sync();
        sides.assertInStep();
        assertThat(sides.title(false, 3)).isEqualTo("edited afterwards");
    }

    @Test
    void aLogThatIsCutOffBesideTheFileLosesNothing() throws IOException {
        sides.newcomers(50);
        byte[] log;
        byte[] main;
        try (SqliteStore store = SqliteStore.open(file(), OURS)) {
            sides.sync(store);
            sides.newcomers(50);
            sides.edit(true, 7, "edited on the right");
            sides.sync(store);
            main = Files.readAllBytes(file());
            log = Files.readAllBytes(log());
        }
        for (int part = 1; part <= 4; part++) {
            lay(main);
            Files.write(log(), Arrays.copyOf(log, log.length * part / 5));
            sides.edit(false, 9, "edited after " + part);
            sync();
            sides.assertInStep();
            assertThat(sides.title(true, 9)).isEqualTo("edited after " + part);
        }
    }

    private Path log() {
        return file().resolveSibling("store.db-wal");
    }

    /** The store of 60 people who are in step. */
    private byte[] backup() throws IOException {
        sides.newcomers(60);
        sync();
        return Files.readAllBytes(file());
    }

    private void lay(byte[] bytes) throws IOException {
        Files.deleteIfExists(log());
        Files.deleteIfExists(file().resolveSibling("store.db-shm"));
        Files.write(file(), bytes);
    }

    /** True if a sync on that file is refused in words; if it is not, both are in step. */
    private boolean failsOn(byte[] damaged, int at) throws IOException {
        lay(damaged);
        sides.edit(false, 1 + at % 59, "edited before " + at);
        try {
            sync();
        } catch (StoreException e) {
            told(e, "is damaged, or is no database. Restore it from a backup; or move it away");
            return true;
        }
        sides.assertInStep();
        return false;
    }

    private void goesOnWith(byte[] backup) throws IOException {
        lay(backup);
        sides.edit(true, 60, "edited at last");
        sync();
        sides.assertInStep();
        assertThat(sides.title(false, 60)).isEqualTo("edited at last");
    }

    private int pages() throws SQLException {
        try (Connection direct = direct()) {
            return direct.createStatement().executeQuery("PRAGMA page_count").getInt(1);
        }
    }

    private Connection direct() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file());
    }
}
