package io.smarketing.store.clock;

import io.smarketing.core.alert.Pause;
import io.smarketing.store.table.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Channels, mailboxes and messages that rest after failures. */
public final class Pauses {

    private static final String STORE = """
            INSERT INTO alert_pause (workspace, who, failures, until) VALUES (?, ?, ?, ?)
            ON CONFLICT (workspace, who) DO UPDATE SET failures = excluded.failures, until = excluded.until""";

    private final Rows rows;

    public Pauses(Rows rows) {
        this.rows = rows;
    }

    public List<Pause> all() {
        return rows.query("SELECT * FROM alert_pause WHERE workspace = :workspace")
                .map((rs, ctx) -> new Pause(
                        rs.getString("who"), rs.getInt("failures"), Instant.ofEpochMilli(rs.getLong("until"))))
                .list();
    }

    public void store(Pause pause) {
        rows.each(
                STORE,
                List.of(pause),
                p -> List.of(p.who(), p.failures(), p.until().toEpochMilli()));
    }

    public void forget(Set<String> who) {
        who.forEach(w -> rows.update("DELETE FROM alert_pause WHERE workspace = :workspace AND who = :who")
                .bind("who", w)
                .execute());
    }
}
