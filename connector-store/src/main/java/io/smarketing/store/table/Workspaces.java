package io.smarketing.store.table;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The workspaces of a store: one, in a file. */
public final class Workspaces {

    private final Handle handle;

    public Workspaces(Handle handle) {
        this.handle = handle;
    }

    /** The number and the accounts of the workspace that stands in the file. */
    public Optional<Row> only() {
        return handle.createQuery("SELECT id, accounts FROM workspace ORDER BY id LIMIT 1")
                .map((rs, ctx) -> new Row(rs.getLong("id"), rs.getString("accounts")))
                .findOne();
    }

    /** Makes the file's workspace. */
    public void add(String accounts) {
        handle.createUpdate("INSERT INTO workspace (accounts) VALUES (:accounts)")
                .bind("accounts", accounts)
                .execute();
    }

    /** One workspace: the number that all its rows bear, and the accounts it belongs to. */
    public record Row(long id, String accounts) {}
}
