package io.smarketing.testkit.crm;

import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.HistoryEntry;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.StageFact;
import io.smarketing.core.crm.record.Touch;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The fake CRM's records and what becomes of them, whoever does it. */
final class FakeRecords {

    private final CrmId crm;
    private final FakeHabits habits;
    private final InstantSource clock;
    private final Map<RecordRef, Row> rows = new TreeMap<>();
    private Duration late = Duration.ZERO;
    private Fields ruled = Fields.NONE;
    private int lastId;

    FakeRecords(CrmId crm, FakeHabits habits, InstantSource clock) {
        this.crm = crm;
        this.habits = habits;
        this.clock = clock;
    }

    RecordRef create(RecordType type, Fields fields, Author by) {
        RecordRef ref = new RecordRef(crm, type, String.format("%09d", ++lastId));
        rows.put(ref, new Row(ref, now()));
        set(ref, by == Author.OURSELVES ? fields.with(ruled) : fields, by);
        return ref;
    }

    void rule(Fields ruled) {
        this.ruled = ruled;
    }

    void set(RecordRef ref, Fields fields, Author by) {
        Row row = live(ref);
        fields.values().forEach((name, value) -> {
            FieldValue before = row.values.put(name, value);
            if (!value.equals(before) && !(before == null && value.isBlank())) {
                row.history
                        .computeIfAbsent(name, n -> new ArrayList<>())
                        .add(new HistoryEntry(value, clock.instant(), by));
            }
        });
        touch(row, by);
    }

    void fact(RecordRef ref, StageFact fact, Instant at) {
        Row row = live(ref);
        row.facts.put(fact, at);
        touch(row, Author.SOMEBODY_ELSE);
    }

    void assign(RecordRef ref) {
        Row row = live(ref);
        touch(row, Author.SOMEBODY_ELSE);
        row.owned = Optional.of(row.stamp);
    }

    void touched(RecordRef ref, Touch touch) {
        Row row = live(ref);
        row.touches.add(touch);
        touch(row, Author.SOMEBODY_ELSE);
    }

    /** The record becomes another live one, which is told these fields. */
    RecordRef become(RecordRef ref, RecordRef into, Fields carried) {
        Row row = live(ref);
        row.became = Optional.of(into);
        touch(row, Author.SOMEBODY_ELSE);
        rows.get(into).facts.putAll(row.facts);
        rows.get(into).touches.addAll(row.touches);
        rows.get(into).owned = rows.get(into).owned.or(() -> row.owned);
        set(into, carried, Author.SOMEBODY_ELSE);
        return into;
    }

    void delete(RecordRef ref, Author by) {
        Row row = live(ref);
        row.deleted = true;
        touch(row, by);
    }

    void restore(RecordRef ref) {
        Row row = deleted(ref);
        row.deleted = false;
        touch(row, Author.SOMEBODY_ELSE);
    }

    void destroy(RecordRef ref) {
        rows.remove(deleted(ref).ref);
    }

    private Row deleted(RecordRef ref) {
        return find(ref)
                .filter(row -> row.deleted)
                .orElseThrow(() -> new IllegalArgumentException("there is no deleted record " + ref));
    }

    void showLate(Duration by) {
        late = by;
    }

    Row live(RecordRef ref) {
        return find(ref)
                .filter(Row::live)
                .orElseThrow(() -> new IllegalArgumentException("there is no live record " + ref));
    }

    Optional<Row> find(RecordRef ref) {
        return Optional.ofNullable(rows.get(ref));
    }

    /** Where the record is now, if it is not deleted. */
    Optional<Row> follow(RecordRef ref) {
        return find(end(ref)).filter(r -> !r.deleted);
    }

    /** What the record has become in the end, deleted or not. */
    RecordRef end(RecordRef ref) {
        RecordRef end = ref;
        while (find(end).flatMap(row -> row.became).isPresent()) {
            end = find(end).flatMap(row -> row.became).orElseThrow();
        }
        return end;
    }

    List<Row> all() {
        return List.copyOf(rows.values());
    }

    List<Row> allLive() {
        return rows.values().stream().filter(Row::live).toList();
    }

    private void touch(Row row, Author by) {
        row.stamp = now();
        row.visibleAt = clock.instant().plus(late);
        row.by = by;
    }

    private Instant now() {
        long grain = habits.grain().toMillis();
        return Instant.ofEpochMilli(clock.instant().toEpochMilli() / grain * grain);
    }

    /** One record with all that is known of it. */
    static final class Row {

        final RecordRef ref;
        final Instant created;
        final Map<FieldName, FieldValue> values = new TreeMap<>();
        final Map<FieldName, List<HistoryEntry>> history = new TreeMap<>();
        final Map<StageFact, Instant> facts = new TreeMap<>();
        final List<Touch> touches = new ArrayList<>();
        Optional<Instant> owned = Optional.empty();
        Instant stamp;
        Instant visibleAt;
        Author by = Author.UNKNOWN;
        Optional<RecordRef> became = Optional.empty();
        boolean deleted;

        private Row(RecordRef ref, Instant created) {
            this.ref = ref;
            this.created = created;
            this.stamp = created;
            this.visibleAt = created;
        }

        boolean live() {
            return !deleted && became.isEmpty();
        }

        String text(FieldName name) {
            return values.getOrDefault(name, FieldValue.BLANK).text();
        }
    }
}
