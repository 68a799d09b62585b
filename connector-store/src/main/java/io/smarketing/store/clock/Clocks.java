package io.smarketing.store.clock;

import io.smarketing.core.person.PersonId;
import io.smarketing.core.sla.clock.Mark;
import io.smarketing.core.sla.clock.Reading;
import io.smarketing.core.sla.clock.State;
import io.smarketing.core.sync.watch.ClockRow;
import io.smarketing.store.table.Rows;
import io.smarketing.store.text.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The clocks, one row for each promise about one handoff. */
public final class Clocks {

    static final String OF_PEOPLE = """
            SELECT * FROM clock
            WHERE workspace = :workspace AND person IN (SELECT value FROM json_each(:keys))
            ORDER BY person, pass, promise""";
    private static final String STORE = """
            INSERT INTO clock (workspace, person, pass, promise, version, segment, state, started, due, ended, worked, marks)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (workspace, person, pass, promise) DO UPDATE SET
              state = excluded.state, started = excluded.started, due = excluded.due, ended = excluded.ended,
              worked = excluded.worked, marks = excluded.marks""";
    private static final String BY_STATE = """
            SELECT state, count(*) AS n FROM clock WHERE workspace = :workspace AND promise <> '' GROUP BY state""";
    private static final String GIVE_WAY = """
            DELETE FROM clock WHERE workspace = :workspace AND person = :into AND EXISTS (
              SELECT 1 FROM clock o WHERE o.workspace = :workspace AND o.person = :who AND o.pass = clock.pass
                AND o.promise = clock.promise AND o.version = clock.version AND o.segment = clock.segment
                AND json_array_length(o.marks) > json_array_length(clock.marks))""";
    private static final String GO_OVER = """
            UPDATE OR IGNORE clock SET person = :into
            WHERE workspace = :workspace AND person = :who AND NOT EXISTS (
              SELECT 1 FROM clock h WHERE h.workspace = :workspace AND h.person = :into AND h.pass = clock.pass
                AND (h.version <> clock.version OR h.segment <> clock.segment))""";

    private final Rows rows;

    public Clocks(Rows rows) {
        this.rows = rows;
    }

    public List<ClockRow> of(Collection<PersonId> people) {
        return rows.query(
                        OF_PEOPLE,
                        people.stream().map(PersonId::toString).sorted().toList())
                .map((rs, ctx) -> row(rs))
                .list();
    }

    public Map<State, Long> byState() {
        Map<State, Long> counts = new EnumMap<>(State.class);
        rows.query(BY_STATE)
                .map((rs, ctx) -> counts.put(State.valueOf(rs.getString("state")), rs.getLong("n")))
                .list();
        return counts;
    }

    /**
     * The clocks of people who turned out to be others go over to these, where both are judged by the same terms: of two
     * on one promise the one of which more was told, so that nothing is told again.
     */
    public void join(Map<PersonId, PersonId> others) {
        others.forEach((who, into) -> List.of(GIVE_WAY, GO_OVER)
                .forEach(sql -> rows.update(sql)
                        .bind("who", who.toString())
                        .bind("into", into.toString())
                        .execute()));
    }

    public void store(List<ClockRow> clocks) {
        List<ClockRow> sorted = clocks.stream()
                .sorted(Comparator.comparing((ClockRow c) -> c.person().toString())
                        .thenComparing(ClockRow::pass)
                        .thenComparing(ClockRow::promise))
                .toList();
        rows.each(
                STORE,
                sorted,
                c -> Arrays.asList(
                        c.person().toString(),
                        c.pass(),
                        c.promise(),
                        c.version(),
                        c.segment(),
                        c.reading().state().name(),
                        millis(c.reading().started()),
                        millis(c.reading().due()),
                        millis(c.reading().ended()),
                        c.reading().worked().toSeconds(),
                        marks(c.reading().marks())));
    }

    private static @Nullable Long millis(Optional<Instant> at) {
        return at.map(Instant::toEpochMilli).orElse(null);
    }

    private static String marks(List<Mark> marks) {
        return Json.list(marks.stream().map(m -> m.word() + " " + m.at()).toList());
    }

    private static ClockRow row(ResultSet rs) throws SQLException {
        Reading reading = new Reading(
                State.valueOf(rs.getString("state")),
                instant(rs, "started"),
                instant(rs, "due"),
                instant(rs, "ended"),
                Duration.ofSeconds(rs.getLong("worked")),
                Json.list(rs.getString("marks")).stream().map(Clocks::mark).toList(),
                Optional.empty());
        return new ClockRow(
                new PersonId(UUID.fromString(rs.getString("person"))),
                rs.getInt("pass"),
                rs.getString("promise"),
                rs.getString("version"),
                rs.getString("segment"),
                reading);
    }

    private static Optional<Instant> instant(ResultSet rs, String column) throws SQLException {
        long at = rs.getLong(column);
        return rs.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }

    private static Mark mark(String text) {
        int end = text.lastIndexOf(' ');
        String word = text.substring(0, end);
        // a bare number is what earlier versions wrote for a part of the time
        return new Mark(
                word.chars().allMatch(Character::isDigit) ? word + "%" : word, Instant.parse(text.substring(end + 1)));
    }
}
