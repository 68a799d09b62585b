package io.smarketing.sandbox.org.data;

import io.smarketing.sandbox.org.schema.ObjectType;
import io.smarketing.sandbox.org.schema.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The org's records: one table per object, every change undoable until it is kept. The caller guards concurrent use. */
public final class Store {

    private final Schema schema;
    private final IdSource ids;
    private final List<Row> purged = new ArrayList<>();
    private final Commits commits;
    private final Map<String, Table> tables = new HashMap<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();

    public Store(Schema schema, IdSource ids, Commits commits) {
        this.schema = schema;
        this.ids = ids;
        this.commits = commits;
        schema.types().forEach(t -> tables.put(t.name(), new Table(t)));
    }

    public Schema schema() {
        return schema;
    }

    public Table table(ObjectType type) {
        return tables.get(type.name());
    }

    public Table table(String type) {
        return table(schema.need(type));
    }

    /** The record with that id (of 15 or 18 characters), deleted or not. */
    public Optional<Row> row(String id) {
        return SalesforceId.normal(id)
                .flatMap(full -> schema.ofId(full).flatMap(type -> table(type).byId(full)));
    }

    /** An id that no record of the object bears yet. */
    public String freshId(ObjectType type) {
        String id = ids.next(type.prefix());
        while (table(type).byId(id).isPresent()) {
            id = ids.next(type.prefix());
        }
        return id;
    }

    /** Adds a record; its values begin with its id. */
    public Row insert(ObjectType type, Object[] values) {
        Row row = new Row(type, values);
        table(type).add(row);
        commits.written(row);
        undo.push(() -> {
            commits.undone(values);
            table(type).remove(row);
        });
        return row;
    }

    /** Gives a record new values; the id stays. */
    public void replace(Row row, Object[] values) {
        Object[] before = row.written();
        Object[] seen = row.seen();
        table(row.type()).replace(row, values);
        commits.written(row);
        undo.push(() -> {
            commits.undone(values);
            table(row.type()).replace(row, before);
            row.show(seen);
        });
    }

    /** Takes a record away for good. */
    public void erase(Row row) {
        table(row.type()).remove(row);
        undo.push(() -> table(row.type()).add(row));
    }

    /** Notes a deleted record that is taken away for good: the list of what was deleted goes on to tell of it. */
    public void remember(Row row) {
        purged.add(row);
        undo.push(() -> purged.remove(row));
    }

    /** Deleted records of the object that are not there any more. */
    public List<Row> purged(ObjectType type) {
        return purged.stream().filter(r -> r.type() == type).toList();
    }

    /** A point to which {@link #rollback} can return. */
    public int mark() {
        return undo.size();
    }

    /** Undoes everything since the mark. */
    public void rollback(int mark) {
        while (undo.size() > mark) {
            undo.pop().run();
        }
    }

    /** Keeps everything so far: the marks are gone. */
    public void keep() {
        undo.clear();
    }

    /** Shows queries what is due by now. */
    public void settle() {
        commits.settle();
    }

    /** Rows of the object that queries see otherwise than its indexes do. */
    public List<Row> unsettled(ObjectType type) {
        Set<Row> pending = commits.pending();
        return pending.stream().filter(r -> r.type() == type).toList();
    }
}
