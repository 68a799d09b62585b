package io.smarketing.sandbox.org.write;

import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.ObjectType;
import io.smarketing.sandbox.org.schema.Schema;
import io.smarketing.sandbox.org.schema.Trait;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which custom field of a lead reaches which one of its contact. Until an admin says otherwise these are the fields of
 * one name that the org was born with or got from its files; a field made since has to be mapped.
 */
public final class ConversionMap {

    private final Schema schema;
    private Optional<Map<String, String>> told = Optional.empty();

    public ConversionMap(Schema schema) {
        this.schema = schema;
    }

    /** The contact's field for each of the lead's, by name. */
    public Map<String, String> pairs() {
        return told.orElseGet(this::sameNames);
    }

    /** From now on these, and no others. */
    public void replace(Map<String, String> pairs) {
        told = Optional.of(new LinkedHashMap<>(pairs));
    }

    private Map<String, String> sameNames() {
        ObjectType contact = schema.need("Contact");
        Map<String, String> pairs = new LinkedHashMap<>();
        for (Field field : schema.need("Lead").fields()) {
            if (field.custom() && !field.is(Trait.GUARDED)) {
                contact.field(field.name())
                        .filter(f -> !f.is(Trait.GUARDED))
                        .ifPresent(f -> pairs.put(field.name(), f.name()));
            }
        }
        return pairs;
    }
}
