package io.smarketing.store.table;

import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.sync.Parked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** What is put aside. */
public final class ParkedRows {

    // the keys come first by order (CROSS): left to itself SQLite reads all that is parked for each
    static final String BY_SOURCE = """
            SELECT p.* FROM json_each(:keys) k CROSS JOIN parked p
            WHERE p.workspace = :workspace AND p.crm = json_extract(k.value, '$[0]')
              AND p.type = json_extract(k.value, '$[1]') AND p.record = json_extract(k.value, '$[2]')
            ORDER BY p.crm, p.type, p.record, p.target, p.field""";
    // left to itself SQLite reads all that is parked, whatever the cause
    static final String OLDEST_BY_CAUSE = """
            SELECT p.* FROM json_each(:workspaces) w CROSS JOIN parked p INDEXED BY parked_by_cause
            WHERE p.workspace = w.value AND p.kind = :kind
            ORDER BY p.at, p.crm, p.type, p.record, p.target, p.field LIMIT :most""";
    private static final String STORE = """
            INSERT INTO parked (workspace, crm, type, record, target, field, kind, sentence, attempt, tried, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (workspace, crm, type, record, target, field) DO UPDATE SET
              kind = excluded.kind, sentence = excluded.sentence, attempt = excluded.attempt, tried = excluded.tried,
              at = excluded.at""";

    private final Rows rows;

    public ParkedRows(Rows rows) {
        this.rows = rows;
    }

    public List<Parked> of(Collection<RecordRef> sources) {
        return rows.query(BY_SOURCE, sources.stream().distinct().map(Refs::json).toList())
                .map((rs, ctx) -> parked(rs))
                .list();
    }

    /** Source records of a CRM with something last tried up to that time, at most that many after that one. */
    public List<RecordRef> sources(CrmId crm, Instant upTo, Optional<RecordRef> after, int most) {
        return rows.query("""
                        SELECT DISTINCT crm, type, record FROM parked
                        WHERE workspace = :workspace AND crm = :crm AND (type, record) > (:type, :record) AND tried <= :at
                        ORDER BY type, record LIMIT :most""")
                .bind("crm", crm.name())
                .bind("type", after.map(r -> r.type().name()).orElse(""))
                .bind("record", after.map(RecordRef::id).orElse(""))
                .bind("at", upTo.toEpochMilli())
                .bind("most", most)
                .map((rs, ctx) -> Refs.of(rs))
                .list();
    }

    /** The oldest, at most that many. */
    public List<Parked> oldest(int most) {
        return rows.query("""
                        SELECT * FROM parked WHERE workspace = :workspace
                        ORDER BY at, crm, type, record, target, field LIMIT :most""").bind("most", most).map((rs, ctx) -> parked(rs)).list();
    }

    /** The oldest of all these workspaces for one cause, at most that many, one at a time. */
    public static void oldest(
            Handle handle, Collection<Long> workspaces, FailureKind cause, int most, Consumer<Parked> each) {
        handle.createQuery(OLDEST_BY_CAUSE)
                .bind("workspaces", workspaces.toString())
                .bind("kind", cause.name())
                .bind("most", most)
                .map((rs, ctx) -> parked(rs))
                .forEach(each);
    }

    public Map<FailureKind, Long> byCause() {
        Map<FailureKind, Long> counts = new EnumMap<>(FailureKind.class);
        rows.query("SELECT kind, count(*) AS n FROM parked WHERE workspace = :workspace GROUP BY kind")
                .map((rs, ctx) -> Map.entry(FailureKind.valueOf(rs.getString("kind")), rs.getLong("n")))
                .forEach(e -> counts.put(e.getKey(), e.getValue()));
        return counts;
    }

    /**
     * Puts these aside in place of all that is aside for the cleared sources. What is aside for the same cause again has
     * been so since before.
     */
    public void replace(Collection<RecordRef> cleared, List<Parked> parked) {
        Map<Parked.Trouble, Instant> since = new HashMap<>();
        if (!parked.isEmpty()) {
            of(parked.stream().map(Parked::source).toList()).forEach(p -> since.put(p.trouble(), p.at()));
        }
        clear(cleared);
        store(parked, since);
    }

    private void clear(Collection<RecordRef> sources) {
        rows.each(
                "DELETE FROM parked WHERE workspace = ? AND crm = ? AND type = ? AND record = ?",
                sources.stream().sorted().toList(),
                Refs::values);
    }

    private void store(List<Parked> parked, Map<Parked.Trouble, Instant> since) {
        rows.each(
                STORE,
                parked,
                p -> List.of(
                        p.source().crm().name(),
                        p.source().type().name(),
                        p.source().id(),
                        p.target().name(),
                        p.field().map(FieldName::text).orElse(""),
                        p.kind().name(),
                        p.sentence(),
                        p.attempt(),
                        p.at().toEpochMilli(),
                        since.getOrDefault(p.trouble(), p.at()).toEpochMilli()));
    }

    private static Parked parked(ResultSet rs) throws SQLException {
        return new Parked(
                Refs.of(rs),
                new CrmId(rs.getString("target")),
                Optional.of(rs.getString("field")).filter(f -> !f.isEmpty()).map(FieldName::of),
                FailureKind.valueOf(rs.getString("kind")),
                rs.getString("sentence"),
                rs.getString("attempt"),
                Instant.ofEpochMilli(rs.getLong("at")));
    }
}
