package io.smarketing.store.table;

import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.Email;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.person.Sighting;
import io.smarketing.core.person.Traces;
import io.smarketing.store.text.Json;
import io.smarketing.store.text.Marks;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** People who were erased for their privacy, and those who are to be. */
public final class Erasures {

    static final String RECORDS = """
            SELECT e.* FROM json_each(:keys) k CROSS JOIN erased_record e
            WHERE e.workspace = :workspace AND e.crm = json_extract(k.value, '$[0]')
              AND e.type = json_extract(k.value, '$[1]') AND e.record = json_extract(k.value, '$[2]')""";
    static final String MARKS = """
            SELECT mark FROM erased_mark
            WHERE workspace = :workspace AND mark IN (SELECT value FROM json_each(:keys))""";
    private static final String STORE_MARK =
            "INSERT INTO erased_mark (workspace, mark) VALUES (?, ?) ON CONFLICT DO NOTHING";
    private static final String STORE_RECORD =
            "INSERT INTO erased_record (workspace, crm, type, record) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String ASK =
            "INSERT INTO erasure_asked (workspace, crm, type, record) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String ASKED_NO_MORE =
            "DELETE FROM erasure_asked WHERE workspace = ? AND crm = ? AND type = ? AND record = ?";
    private static final List<String> DISOWN = List.of(
            "UPDATE handoff_event SET person = :nobody, counted = 1 WHERE workspace = :workspace AND person = :who",
            "UPDATE delivered SET person = :nobody WHERE workspace = :workspace AND person = :who");
    private static final List<String> OF_PEOPLE = List.of(
            "person_stage WHERE person",
            "person_other WHERE person",
            "person WHERE id",
            "handoff WHERE person",
            "clock WHERE person",
            "clock_watch WHERE person",
            "handoff_word WHERE person",
            "handoff_snapshot WHERE person",
            "sent_back WHERE person",
            "sent_back_answer WHERE person",
            "intent WHERE person",
            "notice WHERE person",
            "alert WHERE person",
            "excuse WHERE person",
            "miss_breach WHERE person",
            "journal WHERE person",
            "sighting WHERE person");

    private final Rows rows;

    public Erasures(Rows rows) {
        this.rows = rows;
    }

    public void ask(Collection<RecordRef> records) {
        rows.each(ASK, records.stream().sorted().toList(), Refs::values);
    }

    public Set<RecordRef> asked() {
        return new TreeSet<>(rows.query("SELECT * FROM erasure_asked WHERE workspace = :workspace")
                .map((rs, ctx) -> Refs.of(rs))
                .list());
    }

    /** Those of these that lead to somebody who was erased. */
    public Traces of(Traces traces) {
        if (traces.isEmpty() || !isAny()) {
            return Traces.NONE;
        }
        Set<RecordRef> refs = new HashSet<>(
                rows.query(RECORDS, traces.refs().stream().map(Refs::json).toList())
                        .map((rs, ctx) -> Refs.of(rs))
                        .list());
        return marks().map(m -> known(m, traces, refs)).orElseGet(() -> new Traces(refs, Set.of(), Set.of()));
    }

    private Traces known(Marks marks, Traces asked, Set<RecordRef> refs) {
        Map<String, Email> emails = new HashMap<>();
        Map<String, String> keys = new HashMap<>();
        asked.emails().forEach(e -> emails.put(marks.of(e), e));
        asked.keys().forEach(k -> keys.put(marks.ofKey(k), k));
        Set<String> all = new HashSet<>(emails.keySet());
        all.addAll(keys.keySet());
        List<String> found = rows.query(MARKS, all).mapTo(String.class).list();
        emails.keySet().retainAll(found);
        keys.keySet().retainAll(found);
        return new Traces(refs, Set.copyOf(keys.values()), Set.copyOf(emails.values()));
    }

    private boolean isAny() {
        return rows.query("SELECT EXISTS (SELECT 1 FROM erased_record WHERE workspace = :workspace)")
                .mapTo(Boolean.class)
                .one();
    }

    /** Erases whoever had these records, and gives all records they had. */
    public Set<RecordRef> erase(Set<RecordRef> records) {
        Everything all = new Everything(records);
        all.find();
        List<RecordRef> refs = all.refs.stream().sorted().toList();
        rows.each(STORE_RECORD, refs, Refs::values);
        mark(all);
        all.people.forEach(this::disown);
        String ids = Json.list(all.people.stream().map(PersonId::toString).toList());
        for (String table : OF_PEOPLE) {
            rows.update("DELETE FROM " + table + " IN (SELECT value FROM json_each(:keys)) AND workspace = :workspace")
                    .bind("keys", ids)
                    .execute();
        }
        for (String table : List.of("sighting", "parked", "campaign_member")) {
            rows.each(
                    "DELETE FROM " + table + " WHERE workspace = ? AND crm = ? AND type = ? AND record = ?",
                    refs,
                    Refs::values);
        }
        rows.each(ASKED_NO_MORE, refs, Refs::values);
        return all.refs;
    }

    /** Whoever counted for a promise counts on, and nobody can tell who that was. */
    private void disown(PersonId who) {
        String nobody = rows.query("SELECT 'erased-' || lower(hex(randomblob(16))) WHERE :workspace = :workspace")
                .mapTo(String.class)
                .one();
        DISOWN.forEach(sql -> rows.update(sql)
                .bind("who", who.toString())
                .bind("nobody", nobody)
                .execute());
    }

    private void mark(Everything all) {
        Marks marks = marks().orElseGet(this::newMarks);
        Set<String> texts = new TreeSet<>();
        all.emails.forEach(e -> texts.add(marks.of(e)));
        all.keys.forEach(k -> texts.add(marks.ofKey(k)));
        rows.each(STORE_MARK, List.copyOf(texts), List::of);
    }

    private Optional<Marks> marks() {
        return rows.query("SELECT salt FROM erasure_salt WHERE workspace = :workspace")
                .mapTo(String.class)
                .findOne()
                .map(Marks::new);
    }

    private Marks newMarks() {
        String salt = Marks.newSalt();
        rows.update("INSERT INTO erasure_salt (workspace, salt) VALUES (:workspace, :salt)")
                .bind("salt", salt)
                .execute();
        return new Marks(salt);
    }

    /** All that leads to some people, wherever it stands. */
    private final class Everything {

        private final Set<RecordRef> refs;
        private final Set<PersonId> people = new HashSet<>();
        private final Set<String> keys = new HashSet<>();
        private final Set<Email> emails = new HashSet<>();

        Everything(Set<RecordRef> asked) {
            this.refs = new HashSet<>(asked);
        }

        /**
         * The person with all records; then each record that bears one of the addresses. Whose that is goes too, but
         * may come back by what is not the person's: another address, another record.
         */
        void find() {
            Sightings sightings = new Sightings(rows);
            sightings.byRefs(refs).values().forEach(this::take);
            new People(rows).byIds(people).forEach(this::take);
            sightings.ofPeopleOrAddresses(people, Set.of()).forEach(this::take);
            sightings.byRefs(refs).values().forEach(this::take);
            sightings.ofPeopleOrAddresses(Set.of(), emails).forEach(s -> {
                refs.add(s.ref());
                s.person().ifPresent(people::add);
            });
        }

        private void take(Sighting sighting) {
            refs.add(sighting.ref());
            sighting.person().ifPresent(people::add);
            sighting.email().ifPresent(emails::add);
            key(sighting.key());
        }

        private void take(Person person) {
            person.email().ifPresent(emails::add);
            key(person.key());
            for (Holding held : person.holdings().values()) {
                Stream.concat(Stream.of(held.principal()), held.others().stream())
                        .forEach(refs::add);
            }
        }

        private void key(String key) {
            if (!key.isBlank()) {
                keys.add(key);
            }
        }
    }
}
