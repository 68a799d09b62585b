package io.smarketing.sandbox.org.data;

import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.ObjectType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One record: its values as last written, and as queries see them (older, while a write is not yet committed). Values
 * are String, Boolean, Integer, Double or Long (seconds); arrays are replaced, never changed, so the old one undoes.
 */
public final class Row {

    private static final Object[] NOTHING = {};

    private final ObjectType type;
    private Object[] written;
    private Object[] seen = NOTHING;

    Row(ObjectType type, Object[] values) {
        this.type = type;
        this.written = values;
    }

    public ObjectType type() {
        return type;
    }

    public String id() {
        return (String) written[ObjectType.ID];
    }

    /** True if the record lies in the recycle bin. */
    public boolean deleted() {
        return Boolean.TRUE.equals(written[ObjectType.IS_DELETED]);
    }

    /** A copy of the values, wide enough for every field of the object. */
    public Object[] copy() {
        return Arrays.copyOf(written, Math.max(written.length, type.width()));
    }

    /** The value as last written. */
    public @Nullable Object get(Field field) {
        return at(written, field.slot());
    }

    /** The value as last written, as text; empty for null. */
    public String text(String field) {
        return type.field(field).map(this::get).map(Object::toString).orElse("");
    }

    /** True if the field of that name holds true. */
    public boolean flag(String field) {
        return Boolean.TRUE.equals(get(type.need(field)));
    }

    /** The value that queries see. */
    public @Nullable Object view(int slot) {
        return at(seen, slot);
    }

    /** True if queries see the record at all: it has been committed once. */
    public boolean visible() {
        return seen != NOTHING;
    }

    /** Seconds of its stamp as last written. */
    long stamp() {
        return written[ObjectType.SYSTEM_MODSTAMP] instanceof Long s ? s : Long.MIN_VALUE;
    }

    Object[] written() {
        return written;
    }

    Object[] seen() {
        return seen;
    }

    void write(Object[] values) {
        written = values;
    }

    void show(Object[] values) {
        seen = values;
    }

    private static @Nullable Object at(Object[] values, int slot) {
        return slot < values.length ? values[slot] : null;
    }
}
