package io.smarketing.store.table;

import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.lead.FieldName;
import io.smarketing.store.text.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What happened, line by line: rows are added and never changed. */
public final class Journal {

    private static final String ADD = """
            INSERT INTO journal (workspace, at, person, event, crm, type, record, fields, note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String DRIFT = """
            SELECT f.value AS field, count(*) AS n FROM journal, json_each(journal.fields) f
            WHERE workspace = :workspace AND event = 'DRIFT' GROUP BY f.value""";

    private final Rows rows;

    public Journal(Rows rows) {
        this.rows = rows;
    }

    public void add(List<JournalLine> lines) {
        rows.each(
                ADD,
                lines,
                l -> List.of(
                        l.at().toEpochMilli(),
                        l.person().toString(),
                        l.event().name(),
                        l.crm().name(),
                        l.record().type().name(),
                        l.record().id(),
                        Json.list(l.fields().stream().map(FieldName::text).toList()),
                        l.note()));
    }

    /** Lines of drift, per field. */
    public Map<FieldName, Long> drift() {
        Map<FieldName, Long> counts = new TreeMap<>();
        rows.query(DRIFT)
                .map((rs, ctx) -> Map.entry(FieldName.of(rs.getString("field")), rs.getLong("n")))
                .forEach(e -> counts.put(e.getKey(), e.getValue()));
        return counts;
    }
}
