package io.smarketing.store.handoff;

import io.smarketing.core.handoff.Snapshot;
import io.smarketing.core.handoff.Testimony;
import io.smarketing.core.handoff.Testimony.How;
import io.smarketing.core.person.PersonId;
import io.smarketing.store.table.Refs;
import io.smarketing.store.table.Rows;
import io.smarketing.store.text.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was said of handoffs, and leads as they were handed over: added, and never changed. */
public final class HandoffLedger {

    private static final List<String> TABLES = List.of("handoff_word", "handoff_snapshot");
    private static final String ADD = """
            INSERT INTO handoff_word (workspace, person, pass, event, at, crm, type, record, how, noted, untold)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String OF = """
            SELECT * FROM handoff_word WHERE workspace = :workspace AND person = :person
            ORDER BY pass, at, noted, event, crm""";
    private static final String UNTOLD = """
            SELECT * FROM handoff_word WHERE workspace = :workspace AND untold = 1 ORDER BY person LIMIT :most""";
    private static final String TOLD = """
            UPDATE handoff_word SET untold = 0
            FROM (SELECT ? AS workspace, ? AS person, ? AS pass, ? AS event, ? AS at, ? AS crm, ? AS type, ? AS record,
                    ? AS how) told
            WHERE handoff_word.workspace = told.workspace AND handoff_word.person = told.person
              AND handoff_word.pass = told.pass AND handoff_word.event = told.event AND handoff_word.at = told.at
              AND handoff_word.crm = told.crm AND handoff_word.type = told.type AND handoff_word.record = told.record
              AND handoff_word.how = told.how""";
    private static final String FREEZE = """
            INSERT INTO handoff_snapshot (workspace, person, pass, taken, document) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";
    private static final String FROZEN =
            "SELECT * FROM handoff_snapshot WHERE workspace = :workspace AND person = :person ORDER BY pass";

    private final Rows rows;

    public HandoffLedger(Rows rows) {
        this.rows = rows;
    }

    /** @param since what was before is no handoff that anything was promised about */
    public void add(List<Testimony> said, Instant since) {
        rows.each(
                ADD,
                said.stream()
                        .filter(t -> !t.at().isBefore(since))
                        .sorted(Comparator.comparing(t -> t.person().toString()))
                        .toList(),
                t -> List.of(
                        t.person().toString(),
                        t.pass(),
                        t.event(),
                        t.at().toEpochMilli(),
                        t.record().crm().name(),
                        t.record().type().name(),
                        t.record().id(),
                        t.how().name(),
                        t.noted().toEpochMilli(),
                        t.how().isEscalated() ? 1 : 0));
    }

    /** Moves of which people are to be told. */
    public List<Testimony> escalated(int most) {
        return rows.query(UNTOLD)
                .bind("most", most)
                .map((rs, ctx) -> testimony(new PersonId(UUID.fromString(rs.getString("person"))), rs))
                .list();
    }

    /** People have been told of these. */
    public void told(List<Testimony> moves) {
        rows.each(
                TOLD,
                moves,
                t -> List.of(
                        t.person().toString(),
                        t.pass(),
                        t.event(),
                        t.at().toEpochMilli(),
                        t.record().crm().name(),
                        t.record().type().name(),
                        t.record().id(),
                        t.how().name()));
    }

    public List<Testimony> of(PersonId person) {
        return rows.query(OF)
                .bind("person", person.toString())
                .map((rs, ctx) -> testimony(person, rs))
                .list();
    }

    private static Testimony testimony(PersonId person, ResultSet rs) throws SQLException {
        return new Testimony(
                person,
                rs.getInt("pass"),
                rs.getString("event"),
                Instant.ofEpochMilli(rs.getLong("at")),
                Refs.of(rs),
                How.valueOf(rs.getString("how")),
                Instant.ofEpochMilli(rs.getLong("noted")));
    }

    public void freeze(List<Snapshot> leads) {
        rows.each(
                FREEZE,
                leads,
                s -> List.of(s.person().toString(), s.pass(), s.taken().toEpochMilli(), text(s.values())));
    }

    public List<Snapshot> frozen(PersonId person) {
        return rows.query(FROZEN)
                .bind("person", person.toString())
                .map((rs, ctx) -> snapshot(person, rs))
                .list();
    }

    /** What was said of people who turned out to be others was said of these. */
    public void join(Map<PersonId, PersonId> others) {
        rows.rename(TABLES, others);
    }

    private static Snapshot snapshot(PersonId person, ResultSet rs) throws SQLException {
        List<String> pairs = Json.list(rs.getString("document"));
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            values.put(pairs.get(i), pairs.get(i + 1));
        }
        return new Snapshot(person, rs.getInt("pass"), Instant.ofEpochMilli(rs.getLong("taken")), values);
    }

    private static String text(Map<String, String> values) {
        List<String> pairs = new ArrayList<>();
        values.forEach((name, value) -> {
            pairs.add(name);
            pairs.add(value);
        });
        return Json.list(pairs);
    }
}
