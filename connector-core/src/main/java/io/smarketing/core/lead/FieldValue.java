package io.smarketing.core.lead;

/**
 * A field's value as text in the normal form of its {@link FieldType}: two values are the same value if and only if
 * their texts are equal. Null, empty and cleared are one value: {@link #BLANK}.
 */
public record FieldValue(String text) {

    /** Nothing: the field is empty. */
    public static final FieldValue BLANK = new FieldValue("");

    /** Wraps text that is in normal form already. */
    public static FieldValue of(String text) {
        return text.isEmpty() ? BLANK : new FieldValue(text);
    }

    public boolean isBlank() {
        return text.isEmpty();
    }

    /** Never the value itself, which may be personal: only whether there is one and how long it is. */
    @Override
    public String toString() {
        return isBlank() ? "(blank)" : "(" + text.length() + " characters)";
    }
}
