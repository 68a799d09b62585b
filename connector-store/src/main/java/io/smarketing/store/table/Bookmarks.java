package io.smarketing.store.table;

import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.sync.Bookmark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How far each CRM has been read. */
public final class Bookmarks {

    private static final String STORE = """
            INSERT INTO bookmark (workspace, crm, survey, surveyed, pass, loaded, sweep, listed, last_round)
            VALUES (:workspace, :crm, :survey, :surveyed, :pass, :loaded, :sweep, :listed, :last)
            ON CONFLICT (workspace, crm) DO UPDATE SET
              survey = excluded.survey, surveyed = excluded.surveyed, pass = excluded.pass,
              loaded = excluded.loaded, sweep = excluded.sweep,
              listed = excluded.listed, last_round = excluded.last_round""";

    private final Rows rows;

    public Bookmarks(Rows rows) {
        this.rows = rows;
    }

    public List<Bookmark> all() {
        return rows.query("SELECT * FROM bookmark WHERE workspace = :workspace ORDER BY crm")
                .map((rs, ctx) -> bookmark(rs))
                .list();
    }

    public Bookmark of(CrmId crm) {
        return all().stream().filter(b -> b.crm().equals(crm)).findFirst().orElseGet(() -> Bookmark.fresh(crm));
    }

    public void store(Bookmark bookmark) {
        rows.update(STORE)
                .bind("crm", bookmark.crm().name())
                .bind("survey", bookmark.survey().text())
                .bind("surveyed", bookmark.surveyed())
                .bind("pass", bookmark.pass().text())
                .bind("loaded", bookmark.loaded())
                .bind("sweep", bookmark.sweep().map(Cursor::text))
                .bind("listed", bookmark.listed().map(Instant::toEpochMilli))
                .bind("last", bookmark.lastRound().map(Instant::toEpochMilli))
                .execute();
    }

    private static Bookmark bookmark(ResultSet rs) throws SQLException {
        return new Bookmark(
                new CrmId(rs.getString("crm")),
                new Cursor(rs.getString("survey")),
                rs.getBoolean("surveyed"),
                new Cursor(rs.getString("pass")),
                rs.getBoolean("loaded"),
                Optional.ofNullable(rs.getString("sweep")).map(Cursor::new),
                instant(rs, "listed"),
                instant(rs, "last_round"));
    }

    private static Optional<Instant> instant(ResultSet rs, String column) throws SQLException {
        long millis = rs.getLong(column);
        return rs.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
