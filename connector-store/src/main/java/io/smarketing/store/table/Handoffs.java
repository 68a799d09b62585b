package io.smarketing.store.table;

import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.lifecycle.TrackRecord;
import io.smarketing.core.lifecycle.View;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.store.text.Json;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The handoffs of all passes, told apart by the source of the lead. */
public final class Handoffs {

    static final String BY_SOURCE = """
            SELECT source, count(*) AS handed, sum(accepted) AS accepted,
              sum(CASE WHEN stage IN (SELECT value FROM json_each(:won)) THEN 1 ELSE 0 END) AS won
            FROM handoff
            WHERE workspace = :workspace AND source IN (SELECT value FROM json_each(:keys))
            GROUP BY source""";
    private static final String STORE = """
            INSERT INTO handoff (workspace, person, pass, source, accepted, stage) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (workspace, person, pass) DO UPDATE SET
              source = excluded.source, accepted = excluded.accepted, stage = excluded.stage
              WHERE source <> excluded.source OR accepted <> excluded.accepted OR stage <> excluded.stage""";
    static final String FORGET = """
            DELETE FROM %s
            WHERE workspace = :workspace AND person IN (SELECT value FROM json_each(:keys))""";
    private static final List<String> OF_PEOPLE = List.of("handoff", "clock", "clock_watch");

    private final Rows rows;

    public Handoffs(Rows rows) {
        this.rows = rows;
    }

    public Map<String, TrackRecord> bySource(Collection<String> sources, Set<String> won) {
        Map<String, TrackRecord> records = new TreeMap<>();
        rows.query(BY_SOURCE, sources.stream().sorted().toList())
                .bind("won", Json.list(won.stream().sorted().toList()))
                .map((rs, ctx) -> Map.entry(
                        rs.getString("source"),
                        new TrackRecord(rs.getLong("handed"), rs.getLong("accepted"), rs.getLong("won"))))
                .forEach(e -> records.put(e.getKey(), e.getValue()));
        return records;
    }

    /** Stores how the present handoff of these people stands now. */
    public void store(List<Person> people) {
        List<Person> known = people.stream()
                .filter(p -> source(p).isPresent())
                .sorted(Comparator.comparing(p -> p.id().toString()))
                .toList();
        rows.each(
                STORE,
                known,
                p -> List.of(
                        p.id().toString(),
                        p.progress().pass().number(),
                        source(p).orElseThrow(),
                        p.progress().handover().at(Moment.ACCEPTED).isPresent() ? 1 : 0,
                        p.progress().stage()));
    }

    private static Optional<String> source(Person person) {
        return person.progress().handover().view().map(View::source).filter(s -> !s.isEmpty());
    }

    /** Handoffs, and what was promised of them, of people who are no more, since they are others. */
    public void forget(Collection<PersonId> ids) {
        if (!ids.isEmpty()) {
            String keys =
                    Json.list(ids.stream().map(PersonId::toString).sorted().toList());
            OF_PEOPLE.forEach(table ->
                    rows.update(String.format(FORGET, table)).bind("keys", keys).execute());
        }
    }
}
