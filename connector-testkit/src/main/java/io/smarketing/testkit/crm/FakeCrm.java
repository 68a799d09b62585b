package io.smarketing.testkit.crm;

import io.smarketing.core.crm.Activity;
import io.smarketing.core.crm.ChangeFeed;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.RecordReader;
import io.smarketing.core.crm.RecordWriter;
import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.notice.Notice;
import io.smarketing.core.crm.notice.Noticeboard;
import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.StageFact;
import io.smarketing.core.crm.record.StageTold;
import io.smarketing.core.crm.record.Touch;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A CRM in memory: through the port it is what an adapter would make of it; {@code put}, {@code edit}, {@code convert}
 * and {@code delete} are what people do in it; {@link #mishaps()} is what goes wrong. One thread at a time.
 */
public final class FakeCrm implements Crm {

    private final CrmId id;
    private final FakeHabits habits;
    private final InstantSource clock;
    private final Map<RecordType, FakeType> types = new LinkedHashMap<>();
    private final FakeSchema schema = new FakeSchema(type -> type(type).fields());
    private final Mishaps mishaps = new Mishaps();
    private final List<Notice> posted = new ArrayList<>();
    private final FakeRecords rows;

    /** @param types the person types, the preferred one first */
    public FakeCrm(String name, FakeHabits habits, InstantSource clock, FakeType... types) {
        this.id = new CrmId(name);
        this.habits = habits;
        this.clock = clock;
        this.rows = new FakeRecords(id, habits, clock);
        for (FakeType type : types) {
            this.types.put(type.type(), type);
        }
    }

    @Override
    public CrmId id() {
        return id;
    }

    @Override
    public String account() {
        return "1";
    }

    @Override
    public ChangeFeed changes() {
        return new FakeFeed(this);
    }

    @Override
    public RecordReader reader() {
        return new FakeReader(this);
    }

    @Override
    public RecordWriter writer() {
        return new FakeWriter(this);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Activity activity() {
        return new FakeActivity(this);
    }

    @Override
    public Optional<Noticeboard> noticeboard() {
        return Optional.of(new FakeNoticeboard(this));
    }

    /** All that was ever posted, as often as it was. */
    public List<Notice> posted() {
        return posted;
    }

    @Override
    public QuotaUse quota() {
        return new QuotaUse(mishaps.made(), OptionalLong.empty(), OptionalLong.empty());
    }

    @Override
    public void close() {
        // nothing is held open
    }

    /** The person types, the preferred one first. */
    public List<RecordType> personTypes() {
        return List.copyOf(types.keySet());
    }

    /** Somebody makes a record: names and values by turns. */
    public RecordRef put(String type, String... namesAndValues) {
        return put(new RecordType(type), fields(namesAndValues));
    }

    /** Somebody makes a record. */
    public RecordRef put(RecordType type, Fields fields) {
        return rows.create(type(type).type(), fields, Author.SOMEBODY_ELSE);
    }

    /** Somebody edits a field; a blank text clears it. */
    public void edit(RecordRef ref, String name, String value) {
        edit(ref, Fields.of(name, value));
    }

    /** Somebody edits fields. */
    public void edit(RecordRef ref, Fields fields) {
        rows.set(ref, fields, type(ref.type()).author(fields, rows.live(ref).by));
    }

    /** Somebody edits it through an app: the CRM does not tell who. */
    public void editByApp(RecordRef ref, Fields fields) {
        rows.set(ref, fields, Author.UNKNOWN);
    }

    /** An admin adds a field to a type, or makes it another one. */
    public void define(RecordType type, FieldSpec field) {
        types.put(type, type(type).with(field));
    }

    /** Something happens that is a stage of this person. */
    public void fact(RecordRef ref, StageFact fact) {
        rows.fact(ref, fact, clock.instant());
    }

    /** A human does something about this person; what lies ahead is only planned. */
    public void touch(RecordRef ref, Touch touch) {
        rows.touched(ref, touch);
    }

    /** A human becomes the record's owner. */
    public void assign(RecordRef ref) {
        rows.assign(ref);
    }

    /** A human does something to reach this person. */
    public void touch(RecordRef ref, Touch.Kind kind) {
        rows.touched(ref, new Touch(clock.instant(), kind, Optional.of(FakeActivity.REP)));
    }

    /** Somebody turns the record into a new one of that type, which gets the values it has fields for. */
    public RecordRef convert(RecordRef ref, String type) {
        FakeType to = type(new RecordType(type));
        Fields carried = told(rows.live(ref)).fields();
        Map<FieldName, FieldValue> kept = new LinkedHashMap<>(carried.values());
        kept.keySet().retainAll(to.fields().keySet());
        return rows.become(ref, rows.create(to.type(), Fields.NONE, Author.SOMEBODY_ELSE), new Fields(kept));
    }

    /** Somebody merges the first record into the second, which keeps its own values. */
    public void merge(RecordRef loser, RecordRef winner) {
        rows.become(loser, winner, Fields.NONE);
    }

    public void delete(RecordRef ref) {
        rows.delete(ref, Author.SOMEBODY_ELSE);
    }

    /** Somebody takes a deleted record back. */
    public void restore(RecordRef ref) {
        rows.restore(ref);
    }

    /** A deleted record is destroyed for good. */
    public void destroy(RecordRef ref) {
        rows.destroy(ref);
    }

    /** True if the record was deleted and can be restored. */
    public boolean isDeleted(RecordRef ref) {
        return rows.find(ref).filter(row -> row.deleted).isPresent();
    }

    /** What changes from now on, the feed shows only that much later; reads by reference, key and e-mail at once. */
    public void showLate(Duration by) {
        rows.showLate(by);
    }

    /** Makes an owner. */
    public void owner(String ownerId, String email) {
        schema.owner(ownerId, new Email(email));
    }

    /** Makes a queue. */
    public void queue(String queueId, String name) {
        schema.queue(queueId, name);
    }

    /** From now on the CRM's own rules give each record that we make this value, whatever we send. */
    public void rule(String name, String value) {
        rows.rule(Fields.of(name, value));
    }

    /** The record, wherever it is now. */
    public CrmRecord record(RecordRef ref) {
        return told(rows.follow(ref).orElseThrow(() -> new IllegalArgumentException(ref + " is deleted or unknown")));
    }

    /** All live records. */
    public List<CrmRecord> records() {
        return rows.allLive().stream().map(this::told).toList();
    }

    /** The one live record with that address. */
    public CrmRecord record(String email) {
        List<CrmRecord> found = records().stream()
                .filter(r -> r.email().equals(Email.in(email)))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " records have that address");
        }
        return found.get(0);
    }

    /** One field's text of a record. */
    public String text(RecordRef ref, String name) {
        return record(ref).fields().text(FieldName.of(name));
    }

    /** What goes wrong, and how often each call was made. */
    public Mishaps mishaps() {
        return mishaps;
    }

    /** Names and values by turns, as fields. */
    public static Fields fields(String... namesAndValues) {
        Map<FieldName, FieldValue> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(FieldName.of(namesAndValues[i]), FieldValue.of(namesAndValues[i + 1]));
        }
        return new Fields(values);
    }

    FakeHabits habits() {
        return habits;
    }

    InstantSource clock() {
        return clock;
    }

    FakeRecords rows() {
        return rows;
    }

    FakeType type(RecordType type) {
        return Optional.ofNullable(types.get(type))
                .orElseThrow(() -> new IllegalArgumentException(id + " has no type " + type));
    }

    /** What an adapter would tell of the record: each field of its type, in its normal form. */
    CrmRecord told(FakeRecords.Row row) {
        FakeType type = type(row.ref.type());
        Map<FieldName, FieldValue> values = new LinkedHashMap<>();
        type.fields().keySet().forEach(n -> values.put(n, row.values.getOrDefault(n, FieldValue.BLANK)));
        values.values().removeIf(FieldValue.of(FakeType.UNTOLD)::equals);
        String stage = type.stage().map(row::text).orElse("");
        return new CrmRecord(
                row.ref,
                row.stamp,
                row.created,
                habits.tellsAuthor() ? row.by : Author.UNKNOWN,
                row.text(type.key()),
                Email.in(row.text(type.email())),
                new Fields(values),
                new StageTold(stage, Map.<String, Instant>of(), row.facts, row.owned));
    }
}
