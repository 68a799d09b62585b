package io.smarketing.store.table;

import io.smarketing.core.person.PersonId;
import io.smarketing.store.text.Json;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;

/**
 * One workspace's rows inside one transaction. Every statement names {@code :workspace}, and a batch gives it as its
 * first value. Keys by the thousand are handed over as one JSON array, so that a question is one statement however
 * many keys it has.
 */
public record Rows(Handle handle, long workspace) {

    public Query query(String sql) {
        return handle.createQuery(sql).bind("workspace", workspace);
    }

    /** A question about many keys, which the statement reads from {@code json_each(:keys)}. */
    public Query query(String sql, Collection<String> keys) {
        return query(sql).bind("keys", Json.list(keys));
    }

    public Update update(String sql) {
        return handle.createUpdate(sql).bind("workspace", workspace);
    }

    /** Gives each person's rows to whom they turned out to be; of what that one has, too, the other's goes. */
    public void rename(List<String> tables, Map<PersonId, PersonId> others) {
        others.forEach((who, into) -> tables.forEach(table -> {
            update("UPDATE OR IGNORE " + table + " SET person = :into WHERE workspace = :workspace AND person = :who")
                    .bind("who", who.toString())
                    .bind("into", into.toString())
                    .execute();
            update("DELETE FROM " + table + " WHERE workspace = :workspace AND person = :who")
                    .bind("who", who.toString())
                    .execute();
        }));
    }

    /** Runs one statement for each row, in the order given: by the driver itself, since this is where loads spend their time. */
    public <T> void each(String sql, List<T> rows, Function<T, List<?>> values) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement batch = handle.getConnection().prepareStatement(sql)) {
            for (T row : rows) {
                batch.setLong(1, workspace);
                int at = 2;
                for (Object value : values.apply(row)) {
                    batch.setObject(at++, value);
                }
                batch.addBatch();
            }
            batch.executeBatch();
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e.getMessage(), e, null);
        }
    }
}
