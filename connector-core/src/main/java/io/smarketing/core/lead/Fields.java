package io.smarketing.core.lead;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Immutable, ordered names and values. A field that is absent is <em>not applicable</em> (its owner has no place for
 * it, or did not tell); a field that is present and blank is empty.
 */
public record Fields(Map<FieldName, FieldValue> values) {

    /** No fields at all. */
    public static final Fields NONE = new Fields(Map.of());

    public Fields {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** One field. */
    public static Fields of(String name, String value) {
        return new Fields(Map.of(FieldName.of(name), FieldValue.of(value)));
    }

    /** The value, or empty if the field is not applicable. */
    public Optional<FieldValue> get(FieldName name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The value's text; an empty text if the field is blank or not applicable. */
    public String text(FieldName name) {
        FieldValue value = values.get(name);
        return value == null ? "" : value.text();
    }

    public Set<FieldName> names() {
        return values.keySet();
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** These fields with one value set. */
    public Fields with(FieldName name, FieldValue value) {
        Map<FieldName, FieldValue> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Fields(more);
    }

    /** These fields with all of the other's laid over them. */
    public Fields with(Fields other) {
        if (other.isEmpty()) {
            return this;
        }
        Map<FieldName, FieldValue> more = new LinkedHashMap<>(values);
        more.putAll(other.values);
        return new Fields(more);
    }

    /** These fields but for some. */
    public Fields without(Set<FieldName> names) {
        Map<FieldName, FieldValue> fewer = new LinkedHashMap<>(values);
        fewer.keySet().removeAll(names);
        return new Fields(fewer);
    }

    /** The news: fields whose value here differs from, or is absent in, the other. */
    public Fields notIn(Fields other) {
        Map<FieldName, FieldValue> news = new LinkedHashMap<>(values);
        news.entrySet().removeIf(e -> e.getValue().equals(other.values.get(e.getKey())));
        return new Fields(news);
    }

    /** Names only: values may be personal. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
