package io.smarketing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.person.Person;
import io.smarketing.store.file.StoreException;
import io.smarketing.testkit.books.Samples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreFileTest {

    private static final Map<CrmId, String> OURS = Map.of(Samples.LEFT, "123", Samples.RIGHT, "00Dxx");

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("deep/state/store.db");
    }

    private SqliteStore open() {
        return SqliteStore.open(file(), OURS);
    }

    @Test
    void makesItsFolderAndTellsItsAccounts() {
        try (SqliteStore store = open()) {
            assertThat(store.accounts()).isEqualTo("left 123 + right 00Dxx");
        }
        assertThat(file()).exists();
    }

    @Test
    void refusesTheStoreOfOtherAccountsByName() {
        open().close();
        assertThatThrownBy(() -> SqliteStore.open(file(), Map.of(Samples.LEFT, "999", Samples.RIGHT, "00Dxx")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining("left 123 + right 00Dxx")
                .hasMessageContaining("left 999 + right 00Dxx")
                .hasMessageContaining("Set another path");
        open().close();
    }

    @Test
    void refusesASecondWriterAndNamesTheFirst() {
        try (SqliteStore first = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("pid " + ProcessHandle.current().pid())
                    .hasMessageContaining(file().toString());
            assertThat(first.people().known()).isZero();
        }
        open().close();
    }

    @Test
    void canBeReadWhileItIsWrittenAndByWhoDoesNotKnowTheAccounts() {
        try (SqliteStore writer = open()) {
            writer.ledger().record(Samples.load(0, 10));
            try (SqliteStore reader = SqliteStore.openToRead(file())) {
                assertThat(reader.accounts()).isEqualTo(writer.accounts());
                assertThat(reader.overview(EnumSet.allOf(Subject.class)).people())
                        .isEqualTo(10);
                writer.ledger().record(Samples.load(10, 10));
                assertThat(reader.overview(EnumSet.allOf(Subject.class)).people())
                        .isEqualTo(20);
                assertThatThrownBy(() -> reader.ledger().record(Samples.load(20, 1)))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("write permission");
            }
        }
        try (SqliteStore reader = SqliteStore.openToRead(file())) {
            assertThat(reader.overview(EnumSet.allOf(Subject.class)).people()).isEqualTo(20);
        }
    }

    @Test
    void whoReadsMakesNoStore() {
        assertThatThrownBy(() -> SqliteStore.openToRead(file()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("There is no store at " + file());
        assertThat(file()).doesNotExist();
    }

    @Test
    void saysThatAFileIsDamaged() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "This is a text of some length, and no database at all. ".repeat(100));
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining("is damaged, or is no database");
        assertThatThrownBy(() -> SqliteStore.openToRead(file()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is damaged, or is no database");
    }

    @Test
    void saysThatAFolderOrFileCannotBeThere() throws IOException {
        Files.writeString(folder.resolve("deep"), "a file where a folder should be");
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("The folder " + file().getParent());
        Path directory = Files.createDirectory(folder.resolve("store.db"));
        assertThatThrownBy(() -> SqliteStore.open(directory, OURS))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(directory.toString())
                .hasMessageContaining("cannot be opened");
    }

    @Test
    void refusesTheStoreOfANewerVersionUntouched() throws SQLException {
        open().close();
        try (Connection direct = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            direct.createStatement()
                    .execute("INSERT INTO flyway_schema_history SELECT 99, '99', 'later', type, 'V99__later.sql', 1,"
                            + " installed_by, installed_on, 1, 1 FROM flyway_schema_history LIMIT 1");
        }
        assertThatThrownBy(this::open).isInstanceOf(StoreException.class).hasMessageContaining("newer version");
        assertThatThrownBy(() -> SqliteStore.openToRead(file()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("newer version");
    }

    @Test
    void losesNothingWhenTheProcessDies() throws IOException {
        Path image = folder.resolve("image.db");
        try (SqliteStore store = open()) {
            store.ledger().record(Samples.load(0, 100));
            store.ledger().intend(List.of(Samples.update(7, Samples.person(1), Fields.of("a", "b"))));
            Files.copy(file(), image);
            Files.copy(file().resolveSibling("store.db-wal"), folder.resolve("image.db-wal"));
        }
        try (SqliteStore store = SqliteStore.open(image, OURS)) {
            assertThat(store.people().known()).isEqualTo(100);
            assertThat(store.ledger().openIntents()).hasSize(1);
        }
    }

    @Test
    void noExceptionQuotesAPersonalValue() {
        Person one = Samples.person(1);
        Person thief = new Person(
                Samples.id(2), one.key(), Optional.of(Samples.email(1)), one.progress(), false, one.holdings());
        try (SqliteStore store = open()) {
            store.ledger().record(Samples.wave(one));
            assertThatThrownBy(() -> store.ledger().record(Samples.wave(thief)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("contradict")
                    .satisfies(e -> {
                        StringWriter trace = new StringWriter();
                        e.printStackTrace(new PrintWriter(trace));
                        assertThat(trace.toString())
                                .doesNotContain("example.com")
                                .doesNotContain(one.key());
                    });
        }
    }
}
