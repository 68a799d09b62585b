package io.smarketing.store.feedback;

import io.smarketing.core.feedback.Answer;
import io.smarketing.core.feedback.Feedback;
import io.smarketing.core.feedback.Returned;
import io.smarketing.core.lead.Email;
import io.smarketing.core.person.PersonId;
import io.smarketing.store.table.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The leads that sales sent back, and marketing's answers: added, and never changed. */
public final class Returns {

    private static final List<String> TABLES = List.of("sent_back", "sent_back_answer");
    private static final String ADD = """
            INSERT INTO sent_back (workspace, person, pass, at, verdict, reason, author, touched)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (workspace, person, pass) DO UPDATE SET reason = excluded.reason WHERE reason = ''""";
    private static final String ANSWER = """
            INSERT INTO sent_back_answer (workspace, person, pass, at, author, change, unshown)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String UNSHOWN =
            "SELECT * FROM sent_back_answer WHERE workspace = :workspace AND unshown = 1 ORDER BY person LIMIT :most";
    private static final String SHOWN = """
            UPDATE sent_back_answer SET unshown = 0
            WHERE workspace = :workspace AND person = :person AND pass = :pass""";
    private static final String ALL = """
            SELECT s.*, a.at AS answered, a.author AS answerer, a.change FROM sent_back s
            LEFT JOIN sent_back_answer a ON a.workspace = s.workspace AND a.person = s.person AND a.pass = s.pass
            WHERE s.workspace = :workspace ORDER BY s.at, s.person""";

    private final Rows rows;

    public Returns(Rows rows) {
        this.rows = rows;
    }

    public void add(List<Returned> leads) {
        rows.each(
                ADD,
                leads,
                r -> List.of(
                        r.person().toString(),
                        r.pass(),
                        r.at().toEpochMilli(),
                        r.verdict(),
                        r.reason(),
                        r.by().map(Email::address).orElse(""),
                        r.touched() ? 1 : 0));
    }

    public void answer(List<Answer> answers) {
        add(answers, false);
    }

    /** An answer that no CRM shows. */
    public void acknowledge(Answer answer) {
        add(List.of(answer), true);
    }

    private void add(List<Answer> answers, boolean unshown) {
        rows.each(
                ANSWER,
                answers,
                a -> List.of(
                        a.person().toString(), a.pass(), a.at().toEpochMilli(), a.by(), a.change(), unshown ? 1 : 0));
    }

    public List<Answer> unshown(int most) {
        return rows.query(UNSHOWN)
                .bind("most", most)
                .map((rs, ctx) -> new Answer(
                        new PersonId(UUID.fromString(rs.getString("person"))),
                        rs.getInt("pass"),
                        Instant.ofEpochMilli(rs.getLong("at")),
                        rs.getString("author"),
                        rs.getString("change")))
                .list();
    }

    public void shown(List<Answer> answers) {
        answers.forEach(a -> rows.update(SHOWN)
                .bind("person", a.person().toString())
                .bind("pass", a.pass())
                .execute());
    }

    public List<Feedback> all() {
        return rows.query(ALL).map((rs, ctx) -> feedback(rs)).list();
    }

    /** What came of people who turned out to be others came of these. */
    public void join(Map<PersonId, PersonId> others) {
        rows.rename(TABLES, others);
    }

    private static Feedback feedback(ResultSet rs) throws SQLException {
        Returned lead = new Returned(
                new PersonId(UUID.fromString(rs.getString("person"))),
                rs.getInt("pass"),
                Instant.ofEpochMilli(rs.getLong("at")),
                rs.getString("verdict"),
                rs.getString("reason"),
                Email.in(rs.getString("author")),
                rs.getBoolean("touched"));
        long at = rs.getLong("answered");
        Optional<Answer> answer = rs.wasNull()
                ? Optional.empty()
                : Optional.of(new Answer(
                        lead.person(),
                        lead.pass(),
                        Instant.ofEpochMilli(at),
                        rs.getString("answerer"),
                        rs.getString("change")));
        return new Feedback(lead, answer);
    }
}
