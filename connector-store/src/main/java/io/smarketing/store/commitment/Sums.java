package io.smarketing.store.commitment;

import io.smarketing.core.commitment.CommitmentBook;
import io.smarketing.core.commitment.CommitmentBook.Breach;
import io.smarketing.core.commitment.CommitmentBook.Due;
import io.smarketing.core.commitment.CommitmentBook.Promises;
import io.smarketing.core.commitment.Counted;
import io.smarketing.core.sla.terms.Period;
import io.smarketing.store.table.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.statement.Query;

/** The leads and promises that count in a period, summed up. */
public final class Sums {

    static final String LEADS = """
            SELECT count(*) AS leads, count(e.at) AS back FROM delivered d
            LEFT JOIN handoff_event e ON e.workspace = d.workspace AND e.person = d.person AND e.pass = d.pass
              AND e.kind = 'moment' AND e.name = 'REJECTED' AND e.at < :until
            WHERE d.workspace = :workspace AND d.commitment = :commitment AND d.period = :period AND d.at < :until""";
    // joined from the leads on (CROSS JOIN keeps the order): they are few, members of campaigns are not
    static final String PARTS = """
            WITH lead AS (SELECT person, source, persona FROM delivered
              WHERE workspace = :workspace AND commitment = :commitment AND period = :period AND at < :until),
            record AS (SELECT l.person, json_extract(h.value, '$.principal[0]') AS crm,
                json_extract(h.value, '$.principal[1]') AS type, json_extract(h.value, '$.principal[2]') AS record
              FROM lead l CROSS JOIN person p ON p.workspace = :workspace AND p.id = l.person,
                json_each(p.document, '$.holdings') h
              UNION ALL
              SELECT o.person, o.crm, o.type, o.record
              FROM lead l CROSS JOIN person_other o ON o.workspace = :workspace AND o.person = l.person)
            SELECT 'source' AS kind, source AS name, count(*) AS n FROM lead GROUP BY source
            UNION ALL SELECT 'persona', persona, count(*) FROM lead GROUP BY persona
            UNION ALL SELECT 'campaign', c.name, count(DISTINCT r.person) FROM record r
              CROSS JOIN campaign_member m ON m.workspace = :workspace AND m.crm = r.crm AND m.type = r.type
                AND m.record = r.record
              CROSS JOIN campaign c ON c.workspace = :workspace AND c.crm = m.crm AND c.id = m.campaign
              GROUP BY c.name""";
    static final String PROMISES = """
            SELECT state, count(*) AS n FROM clock
            WHERE workspace = :workspace AND due >= :from AND due < :to AND segment = :segment AND promise = :promise
              AND (state = 'KEPT' OR NOT EXISTS (SELECT 1 FROM excuse e WHERE e.workspace = clock.workspace
                AND e.person = clock.person AND e.pass = clock.pass AND e.promise = clock.promise))
            GROUP BY state""";
    static final String BROKEN = """
            SELECT person, pass, due, state = 'LATE' AS late FROM clock
            WHERE workspace = :workspace AND due >= :from AND due < :to AND segment = :segment AND promise = :promise
              AND state IN ('LATE', 'BREACHED')
              AND NOT EXISTS (SELECT 1 FROM excuse e WHERE e.workspace = clock.workspace
                AND e.person = clock.person AND e.pass = clock.pass AND e.promise = clock.promise)
            ORDER BY due, person""";
    private static final String PERIODS = "SELECT DISTINCT period FROM delivered WHERE workspace = :workspace";
    // who was erased counts on as before: nobody can look at them again
    private static final String FORGET = """
            DELETE FROM delivered WHERE workspace = ? AND period = ?
              AND EXISTS (SELECT 1 FROM person p WHERE p.workspace = delivered.workspace AND p.id = delivered.person)""";
    private static final String ADD = """
            INSERT INTO delivered (workspace, commitment, period, person, pass, at, source, persona)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";

    private final Rows rows;

    public Sums(Rows rows) {
        this.rows = rows;
    }

    public void add(List<Counted> counted) {
        List<Counted> sorted = counted.stream()
                .sorted(Comparator.comparing(
                        c -> c.commitment() + c.period().name() + c.lead().person()))
                .toList();
        rows.each(
                ADD,
                sorted,
                c -> List.of(
                        c.commitment(),
                        c.period().name(),
                        c.lead().person().toString(),
                        c.lead().pass(),
                        c.lead().at().toEpochMilli(),
                        c.source(),
                        c.persona()));
    }

    /** A version of the agreement judges the periods that begin when it holds: what an earlier one counted in them is void. */
    public void countAnew(Instant effective) {
        List<String> judged = rows.query(PERIODS).mapTo(String.class).list().stream()
                .filter(name -> Period.named(name)
                        .filter(p -> !p.from(ZoneOffset.UTC).isBefore(effective))
                        .isPresent())
                .toList();
        rows.each(FORGET, judged, name -> List.of(name));
    }

    public CommitmentBook.Delivered leads(String commitment, Period period, Instant until) {
        return asked(LEADS, commitment, period, until)
                .map((rs, ctx) -> new CommitmentBook.Delivered(rs.getLong("leads"), rs.getLong("back")))
                .one();
    }

    public Map<String, Map<String, Long>> parts(String commitment, Period period, Instant until) {
        Map<String, Map<String, Long>> parts = new TreeMap<>();
        asked(PARTS, commitment, period, until)
                .map((rs, ctx) -> parts.computeIfAbsent(rs.getString("kind"), k -> new TreeMap<>())
                        .put(rs.getString("name"), rs.getLong("n")))
                .list();
        return parts;
    }

    private Query asked(String sql, String commitment, Period period, Instant until) {
        return rows.query(sql)
                .bind("commitment", commitment)
                .bind("period", period.name())
                .bind("until", until.toEpochMilli());
    }

    public Promises promises(Due due) {
        Map<String, Long> states = new HashMap<>();
        asked(PROMISES, due)
                .map((rs, ctx) -> states.put(rs.getString("state"), rs.getLong("n")))
                .list();
        return new Promises(
                states.getOrDefault("KEPT", 0L), states.getOrDefault("LATE", 0L) + states.getOrDefault("BREACHED", 0L));
    }

    /** Whose they are is not known here. */
    public List<Breach> broken(Due due) {
        return asked(BROKEN, due).map((rs, ctx) -> Verdicts.breach(rs, "")).list();
    }

    private Query asked(String sql, Due due) {
        return rows.query(sql)
                .bind("from", due.from().toEpochMilli())
                .bind("to", due.to().toEpochMilli())
                .bind("segment", due.segment())
                .bind("promise", due.promise());
    }
}
