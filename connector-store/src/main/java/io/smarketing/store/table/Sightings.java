package io.smarketing.store.table;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.Email;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.person.Sighting;
import io.smarketing.store.text.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The records seen in the CRMs. */
public final class Sightings {

    static final String BY_RECORD = """
            SELECT * FROM sighting
            WHERE workspace = :workspace AND crm = :crm AND type = :type
              AND record IN (SELECT value FROM json_each(:keys))""";
    // the index is named, and its condition repeated: left to itself SQLite reads the whole CRM's rows instead
    static final String BY_KEY = """
            SELECT * FROM sighting INDEXED BY sighting_by_key
            WHERE workspace = :workspace AND crm = :crm AND live = 1 AND external_key <> ''
              AND external_key IN (SELECT value FROM json_each(:keys))
            ORDER BY crm, type, record""";
    static final String BY_EMAIL = """
            SELECT * FROM sighting INDEXED BY sighting_by_email
            WHERE workspace = :workspace AND crm = :crm AND live = 1 AND email <> ''
              AND email IN (SELECT value FROM json_each(:keys))
            ORDER BY crm, type, record""";
    static final String GONE_BY_PERSON = """
            SELECT * FROM sighting INDEXED BY sighting_gone_by_person
            WHERE workspace = :workspace AND person = :person AND live = 0
            ORDER BY crm, type, record""";
    private static final String OF_ANY = """
            SELECT * FROM sighting
            WHERE workspace = :workspace
              AND (person IN (SELECT value FROM json_each(:keys)) OR email IN (SELECT value FROM json_each(:emails)))""";
    private static final String STORE = """
            INSERT INTO sighting
              (workspace, crm, type, record, person, external_key, email, created, stamp, ripe, live)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (workspace, crm, type, record) DO UPDATE SET
              person = excluded.person, external_key = excluded.external_key, email = excluded.email,
              created = excluded.created, stamp = excluded.stamp, ripe = excluded.ripe, live = excluded.live""";
    // live ones are the many: all, which the key alone tells, without the few tombstones
    private static final String COUNT = """
            SELECT (SELECT count(*) FROM sighting WHERE workspace = :workspace AND crm = :crm)
                 - (SELECT count(*) FROM sighting WHERE workspace = :workspace AND crm = :crm AND live = 0)""";

    private final Rows rows;

    public Sightings(Rows rows) {
        this.rows = rows;
    }

    public Map<RecordRef, Sighting> byRefs(Collection<RecordRef> refs) {
        Map<RecordRef, Sighting> found = new TreeMap<>();
        refs.stream()
                .collect(Collectors.groupingBy(Kind::of))
                .forEach((kind, some) -> rows.query(
                                BY_RECORD,
                                some.stream().map(RecordRef::id).sorted().toList())
                        .bind("crm", kind.crm().name())
                        .bind("type", kind.type().name())
                        .map((rs, ctx) -> sighting(rs))
                        .forEach(s -> found.put(s.ref(), s)));
        return found;
    }

    public List<Sighting> byKeys(CrmId crm, Collection<String> keys) {
        return live(BY_KEY, crm, keys.stream().sorted().toList());
    }

    public List<Sighting> byEmails(CrmId crm, Collection<Email> emails) {
        return live(BY_EMAIL, crm, emails.stream().map(Email::address).sorted().toList());
    }

    /** Records that are a person's no more, since they are no more. */
    public List<Sighting> tombstones(PersonId person) {
        return rows.query(GONE_BY_PERSON)
                .bind("person", person.toString())
                .map((rs, ctx) -> sighting(rs))
                .list();
    }

    /** All that leads to these, wherever it is: a walk through all records. */
    List<Sighting> ofPeopleOrAddresses(Collection<PersonId> people, Collection<Email> emails) {
        return rows.query(OF_ANY, people.stream().map(PersonId::toString).toList())
                .bind("emails", Json.list(emails.stream().map(Email::address).toList()))
                .map((rs, ctx) -> sighting(rs))
                .list();
    }

    private List<Sighting> live(String sql, CrmId crm, List<String> keys) {
        return rows.query(sql, keys)
                .bind("crm", crm.name())
                .map((rs, ctx) -> sighting(rs))
                .list();
    }

    public void store(List<Sighting> sightings) {
        List<Sighting> sorted = new ArrayList<>(sightings);
        sorted.sort(Comparator.comparing(Sighting::ref));
        rows.each(STORE, sorted, Sightings::values);
    }

    /** Number of live ones. */
    public long count(CrmId crm) {
        return rows.query(COUNT).bind("crm", crm.name()).mapTo(Long.class).one();
    }

    private static List<?> values(Sighting s) {
        return List.of(
                s.ref().crm().name(),
                s.ref().type().name(),
                s.ref().id(),
                s.person().map(PersonId::toString).orElse(""),
                s.key(),
                s.email().map(Email::address).orElse(""),
                s.createdAt().toEpochMilli(),
                s.stamp().toEpochMilli(),
                s.ripe() ? 1 : 0,
                s.live() ? 1 : 0);
    }

    private static Sighting sighting(ResultSet rs) throws SQLException {
        return new Sighting(
                Refs.of(rs),
                Optional.of(rs.getString("person"))
                        .filter(p -> !p.isEmpty())
                        .map(UUID::fromString)
                        .map(PersonId::new),
                rs.getString("external_key"),
                Email.in(rs.getString("email")),
                Instant.ofEpochMilli(rs.getLong("created")),
                Instant.ofEpochMilli(rs.getLong("stamp")),
                rs.getInt("ripe") == 1,
                rs.getInt("live") == 1);
    }

    private record Kind(CrmId crm, RecordType type) {

        static Kind of(RecordRef ref) {
            return new Kind(ref.crm(), ref.type());
        }
    }
}
