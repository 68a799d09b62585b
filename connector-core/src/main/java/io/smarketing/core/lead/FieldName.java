package io.smarketing.core.lead;

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

    @Override
    public int compareTo(FieldName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
