package io.smarketing.sandbox.org.data;

import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.ObjectType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** All records of one object, with ways in by id, by stamp and by each indexed field. */
public final class Table {

    private final ObjectType type;
    private final TreeMap<String, Row> byId = new TreeMap<>();
    private final NavigableSet<Row> byStamp =
            new TreeSet<>(Comparator.comparingLong(Row::stamp).thenComparing(Row::id));
    private final List<FieldIndex> indexes = new ArrayList<>();

    Table(ObjectType type) {
        this.type = type;
        type.fields().stream()
                .filter(f -> f.indexed() && f.slot() != ObjectType.ID)
                .forEach(f -> indexes.add(new FieldIndex(f)));
    }

    /** Indexes a field that was added since. */
    public void index(Field field) {
        FieldIndex index = new FieldIndex(field);
        byId.values().forEach(index::add);
        indexes.add(index);
    }

    public ObjectType type() {
        return type;
    }

    public Optional<Row> byId(String id18) {
        return Optional.ofNullable(byId.get(id18));
    }

    /** All rows, by ascending id. */
    public Collection<Row> all() {
        return byId.values();
    }

    /** Rows whose id is this one or a later one, by ascending id. */
    public Collection<Row> fromId(String id) {
        return byId.tailMap(id, true).values();
    }

    /** Rows last stamped at this second or later, by stamp, then id. */
    public Collection<Row> fromStamp(long seconds) {
        Object[] bound = new Object[ObjectType.SYSTEM_MODSTAMP + 1];
        bound[ObjectType.ID] = "";
        bound[ObjectType.SYSTEM_MODSTAMP] = seconds;
        return byStamp.tailSet(new Row(type, bound), true);
    }

    /** Rows that hold the value, deleted ones included; text in any case. The field must be indexed. */
    public List<Row> find(Field field, Object value) {
        if (field.slot() == ObjectType.ID) {
            return byId(value.toString()).map(List::of).orElse(List.of());
        }
        for (FieldIndex index : indexes) {
            if (index.field() == field) {
                return index.find(value);
            }
        }
        throw new IllegalArgumentException(type.name() + "." + field.name() + " has no index");
    }

    /** Number of rows that are not deleted. */
    public int live() {
        return (int) byId.values().stream().filter(r -> !r.deleted()).count();
    }

    void add(Row row) {
        byId.put(row.id(), row);
        byStamp.add(row);
        indexes.forEach(i -> i.add(row));
    }

    void remove(Row row) {
        byId.remove(row.id());
        byStamp.remove(row);
        indexes.forEach(i -> i.remove(row));
    }

    void replace(Row row, Object[] values) {
        List<FieldIndex> moved =
                indexes.stream().filter(i -> i.differs(row, values)).toList();
        byStamp.remove(row);
        moved.forEach(i -> i.remove(row));
        row.write(values);
        byStamp.add(row);
        moved.forEach(i -> i.add(row));
    }
}
