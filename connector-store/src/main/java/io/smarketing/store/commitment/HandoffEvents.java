package io.smarketing.store.commitment;

import io.smarketing.core.commitment.Reached;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.store.table.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What happened in handoffs since something was agreed: added, and never changed. */
public final class HandoffEvents {

    // named, since without statistics SQLite takes the key and reads all that ever happened
    static final String UNCOUNTED = """
            SELECT person, pass, name, at FROM handoff_event INDEXED BY handoff_event_uncounted
            WHERE workspace = :workspace AND counted = 0 LIMIT :most""";
    private static final String SINCE = "SELECT min(effective) FROM agreement WHERE workspace = :workspace";
    private static final String ADD = """
            INSERT INTO handoff_event (workspace, person, pass, kind, name, at, counted) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";
    private static final String ADD_STAGES = """
            INSERT INTO handoff_event (workspace, person, pass, kind, name, at, counted)
            SELECT s.workspace, s.person, coalesce(json_extract(p.document, '$.pass.number'), 1), 'stage', s.stage,
              s.entered, 0
            FROM person_stage s JOIN person p ON p.workspace = s.workspace AND p.id = s.person
            WHERE s.workspace = :workspace AND s.entered >= :since
            ON CONFLICT DO NOTHING""";
    private static final String ADD_MOMENTS = """
            INSERT INTO handoff_event (workspace, person, pass, kind, name, at, counted)
            SELECT p.workspace, p.id, coalesce(json_extract(p.document, '$.pass.number'), 1), 'moment', m.key,
              strftime('%s', m.value) * 1000, 1
            FROM person p, json_each(p.document, '$.handoff') m
            WHERE p.workspace = :workspace AND strftime('%s', m.value) * 1000 >= :since
            ON CONFLICT DO NOTHING""";
    private static final String COUNT = """
            UPDATE handoff_event SET counted = 1
            WHERE workspace = ? AND person = ? AND pass = ? AND kind = 'stage' AND name = ?""";
    private static final String COUNT_ANEW = """
            UPDATE handoff_event SET counted = 0
            WHERE workspace = :workspace AND kind = 'stage' AND counted = 1 AND at >= :since""";
    private static final List<String> OF_PEOPLE = List.of("handoff_event", "delivered");

    /** A day begins that much earlier where it begins first. */
    private static final Duration EAST = Duration.ofHours(14);

    private final Rows rows;

    public HandoffEvents(Rows rows) {
        this.rows = rows;
    }

    private record Event(PersonId person, int pass, String kind, String name, Instant at) {}

    /** What these people have come to since something was agreed. */
    public void happened(List<Person> people) {
        Optional<Instant> since = since().map(effective -> effective.minus(EAST));
        if (since.isPresent()) {
            List<Event> events = new ArrayList<>();
            people.stream().sorted(Comparator.comparing(p -> p.id().toString())).forEach(p -> {
                int pass = p.progress().pass().number();
                p.progress().stamps().forEach((stage, at) -> events.add(new Event(p.id(), pass, "stage", stage, at)));
                p.progress()
                        .handover()
                        .moments()
                        .forEach((moment, at) -> events.add(new Event(p.id(), pass, "moment", moment.name(), at)));
            });
            events.removeIf(e -> e.at().isBefore(since.get()));
            rows.each(
                    ADD,
                    events,
                    e -> List.of(
                            e.person().toString(),
                            e.pass(),
                            e.kind(),
                            e.name(),
                            e.at().toEpochMilli(),
                            e.kind().equals("stage") ? 0 : 1));
        }
    }

    /** When the first version of the agreement begins to hold; empty if nothing was agreed. */
    public Optional<Instant> since() {
        return rows.query(SINCE).mapTo(Long.class).findOne().map(Instant::ofEpochMilli);
    }

    /** A version was accepted: who has come since the first one holds is known, and since this one holds is looked at anew. */
    public void everybody(Instant effective) {
        since().map(first -> first.minus(EAST))
                .ifPresent(since -> List.of(ADD_STAGES, ADD_MOMENTS)
                        .forEach(sql -> rows.update(sql)
                                .bind("since", since.toEpochMilli())
                                .execute()));
        rows.update(COUNT_ANEW)
                .bind("since", effective.minus(EAST).toEpochMilli())
                .execute();
    }

    public List<Reached> uncounted(int most) {
        return rows.query(UNCOUNTED)
                .bind("most", most)
                .map((rs, ctx) -> new Reached(
                        new PersonId(UUID.fromString(rs.getString("person"))),
                        rs.getInt("pass"),
                        rs.getString("name"),
                        Instant.ofEpochMilli(rs.getLong("at"))))
                .list();
    }

    public void counted(List<Reached> looked) {
        rows.each(COUNT, looked, r -> List.of(r.person().toString(), r.pass(), r.stage()));
    }

    /** What happened to people who turned out to be others happened to these. */
    public void join(Map<PersonId, PersonId> others) {
        rows.rename(OF_PEOPLE, others);
    }
}
