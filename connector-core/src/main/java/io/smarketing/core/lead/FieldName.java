package io.smarketing.core.lead;

import org.jspecify.annotations.Nullable;

/** The name of one field, as its owner spells it: a CRM's API name, or the mapping's own word. */
public record FieldName(String text) implements Comparable<FieldName> {

    public FieldName {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a field name is blank");
        }
    }

    /** Short for the constructor. */
    public static FieldName of(String text) {
        return new FieldName(text);
    }

    /** Written out, as the key of nearly every map: a record's own goes through method handles, and takes twice as long. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldName name && text.equals(name.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public int compareTo(FieldName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
