package io.smarketing.sandbox.org.write;

import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.FieldType;
import io.smarketing.sandbox.org.schema.ObjectType;
import org.jspecify.annotations.Nullable;

/** The values of a record that is being made or changed, before they are kept. */
final class Draft {

    private final ObjectType type;
    private final Object[] values;

    private Draft(ObjectType type, Object[] values) {
        this.type = type;
        this.values = values;
    }

    /** A new record: defaults only. */
    static Draft fresh(ObjectType type) {
        Draft draft = new Draft(type, new Object[type.width()]);
        draft.values[ObjectType.IS_DELETED] = Boolean.FALSE;
        for (Field field : type.fields()) {
            if (!field.fallback().isEmpty()) {
                boolean flag = field.type() == FieldType.BOOLEAN;
                draft.values[field.slot()] = flag ? Boolean.valueOf(field.fallback()) : field.fallback();
            }
        }
        return draft;
    }

    /** A change of a record: its values so far. */
    static Draft of(Row row) {
        return new Draft(row.type(), row.copy());
    }

    ObjectType type() {
        return type;
    }

    Object[] values() {
        return values;
    }

    @Nullable
    Object get(String field) {
        return values[type.need(field).slot()];
    }

    @Nullable
    Object get(Field field) {
        return values[field.slot()];
    }

    Draft set(String field, @Nullable Object value) {
        return set(type.need(field), value);
    }

    Draft set(Field field, @Nullable Object value) {
        values[field.slot()] = value;
        return this;
    }
}
