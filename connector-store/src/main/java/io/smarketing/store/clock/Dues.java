package io.smarketing.store.clock;

import io.smarketing.core.person.PersonId;
import io.smarketing.core.sync.watch.Looked.Next;
import io.smarketing.store.table.Rows;
import io.smarketing.store.text.Json;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Whom to look at next, and when. */
public final class Dues {

    static final String DUE = """
            SELECT person FROM clock_watch
            WHERE workspace = :workspace AND next IS NOT NULL AND next <= :until ORDER BY next LIMIT :most""";
    static final String UNTOLD =
            "SELECT person FROM clock_watch WHERE workspace = :workspace AND untold = 1 LIMIT :most";
    private static final String HANDED = """
            INSERT INTO clock_watch (workspace, person, next, open, untold)
            SELECT DISTINCT s.workspace, s.person, 0, 1, 0 FROM person_stage s
            JOIN agreement a ON a.workspace = s.workspace AND a.handed = s.stage AND a.effective <= s.entered
            WHERE s.workspace = :workspace %s
            ON CONFLICT (workspace, person) DO UPDATE SET next = 0""";
    static final String HANDED_OF = String.format(HANDED, "AND s.person IN (SELECT value FROM json_each(:keys))");
    private static final String KNOWN = """
            UPDATE clock_watch SET next = 0
            WHERE workspace = :workspace AND person IN (SELECT value FROM json_each(:keys))""";
    private static final String LOOKED = """
            INSERT INTO clock_watch (workspace, next, open, person, untold) VALUES (?, ?, ?, ?, 0)
            ON CONFLICT (workspace, person) DO UPDATE SET next = excluded.next, open = excluded.open""";
    private static final String CHANGED = """
            UPDATE clock_watch SET untold = 1
            WHERE workspace = :workspace AND person IN (SELECT value FROM json_each(:keys))""";
    private static final String TOLD = """
            UPDATE clock_watch SET untold = 0
            WHERE workspace = :workspace AND person IN (SELECT value FROM json_each(:keys))""";
    private static final String OVER = """
            DELETE FROM clock_watch
            WHERE workspace = :workspace AND person IN (SELECT value FROM json_each(:keys))
              AND next IS NULL AND open = 0 AND untold = 0""";

    private final Rows rows;

    public Dues(Rows rows) {
        this.rows = rows;
    }

    public List<PersonId> due(Instant upTo, int most) {
        return rows.query(DUE)
                .bind("until", upTo.toEpochMilli())
                .bind("most", most)
                .mapTo(String.class)
                .map(Dues::id)
                .list();
    }

    public Set<PersonId> untold(int most) {
        return new LinkedHashSet<>(rows.query(UNTOLD)
                .bind("most", most)
                .mapTo(String.class)
                .map(Dues::id)
                .list());
    }

    /** Something of these people was recorded: those who were handed over are due. */
    public void happened(Collection<PersonId> people) {
        if (!people.isEmpty()) {
            change(HANDED_OF, people);
            change(KNOWN, people);
        }
    }

    /** A version of the agreement was accepted: everybody whom it judges is due. */
    public void everybody() {
        rows.update(String.format(HANDED, "")).execute();
    }

    public void looked(Map<PersonId, Next> next, Collection<PersonId> changed) {
        rows.each(
                LOOKED,
                List.copyOf(next.entrySet()),
                e -> Arrays.asList(
                        e.getValue().at().map(Instant::toEpochMilli).orElse(null),
                        e.getValue().open() ? 1 : 0,
                        e.getKey().toString()));
        change(CHANGED, changed);
        change(OVER, next.keySet());
    }

    public void told(Collection<PersonId> people) {
        change(TOLD, people);
        change(OVER, people);
    }

    private void change(String sql, Collection<PersonId> people) {
        if (!people.isEmpty()) {
            String keys =
                    Json.list(people.stream().map(PersonId::toString).sorted().toList());
            rows.update(sql).bind("keys", keys).execute();
        }
    }

    private static PersonId id(String text) {
        return new PersonId(UUID.fromString(text));
    }
}
