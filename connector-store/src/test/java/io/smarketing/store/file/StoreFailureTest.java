package io.smarketing.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

final class StoreFailureTest {

    @ParameterizedTest
    @CsvSource({
        "SQLITE_BUSY, is locked by another program",
        "SQLITE_BUSY_SNAPSHOT, is locked by another program",
        "SQLITE_READONLY, cannot be opened for writing",
        "SQLITE_CANTOPEN, cannot be opened for writing",
        "SQLITE_CORRUPT, is damaged",
        "SQLITE_NOTADB, is damaged",
        "SQLITE_FULL, the disk is full",
        "SQLITE_IOERR_WRITE, Check the disk",
        "SQLITE_CONSTRAINT_UNIQUE, contradict",
        "SQLITE_NOMEM, SQLITE_NOMEM"
    })
    void eachFailureNamesTheFileAndTheRemedy(SQLiteErrorCode code, String says) {
        SQLException sql = new SQLiteException("driver's words", code);
        StoreException told = StoreFailure.of(
                Path.of("state/store.db"),
                new UnableToExecuteStatementException("quotes lead-0001@example.com", sql, null));
        assertThat(told).hasMessageStartingWith("The store state/store.db").hasMessageContaining(says);
        assertThat(told).hasCause(sql);
        assertThat(told.getMessage()).doesNotContain("example.com");
    }
}
