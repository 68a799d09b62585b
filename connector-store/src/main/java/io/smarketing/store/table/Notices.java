package io.smarketing.store.table;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sync.Posting;
import io.smarketing.store.text.NoticeText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What people are to be told, and of which events they have been. */
public final class Notices {

    static final String OPEN = """
            SELECT * FROM notice WHERE workspace = :workspace AND crm = :crm AND document <> '' ORDER BY no LIMIT :most""";
    private static final String ADD = """
            INSERT INTO notice (workspace, crm, event, person, document) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (workspace, crm, event) DO NOTHING""";
    private static final String WAITING = """
            SELECT crm, count(*) AS n FROM notice WHERE workspace = :workspace AND document <> '' GROUP BY crm""";
    private static final String WHERE = " WHERE workspace = ? AND crm = ? AND event = ?";

    private final Rows rows;

    public Notices(Rows rows) {
        this.rows = rows;
    }

    public void add(List<Posting> news) {
        rows.each(
                ADD,
                news,
                p -> List.of(p.crm().name(), p.notice().event(), p.person().toString(), NoticeText.write(p.notice())));
    }

    public List<Posting> open(CrmId crm, int most) {
        return rows.query(OPEN)
                .bind("crm", crm.name())
                .bind("most", most)
                .map((rs, ctx) -> posting(rs))
                .list();
    }

    public Map<CrmId, Long> waiting() {
        Map<CrmId, Long> waiting = new TreeMap<>();
        rows.query(WAITING)
                .map((rs, ctx) -> waiting.put(new CrmId(rs.getString("crm")), rs.getLong("n")))
                .list();
        return waiting;
    }

    private static Posting posting(ResultSet rs) throws SQLException {
        return new Posting(
                new PersonId(UUID.fromString(rs.getString("person"))),
                NoticeText.read(rs.getString("event"), rs.getString("document")),
                time(rs, "sent"),
                time(rs, "missing"));
    }

    private static Optional<Instant> time(ResultSet rs, String column) throws SQLException {
        long millis = rs.getLong(column);
        return rs.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    public void sending(List<Posting> postings, Instant at) {
        // the number is no parameter, since those of WHERE come after the workspace
        set("missing = NULL, sent = " + at.toEpochMilli(), postings);
    }

    public void missing(List<Posting> postings, Instant at) {
        set("missing = " + at.toEpochMilli(), postings);
    }

    public void unsent(List<Posting> postings) {
        set("sent = NULL, missing = NULL", postings);
    }

    /** Only that it was told stays. */
    public void close(List<Posting> postings) {
        set("document = '', sent = NULL, missing = NULL", postings);
    }

    /** @param people who are no more, and who goes on for each */
    public void handOver(Map<PersonId, PersonId> people) {
        rows.each(
                "UPDATE notice SET person = joined.by FROM (SELECT ? AS workspace, ? AS gone, ? AS by) joined"
                        + " WHERE notice.workspace = joined.workspace AND person = joined.gone",
                List.copyOf(people.entrySet()),
                e -> List.of(e.getKey().toString(), e.getValue().toString()));
    }

    private void set(String what, List<Posting> postings) {
        rows.each(
                "UPDATE notice SET " + what + WHERE,
                postings,
                p -> List.of(p.crm().name(), p.notice().event()));
    }
}
