package io.smarketing.store.table;

import io.smarketing.core.crm.record.Subject;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The workspaces of a store: one for each subject, of the same accounts. */
public final class Workspaces {

    private final Handle handle;

    public Workspaces(Handle handle) {
        this.handle = handle;
    }

    /** The number and the accounts of a subject's workspace, if it has been made. */
    public Optional<Row> of(Subject subject) {
        return handle.createQuery("SELECT id, accounts FROM workspace WHERE subject = :subject")
                .bind("subject", subject.word())
                .map((rs, ctx) -> new Row(rs.getLong("id"), rs.getString("accounts")))
                .findOne();
    }

    /** Makes a subject's workspace, unless it is there. */
    public void add(Subject subject, String accounts) {
        handle.createUpdate("""
                        INSERT INTO workspace (accounts, subject) VALUES (:accounts, :subject)
                        ON CONFLICT (subject) DO NOTHING""")
                .bind("accounts", accounts)
                .bind("subject", subject.word())
                .execute();
    }

    /** One workspace: the number that all its rows bear, and the accounts it belongs to. */
    public record Row(long id, String accounts) {}
}
