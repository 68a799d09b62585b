package io.smarketing.sandbox.org.query;

import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.error.OrgError;
import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.FieldType;
import io.smarketing.sandbox.org.schema.ObjectType;
import io.smarketing.sandbox.org.soql.FieldPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A field of a row or of a parent of it, ready to be read. */
final class Column {

    private final Store store;
    private final List<Field> hops;
    private final ObjectType owner;
    private final Field field;

    private Column(Store store, List<Field> hops, ObjectType owner, Field field) {
        this.store = store;
        this.hops = hops;
        this.owner = owner;
        this.field = field;
    }

    static Column of(Names names, ObjectType root, FieldPath path) throws OrgError {
        List<Field> hops = new ArrayList<>();
        ObjectType type = root;
        FieldPath rest = path;
        while (!rest.parents().isEmpty()) {
            Field hop = names.parent(type, rest);
            hops.add(hop);
            rest = rest.tail();
            type = names.target(hop, rest);
        }
        return new Column(names.store(), hops, type, names.field(type, rest));
    }

    Field field() {
        return field;
    }

    /** True if the field is the row's own, not a parent's. */
    boolean direct() {
        return hops.isEmpty();
    }

    @Nullable
    Object value(Row row) {
        if (hops.isEmpty()) {
            return row.view(field.slot());
        }
        Optional<Row> at = Optional.of(row);
        for (Field hop : hops) {
            at = at.flatMap(r -> parent(store, r, hop));
        }
        return at.map(this::last).orElse(null);
    }

    /** The row to which a reference field leads, if queries see it. */
    static Optional<Row> parent(Store store, Row row, Field reference) {
        return own(row, row.type(), reference) instanceof String id
                ? store.row(id).filter(Row::visible)
                : Optional.empty();
    }

    /** The value of that field, or of the field of that name where the row is of another object. */
    static @Nullable Object own(Row row, ObjectType type, Field field) {
        if (row.type() == type) {
            return row.view(field.slot());
        }
        return row.type().field(field.name()).map(f -> row.view(f.slot())).orElse(null);
    }

    private @Nullable Object last(Row row) {
        return own(row, owner, field);
    }

    /** The platform's order of two values of one type, neither null. */
    static int compare(FieldType type, Object a, Object b) {
        if (type.isText()) {
            return String.CASE_INSENSITIVE_ORDER.compare((String) a, (String) b);
        }
        if (a instanceof Number x && b instanceof Number y) {
            return Double.compare(x.doubleValue(), y.doubleValue());
        }
        return a instanceof Boolean x
                ? Boolean.compare(x, (Boolean) b)
                : a.toString().compareTo(b.toString());
    }

    /** Rows by this column; blanks first unless told otherwise. */
    Comparator<Row> order(boolean descending, boolean nullsLast) {
        Comparator<Object> values = (a, b) -> compare(field.type(), a, b);
        Comparator<Object> directed = descending ? values.reversed() : values;
        Comparator<@Nullable Object> whole =
                nullsLast ? Comparator.nullsLast(directed) : Comparator.nullsFirst(directed);
        return (a, b) -> whole.compare(value(a), value(b));
    }
}
