package io.smarketing.store.table;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.sync.Intent;
import io.smarketing.store.text.IntentText;
import java.util.Collection;
import java.util.List;

/** The writes that are on their way. */
public final class Intents {

    private final Rows rows;

    public Intents(Rows rows) {
        this.rows = rows;
    }

    public void store(List<Intent> intents) {
        rows.each(
                "INSERT INTO intent (workspace, id, target, person, document) VALUES (?, ?, ?, ?, ?)",
                intents,
                i -> List.of(i.id(), i.target().name(), i.after().id().toString(), IntentText.write(i)));
    }

    public List<Intent> open() {
        return rows.query("SELECT id, target, document FROM intent WHERE workspace = :workspace ORDER BY id")
                .map((rs, ctx) ->
                        IntentText.read(rs.getLong("id"), new CrmId(rs.getString("target")), rs.getString("document")))
                .list();
    }

    public void erase(Collection<Long> ids) {
        rows.each(
                "DELETE FROM intent WHERE workspace = ? AND id = ?",
                ids.stream().sorted().toList(),
                List::of);
    }

    /** Reserves that many ids and gives the first. */
    public long reserve(int many) {
        rows.update("""
                        INSERT INTO intent_id (workspace, next) VALUES (:workspace, 1 + :many)
                        ON CONFLICT (workspace) DO UPDATE SET next = next + :many""").bind("many", many).execute();
        return rows.query("SELECT next FROM intent_id WHERE workspace = :workspace")
                        .mapTo(Long.class)
                        .one()
                - many;
    }
}
