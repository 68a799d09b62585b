package io.smarketing.store.clock;

import io.smarketing.core.alert.Alert;
import io.smarketing.core.alert.Message;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sla.terms.Recipient;
import io.smarketing.core.sla.terms.Recipient.Way;
import io.smarketing.store.table.Rows;
import io.smarketing.store.text.AlertText;
import io.smarketing.store.text.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/** What people are told outside of the CRMs, and of which events they have been. */
public final class Alerts {

    static final String WAITING = """
            SELECT DISTINCT recipient FROM alert WHERE workspace = :workspace AND way = :way AND document <> ''""";
    private static final String OPEN = """
            SELECT * FROM alert
            WHERE workspace = :workspace AND way = :way AND recipient = :recipient AND document <> ''""";
    static final String GATHERED =
            OPEN + " AND message <> '' AND message NOT IN (SELECT value FROM json_each(:but)) ORDER BY no LIMIT 1";
    static final String TOGETHER = OPEN + " AND message = :message ORDER BY no";
    static final String LOOSE = OPEN + " AND message = '' ORDER BY no LIMIT :most";
    private static final String ADD = """
            INSERT INTO alert (workspace, way, recipient, event, person, document, message)
            VALUES (?, ?, ?, ?, ?, ?, '') ON CONFLICT (workspace, way, recipient, event) DO NOTHING""";
    private static final String GATHER = """
            UPDATE alert SET message = gathered.message
            FROM (SELECT ? AS workspace, ? AS message, ? AS way, ? AS recipient, ? AS event) gathered
            WHERE alert.workspace = gathered.workspace AND alert.way = gathered.way
              AND alert.recipient = gathered.recipient AND alert.event = gathered.event""";
    private static final String CLOSE = """
            UPDATE alert SET document = ''
            WHERE workspace = :workspace AND way = :way AND recipient = :recipient AND document <> ''
              AND message = :message""";
    private static final String UNSENT = """
            SELECT way, count(*) AS n FROM alert WHERE workspace = :workspace AND document <> '' GROUP BY way""";

    private final Rows rows;

    public Alerts(Rows rows) {
        this.rows = rows;
    }

    public void add(List<Alert> alerts) {
        rows.each(
                ADD,
                alerts,
                a -> List.of(
                        a.to().way().name(),
                        a.to().to(),
                        a.event(),
                        a.person().map(PersonId::toString).orElse(""),
                        AlertText.write(a)));
    }

    public Set<Recipient> waiting(Way way) {
        return new LinkedHashSet<>(rows.query(WAITING)
                .bind("way", way.name())
                .map((rs, ctx) -> new Recipient(way, rs.getString("recipient")))
                .list());
    }

    /** The message that was gathered before, else one of all that is loose, gathered now. */
    public Optional<Message> next(Recipient to, int most, Set<String> but) {
        Optional<String> before = query(GATHERED, to)
                .bind("but", Json.list(List.copyOf(but)))
                .map((rs, ctx) -> rs.getString("message"))
                .findOne();
        if (before.isPresent()) {
            List<Alert> together = query(TOGETHER, to)
                    .bind("message", before.get())
                    .map((rs, ctx) -> alert(rs, to))
                    .list();
            return Optional.of(new Message(before.get(), to, together));
        }
        List<Alert> loose = query(LOOSE, to)
                .bind("most", most)
                .map((rs, ctx) -> alert(rs, to))
                .list();
        if (loose.isEmpty()) {
            return Optional.empty();
        }
        String id = Message.idOf(to, loose.stream().map(Alert::event).toList());
        rows.each(GATHER, loose, a -> List.of(id, to.way().name(), to.to(), a.event()));
        return Optional.of(new Message(id, to, loose));
    }

    /** Only that it was told stays. */
    public void close(Message message) {
        rows.update(CLOSE)
                .bind("way", message.to().way().name())
                .bind("recipient", message.to().to())
                .bind("message", message.id())
                .execute();
    }

    public Map<Way, Long> unsent() {
        Map<Way, Long> unsent = new EnumMap<>(Way.class);
        rows.query(UNSENT)
                .map((rs, ctx) -> unsent.put(Way.valueOf(rs.getString("way")), rs.getLong("n")))
                .list();
        return unsent;
    }

    /** @param people who are no more, and who goes on for each */
    public void handOver(Map<PersonId, PersonId> people) {
        people.forEach((who, into) -> rows.update(
                        "UPDATE alert SET person = :into WHERE workspace = :workspace AND person = :who")
                .bind("who", who.toString())
                .bind("into", into.toString())
                .execute());
    }

    private Query query(String sql, Recipient to) {
        return rows.query(sql).bind("way", to.way().name()).bind("recipient", to.to());
    }

    private static Alert alert(ResultSet rs, Recipient to) throws SQLException {
        return AlertText.read(
                rs.getString("event"),
                to,
                Optional.of(rs.getString("person"))
                        .filter(id -> !id.isEmpty())
                        .map(id -> new PersonId(UUID.fromString(id))),
                rs.getString("document"));
    }
}
