package io.smarketing.store.commitment;

import io.smarketing.core.commitment.CommitmentBook.Breach;
import io.smarketing.core.commitment.CommitmentBook.Shown;
import io.smarketing.core.commitment.Goal;
import io.smarketing.core.commitment.Miss;
import io.smarketing.core.commitment.Part;
import io.smarketing.core.commitment.Remark;
import io.smarketing.core.commitment.Score;
import io.smarketing.core.commitment.Verdict;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.lead.Email;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sla.terms.Period;
import io.smarketing.core.sla.terms.Side;
import io.smarketing.store.table.Rows;
import io.smarketing.store.text.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/** What periods came to, and what people made of each miss: added, and never changed. */
public final class Verdicts {

    private static final String ADD = """
            INSERT INTO verdict (workspace, side, name, period, version, owner, promised, delivered, against, quality, kept,
              causes, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    // the names of weeks, quarters and months differ in their sixth letter
    private static final String LAST = """
            SELECT * FROM verdict WHERE workspace = :workspace AND no IN (
              SELECT max(no) FROM verdict WHERE workspace = :workspace
              GROUP BY side, name, CASE substr(period, 6, 1) WHEN 'W' THEN 1 WHEN 'Q' THEN 2 ELSE 3 END)""";
    private static final String MISSED = "SELECT * FROM verdict WHERE workspace = :workspace AND kept = 0 ORDER BY no";
    private static final String UNSETTLED = """
            SELECT * FROM verdict v WHERE workspace = :workspace AND kept = 0 AND NOT EXISTS (
              SELECT 1 FROM miss_task t WHERE t.workspace = v.workspace AND t.crm = :crm AND t.miss = v.no
                AND t.state LIKE :closed) ORDER BY no""";
    private static final String REMARK = """
            INSERT INTO miss_remark (workspace, miss, kind, at, author, text, owner, deadline)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String SHOW = """
            INSERT INTO miss_task (workspace, crm, miss, task, state, intended) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (workspace, crm, miss) DO UPDATE SET
              task = excluded.task, state = excluded.state, intended = excluded.intended""";
    private static final String REMARKS = """
            SELECT * FROM miss_remark WHERE workspace = :workspace
              AND miss IN (SELECT CAST(value AS INTEGER) FROM json_each(:keys)) ORDER BY no""";

    private static final String BREACH = """
            INSERT INTO miss_breach (workspace, miss, person, pass, due, late, owner)
            SELECT v.workspace, v.no, b.person, b.pass, b.due, b.late, b.owner
            FROM (SELECT ? AS workspace, ? AS person, ? AS pass, ? AS due, ? AS late, ? AS owner, ? AS side, ? AS name,
                    ? AS period) b
            JOIN verdict v ON v.workspace = b.workspace AND v.side = b.side AND v.name = b.name AND v.period = b.period
            WHERE true ON CONFLICT DO NOTHING""";
    private static final String BREACHES =
            "SELECT * FROM miss_breach WHERE workspace = :workspace AND miss = :miss ORDER BY owner = '', owner, due, person";

    private static final String GO_OVER =
            "UPDATE OR IGNORE miss_breach SET person = :into WHERE workspace = :workspace AND person = :who";
    private static final String LEFT_BEHIND =
            "DELETE FROM miss_breach WHERE workspace = :workspace AND person = :who AND person <> :into";

    private final Rows rows;

    public Verdicts(Rows rows) {
        this.rows = rows;
    }

    public void add(List<Verdict> verdicts) {
        rows.each(
                ADD,
                verdicts,
                v -> Arrays.asList(
                        v.goal().side().name(),
                        v.goal().name(),
                        v.goal().period().name(),
                        v.goal().version(),
                        v.owner().map(Email::address).orElse(""),
                        v.score().promised(),
                        v.score().delivered(),
                        v.score().against(),
                        v.score().quality().orElse(null),
                        v.score().isKept() ? 1 : 0,
                        Json.list(v.causes().stream().map(Verdicts::text).toList()),
                        v.at().toEpochMilli()));
        verdicts.forEach(v -> rows.each(
                BREACH,
                v.breaches(),
                b -> List.of(
                        b.person().toString(),
                        b.pass(),
                        b.due().toEpochMilli(),
                        b.late() ? 1 : 0,
                        b.owner(),
                        v.goal().side().name(),
                        v.goal().name(),
                        v.goal().period().name())));
    }

    /** The promises that were broken, by owner. */
    public List<Breach> breaches(long miss) {
        return rows.query(BREACHES)
                .bind("miss", miss)
                .map((rs, ctx) -> breach(rs, rs.getString("owner")))
                .list();
    }

    /** Promises about people who turned out to be others were about these. */
    public void join(Map<PersonId, PersonId> others) {
        others.forEach((who, into) -> List.of(GO_OVER, LEFT_BEHIND)
                .forEach(sql -> rows.update(sql)
                        .bind("who", who.toString())
                        .bind("into", into.toString())
                        .execute()));
    }

    static Breach breach(ResultSet rs, String owner) throws SQLException {
        return new Breach(
                new PersonId(UUID.fromString(rs.getString("person"))),
                rs.getInt("pass"),
                Instant.ofEpochMilli(rs.getLong("due")),
                rs.getBoolean("late"),
                owner);
    }

    private static String text(Part part) {
        return Json.list(List.of(part.kind(), part.name(), String.valueOf(part.now()), String.valueOf(part.before())));
    }

    private static Part part(String text) {
        List<String> parts = Json.list(text);
        return new Part(parts.get(0), parts.get(1), Long.parseLong(parts.get(2)), Long.parseLong(parts.get(3)));
    }

    /** The last of each goal. */
    public List<Goal> last() {
        return rows.query(LAST).map((rs, ctx) -> goal(rs)).list();
    }

    public List<Miss> misses() {
        return misses(rows.query(MISSED));
    }

    /** Those of which a CRM does not show that they are closed. */
    public List<Miss> unsettled(CrmId crm) {
        return misses(rows.query(UNSETTLED).bind("crm", crm.name()).bind("closed", Miss.State.CLOSED.word() + "%"));
    }

    private List<Miss> misses(Query asked) {
        Map<Long, Verdict> missed = new LinkedHashMap<>();
        asked.map((rs, ctx) -> missed.put(rs.getLong("no"), verdict(rs))).list();
        Map<Long, List<Remark>> remarks = new HashMap<>();
        rows.query(REMARKS, missed.keySet().stream().map(String::valueOf).toList())
                .map((rs, ctx) -> remarks.computeIfAbsent(rs.getLong("miss"), m -> new ArrayList<>())
                        .add(remark(rs)))
                .list();
        return missed.entrySet().stream()
                .map(e -> new Miss(e.getKey(), e.getValue(), remarks.getOrDefault(e.getKey(), List.of())))
                .toList();
    }

    public void add(long miss, Remark remark) {
        rows.each(
                REMARK,
                List.of(remark),
                r -> List.of(
                        miss,
                        r.kind().name(),
                        r.at().toEpochMilli(),
                        r.by().address(),
                        r.text(),
                        r.owner().map(Email::address).orElse(""),
                        r.deadline().map(LocalDate::toString).orElse("")));
    }

    public List<Shown> shown(CrmId crm) {
        return rows.query("SELECT * FROM miss_task WHERE workspace = :workspace AND crm = :crm")
                .bind("crm", crm.name())
                .map((rs, ctx) -> {
                    long at = rs.getLong("intended");
                    Optional<Instant> intended =
                            rs.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
                    return new Shown(rs.getLong("miss"), crm, rs.getString("task"), rs.getString("state"), intended);
                })
                .list();
    }

    public void show(Shown shown) {
        rows.each(
                SHOW,
                List.of(shown),
                s -> Arrays.asList(
                        s.crm().name(),
                        s.miss(),
                        s.task(),
                        s.state(),
                        s.intended().map(Instant::toEpochMilli).orElse(null)));
    }

    private static Goal goal(ResultSet rs) throws SQLException {
        return new Goal(
                Side.valueOf(rs.getString("side")),
                rs.getString("name"),
                Period.named(rs.getString("period")).orElseThrow(),
                rs.getString("version"));
    }

    private static Verdict verdict(ResultSet rs) throws SQLException {
        double share = rs.getDouble("quality");
        Optional<Double> quality = rs.wasNull() ? Optional.empty() : Optional.of(share);
        Score score = new Score(rs.getLong("promised"), rs.getLong("delivered"), rs.getLong("against"), quality);
        return new Verdict(
                goal(rs),
                Email.in(rs.getString("owner")),
                score,
                Json.list(rs.getString("causes")).stream().map(Verdicts::part).toList(),
                Instant.ofEpochMilli(rs.getLong("at")));
    }

    private static Remark remark(ResultSet rs) throws SQLException {
        String deadline = rs.getString("deadline");
        return new Remark(
                Remark.Kind.valueOf(rs.getString("kind")),
                Instant.ofEpochMilli(rs.getLong("at")),
                new Email(rs.getString("author")),
                rs.getString("text"),
                Email.in(rs.getString("owner")),
                deadline.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(deadline)));
    }
}
