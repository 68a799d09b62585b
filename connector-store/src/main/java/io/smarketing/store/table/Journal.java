package io.smarketing.store.table;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.person.PersonId;
import io.smarketing.store.text.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What happened, line by line: rows are added and never changed, and go with whoever is erased. */
public final class Journal {

    private static final String ADD = """
            INSERT INTO journal (workspace, at, person, event, crm, type, record, fields, note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String LEFT_ALONE = """
            SELECT event, f.value AS field, count(*) AS n FROM journal, json_each(journal.fields) f
            WHERE workspace = :workspace AND event IN ('DRIFT', 'LEFT_DIFFERENT') GROUP BY event, f.value""";

    // by number, since many lines of a wave bear one time
    static final String OF_PERSON = """
            SELECT * FROM journal WHERE workspace = :workspace AND person = :person ORDER BY no DESC LIMIT :most""";

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

    /** What happened to a person, the newest first. */
    public List<JournalLine> of(PersonId person, int most) {
        return rows.query(OF_PERSON)
                .bind("person", person.toString())
                .bind("most", most)
                .map((rs, ctx) -> new JournalLine(
                        Instant.ofEpochMilli(rs.getLong("at")),
                        person,
                        Event.valueOf(rs.getString("event")),
                        new CrmId(rs.getString("crm")),
                        Refs.of(rs),
                        Json.list(rs.getString("fields")).stream()
                                .map(FieldName::of)
                                .collect(Collectors.toSet()),
                        rs.getString("note")))
                .list();
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
