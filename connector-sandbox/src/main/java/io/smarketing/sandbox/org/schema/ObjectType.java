package io.smarketing.sandbox.org.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One object of the org with its fields; fields can be added, never taken away. The caller guards concurrent use. */
public final class ObjectType {

    /** Slots of the fields that every row has. */
    public static final int ID = 0;

    public static final int IS_DELETED = 1;
    public static final int CREATED_DATE = 2;
    public static final int CREATED_BY = 3;
    public static final int LAST_MODIFIED_DATE = 4;
    public static final int LAST_MODIFIED_BY = 5;
    public static final int SYSTEM_MODSTAMP = 6;

    /** The stamps that the platform alone sets. */
    public static final Set<String> AUDIT =
            Set.of("IsDeleted", "CreatedDate", "CreatedById", "LastModifiedDate", "LastModifiedById", "SystemModstamp");

    /** Those of them that a data file may tell. */
    public static final Set<String> TOLD = Set.of("CreatedDate", "CreatedById");

    private final String name;
    private final String prefix;
    private final String plural;
    private final List<Field> fields = new ArrayList<>();
    private final Map<String, Field> byName = new HashMap<>();
    private final Map<String, Wording> wordings = new HashMap<>();
    private int width;

    ObjectType(String name, String prefix, String plural) {
        this.name = name;
        this.prefix = prefix;
        this.plural = plural;
    }

    public String name() {
        return name;
    }

    /** The three characters that begin every id. */
    public String prefix() {
        return prefix;
    }

    public String plural() {
        return plural;
    }

    /** All fields that the object shows, in order. */
    public List<Field> fields() {
        return Collections.unmodifiableList(fields);
    }

    /** The field of that name, in any case. */
    public Optional<Field> field(String fieldName) {
        return Optional.ofNullable(byName.get(fieldName.toLowerCase(Locale.ROOT)));
    }

    /** A field that must be there: naming another is a mistake in our own code. */
    public Field need(String fieldName) {
        return field(fieldName).orElseThrow(() -> new IllegalArgumentException(name + "." + fieldName));
    }

    /** Number of slots a new row needs. */
    public int width() {
        return width;
    }

    /** The field that is followed to the parent under that relationship name. */
    public Optional<Field> parent(String relationship) {
        return fields.stream()
                .filter(f -> f.link().relationship().equalsIgnoreCase(relationship))
                .filter(f -> !relationship.isEmpty())
                .findFirst();
    }

    /** What people read about a field. */
    public record Wording(String label, String help, String description) {}

    /** What people read about the field; made from its name unless it has been told. */
    public Wording wording(Field field) {
        return wordings.getOrDefault(field.name(), new Wording(field.label(), "", ""));
    }

    public void word(Field field, Wording wording) {
        wordings.put(field.name(), wording);
    }

    /** Takes the next slot without showing a field in it: the object lacks a common field. */
    void skipSlot() {
        width++;
    }

    /** Adds a field in the next slot; the field must have been made for {@link #width()}. */
    public void add(Field field) {
        if (field.slot() != width) {
            throw new IllegalArgumentException("slot " + field.slot() + " is not free");
        }
        fields.add(field);
        byName.put(field.name().toLowerCase(Locale.ROOT), field);
        width++;
    }
}
