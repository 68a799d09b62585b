package io.smarketing.store.clock;

import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.Fingerprint;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sync.watch.Excuse;
import io.smarketing.store.table.Rows;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was said to excuse promises: added, and never changed. */
public final class Excuses {

    static final String OF_PEOPLE = """
            SELECT * FROM excuse
            WHERE workspace = :workspace AND person IN (SELECT value FROM json_each(:keys)) ORDER BY no""";
    private static final String ADD =
            "INSERT INTO excuse (workspace, person, pass, promise, at, who, reason) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String NEWS = """
            WHERE workspace = :workspace AND person = :person AND event GLOB :events AND document <> ''""";
    private static final String BROKEN = """
            SELECT count(DISTINCT e.person || ' ' || e.pass || ' ' || e.promise) FROM excuse e
            JOIN clock c ON c.workspace = e.workspace AND c.person = e.person AND c.pass = e.pass
              AND c.promise = e.promise
            WHERE e.workspace = :workspace AND c.state IN ('BREACHED', 'LATE')""";

    private static final List<String> SILENCE = List.of(
            "UPDATE alert SET document = '' " + NEWS,
            "UPDATE notice SET document = '', sent = NULL, missing = NULL " + NEWS);

    private final Rows rows;

    public Excuses(Rows rows) {
        this.rows = rows;
    }

    /** What people were to hear of that promise, and have not, they hear no more. */
    public void add(Excuse excuse) {
        rows.each(
                ADD,
                List.of(excuse),
                e -> List.of(
                        e.person().toString(),
                        e.pass(),
                        e.promise(),
                        e.at().toEpochMilli(),
                        e.by().address(),
                        e.reason()));
        SILENCE.forEach(sql -> rows.update(sql)
                .bind("person", excuse.person().toString())
                .bind("events", "sla-*-" + excuse.pass() + "-" + Fingerprint.of(excuse.promise()) + "-*")
                .execute());
    }

    public List<Excuse> of(Collection<PersonId> people) {
        return rows.query(
                        OF_PEOPLE,
                        people.stream().map(PersonId::toString).sorted().toList())
                .map((rs, ctx) -> new Excuse(
                        new PersonId(UUID.fromString(rs.getString("person"))),
                        rs.getInt("pass"),
                        rs.getString("promise"),
                        Instant.ofEpochMilli(rs.getLong("at")),
                        new Email(rs.getString("who")),
                        rs.getString("reason")))
                .list();
    }

    /** How many of them are of promises that were broken. */
    public long broken() {
        return rows.query(BROKEN).mapTo(Long.class).one();
    }

    /** @param people who are no more, and who goes on for each */
    public void handOver(Map<PersonId, PersonId> people) {
        people.forEach((who, into) -> rows.update(
                        "UPDATE excuse SET person = :into WHERE workspace = :workspace AND person = :who")
                .bind("who", who.toString())
                .bind("into", into.toString())
                .execute());
    }
}
