package io.smarketing.store.table;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.store.text.Json;
import io.smarketing.store.text.PersonText;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The people, with the tables that reports are told from. */
public final class People {

    static final String BY_ID = """
            SELECT document FROM person
            WHERE workspace = :workspace AND id IN (SELECT value FROM json_each(:keys))
            ORDER BY id""";
    static final String BY_KEY = """
            SELECT document FROM person
            WHERE workspace = :workspace AND external_key IN (SELECT value FROM json_each(:keys))
            ORDER BY external_key""";
    private static final String STORE = """
            INSERT INTO person (workspace, id, external_key, stage, document) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (workspace, id) DO UPDATE SET
              external_key = excluded.external_key, stage = excluded.stage, document = excluded.document""";
    private static final String STORE_STAGE = """
            INSERT INTO person_stage (workspace, person, stage, entered) VALUES (?, ?, ?, ?)
            ON CONFLICT (workspace, person, stage) DO UPDATE SET entered = excluded.entered
              WHERE entered <> excluded.entered""";
    static final String DROP_STAGES = """
            DELETE FROM person_stage
            WHERE workspace = :workspace AND person IN (SELECT value FROM json_each(:people))
              AND person || ' ' || stage NOT IN (SELECT value FROM json_each(:kept))""";
    private static final String STORE_OTHER =
            "INSERT INTO person_other (workspace, person, crm, type, record) VALUES (?, ?, ?, ?, ?)";
    static final String DROP_OTHERS = """
            DELETE FROM person_other
            WHERE workspace = :workspace AND person IN (SELECT value FROM json_each(:people))""";
    private static final String DURATIONS = """
            SELECT a.person AS person, a.entered AS begun, b.entered AS done
            FROM person_stage a
            JOIN person_stage b ON b.workspace = a.workspace AND b.person = a.person AND b.stage = :to
            WHERE a.workspace = :workspace AND a.stage = :from
            ORDER BY a.person""";

    private final Rows rows;

    public People(Rows rows) {
        this.rows = rows;
    }

    public List<Person> byIds(Collection<PersonId> ids) {
        return documents(BY_ID, ids.stream().map(PersonId::toString).sorted().toList());
    }

    public List<Person> byKeys(Collection<String> keys) {
        return documents(BY_KEY, keys.stream().sorted().toList());
    }

    private List<Person> documents(String sql, List<String> keys) {
        return rows.query(sql, keys)
                .map((rs, ctx) -> PersonText.read(rs.getBytes("document")))
                .list();
    }

    /** Stores people as they stand now. */
    public void store(List<Person> people) {
        if (people.isEmpty()) {
            return;
        }
        List<Person> sorted = people.stream()
                .sorted(Comparator.comparing(p -> p.id().toString()))
                .toList();
        rows.each(
                STORE,
                sorted,
                p -> List.of(p.id().toString(), p.key(), p.progress().standing(), PersonText.write(p)));
        String ids = Json.list(sorted.stream().map(p -> p.id().toString()).toList());
        storeStages(ids, sorted.stream().flatMap(Entry::of).toList());
        rows.update(DROP_OTHERS).bind("people", ids).execute();
        rows.each(
                STORE_OTHER,
                sorted.stream().flatMap(Other::of).toList(),
                o -> List.of(
                        o.person(),
                        o.ref().crm().name(),
                        o.ref().type().name(),
                        o.ref().id()));
    }

    /** People who are no more, since they are others. */
    public void forget(Collection<PersonId> ids) {
        if (!ids.isEmpty()) {
            String keys =
                    Json.list(ids.stream().map(PersonId::toString).sorted().toList());
            for (String table : List.of("person_stage WHERE person", "person_other WHERE person", "person WHERE id")) {
                rows.update("DELETE FROM " + table
                                + " IN (SELECT value FROM json_each(:keys)) AND workspace = :workspace")
                        .bind("keys", keys)
                        .execute();
            }
        }
    }

    private void storeStages(String ids, List<Entry> entries) {
        String kept = Json.list(
                entries.stream().map(e -> e.person() + " " + e.stage()).toList());
        rows.update(DROP_STAGES).bind("people", ids).bind("kept", kept).execute();
        rows.each(STORE_STAGE, entries, e -> List.of(e.person(), e.stage(), e.at().toEpochMilli()));
    }

    public long count() {
        return rows.query("SELECT count(*) FROM person WHERE workspace = :workspace")
                .mapTo(Long.class)
                .one();
    }

    public Map<String, Long> byStage() {
        Map<String, Long> counts = new TreeMap<>();
        rows.query("SELECT stage, count(*) AS n FROM person WHERE workspace = :workspace GROUP BY stage")
                .map((rs, ctx) -> Map.entry(rs.getString("stage"), rs.getLong("n")))
                .forEach(e -> counts.put(e.getKey(), e.getValue()));
        return counts;
    }

    public Map<CrmId, Long> others() {
        Map<CrmId, Long> counts = new TreeMap<>();
        rows.query("SELECT crm, count(*) AS n FROM person_other WHERE workspace = :workspace GROUP BY crm")
                .map((rs, ctx) -> Map.entry(new CrmId(rs.getString("crm")), rs.getLong("n")))
                .forEach(e -> counts.put(e.getKey(), e.getValue()));
        return counts;
    }

    public void durations(String from, String to, BiConsumer<PersonId, Duration> each) {
        rows.query(DURATIONS)
                .bind("from", from)
                .bind("to", to)
                .map((rs, ctx) -> Map.entry(
                        new PersonId(UUID.fromString(rs.getString("person"))),
                        Duration.ofMillis(rs.getLong("done") - rs.getLong("begun"))))
                .forEach(e -> each.accept(e.getKey(), e.getValue()));
    }

    private record Entry(String person, String stage, Instant at) {

        static Stream<Entry> of(Person person) {
            return person.progress().stamps().entrySet().stream()
                    .map(e -> new Entry(person.id().toString(), e.getKey(), e.getValue()));
        }
    }

    private record Other(String person, RecordRef ref) {

        static Stream<Other> of(Person person) {
            return person.holdings().values().stream()
                    .flatMap(h -> h.others().stream())
                    .map(o -> new Other(person.id().toString(), o));
        }
    }
}
