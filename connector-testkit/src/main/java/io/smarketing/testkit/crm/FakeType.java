package io.smarketing.testkit.crm;

import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldSpec.Trait;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.Fields;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A person type of the fake CRM.
 *
 * @param key the field that holds our external id
 * @param email the field that holds the address
 * @param stage the field that holds the stage, if there is one
 * @param fields all fields, those three among them
 */
public record FakeType(
        RecordType type, FieldName key, FieldName email, Optional<FieldName> stage, Map<FieldName, FieldSpec> fields) {

    /** What a field holds that cannot be told, such as a link to a record without our key. */
    public static final String UNTOLD = "(untold)";

    public FakeType {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** A type with the fields {@code key}, {@code email} and {@code stage} and these further ones of any text. */
    public static FakeType of(String name, String... texts) {
        FakeType type = new FakeType(
                        new RecordType(name),
                        FieldName.of("key"),
                        FieldName.of("email"),
                        Optional.of(FieldName.of("stage")),
                        Map.of())
                .with(spec("key", FieldType.TEXT, Trait.UNIQUE))
                .with(spec("email", FieldType.EMAIL))
                .with(spec("stage", FieldType.TEXT));
        for (String text : texts) {
            type = type.with(spec(text, FieldType.TEXT));
        }
        return type;
    }

    /** Who has changed a record last, after somebody has edited these fields of it. */
    Author author(Fields edited, Author before) {
        boolean related = edited.names().stream()
                .allMatch(name -> Optional.ofNullable(fields.get(name))
                        .filter(spec -> spec.is(Trait.RELATED))
                        .isPresent());
        return related ? before : Author.SOMEBODY_ELSE;
    }

    /** The same with one field more, or another one of that name. */
    public FakeType with(FieldSpec spec) {
        Map<FieldName, FieldSpec> more = new LinkedHashMap<>(fields);
        more.put(spec.name(), spec);
        return new FakeType(type, key, email, stage, more);
    }

    /** A field of up to 255 characters that can be written and emptied. */
    public static FieldSpec spec(String name, FieldType type, Trait... more) {
        Set<Trait> traits = new java.util.HashSet<>(Set.of(Trait.CREATABLE, Trait.UPDATABLE, Trait.BLANKABLE));
        traits.addAll(List.of(more));
        return new FieldSpec(
                FieldName.of(name), type, name, OptionalInt.of(255), OptionalInt.empty(), List.of(), traits);
    }
}
