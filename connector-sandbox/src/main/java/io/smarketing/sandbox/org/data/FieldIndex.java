package io.smarketing.sandbox.org.data;

import io.smarketing.sandbox.org.schema.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The rows of a table by the values of one field; text in any case. One row stands bare, several in a list. */
final class FieldIndex {

    private final Field field;
    private final Map<Object, Object> rows = new HashMap<>();

    FieldIndex(Field field) {
        this.field = field;
    }

    Field field() {
        return field;
    }

    /** True if those values would move the row within this index. */
    boolean differs(Row row, Object[] values) {
        Object next = field.slot() < values.length ? values[field.slot()] : null;
        return !Objects.equals(row.get(field), next);
    }

    void add(Row row) {
        Object value = row.get(field);
        if (value != null) {
            rows.merge(key(value), row, FieldIndex::join);
        }
    }

    void remove(Row row) {
        Object value = row.get(field);
        if (value == null) {
            return;
        }
        rows.computeIfPresent(key(value), (k, held) -> {
            if (held == row) {
                return null;
            }
            List<Row> rest = new ArrayList<>(list(held));
            rest.remove(row);
            return rest.size() == 1 ? rest.get(0) : rest;
        });
    }

    /** The rows that hold the value, in the order in which they came. */
    List<Row> find(Object value) {
        Object held = rows.get(key(value));
        return held == null ? List.of() : List.copyOf(list(held));
    }

    private Object key(Object value) {
        return value instanceof String text && !field.type().isId() ? text.toLowerCase(Locale.ROOT) : value;
    }

    private static Object join(Object held, Object row) {
        List<Row> both = held instanceof Row ? new ArrayList<>(list(held)) : many(held);
        both.add((Row) row);
        return both;
    }

    private static List<Row> list(Object held) {
        return held instanceof Row row ? List.of(row) : many(held);
    }

    @SuppressWarnings("unchecked")
    private static List<Row> many(Object held) {
        return (List<Row>) held;
    }
}
