package io.smarketing.store.table;

import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
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
    private static final String LEFT_ALONE = """
            SELECT event, f.value AS field, count(*) AS n FROM journal, json_each(journal.fields) f
            WHERE workspace = :workspace AND event IN ('DRIFT', 'LEFT_DIFFERENT') GROUP BY event, f.value""";

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

    /** Differences that were seen and left alone, per event and field. */
    public Map<Event, Map<FieldName, Long>> leftAlone() {
        Map<Event, Map<FieldName, Long>> counts = new TreeMap<>();
        rows.query(LEFT_ALONE)
                .map((rs, ctx) -> counts.computeIfAbsent(Event.valueOf(rs.getString("event")), e -> new TreeMap<>())
                        .put(FieldName.of(rs.getString("field")), rs.getLong("n")))
                .list();
        return counts;
    }
}
