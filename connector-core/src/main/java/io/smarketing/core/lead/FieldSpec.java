package io.smarketing.core.lead;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a CRM says of one of its fields: type, limits and what may be done with it.
 *
 * @param label the words a person sees
 * @param maxLength longest text it takes, empty if unlimited or unknown
 * @param scale decimal places it keeps, empty if it does not round
 * @param options the option values, for picklists
 * @param unit the field of the same record that says what a number counts, such as an amount's currency
 */
public record FieldSpec(
        FieldName name,
        FieldType type,
        String label,
        OptionalInt maxLength,
        OptionalInt scale,
        List<String> options,
        Set<Trait> traits,
        Optional<FieldName> unit) {

    public FieldSpec {
        options = List.copyOf(options);
        traits = Set.copyOf(traits);
    }

    /** A field that says all by itself. */
    public FieldSpec(
            FieldName name,
            FieldType type,
            String label,
            OptionalInt maxLength,
            OptionalInt scale,
            List<String> options,
            Set<Trait> traits) {
        this(name, type, label, maxLength, scale, options, traits, Optional.empty());
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Values of this field in their normal form. */
    public NormalForm normalForm() {
        return new NormalForm(type, scale);
    }

    /** What may be done with a field. */
    public enum Trait {
        /** May be given when a record is created. */
        CREATABLE,
        /** May be written on a record that exists. */
        UPDATABLE,
        /** An admin could let us write it, but has not. */
        LOCKED,
        /** A record cannot be created without it. */
        REQUIRED,
        /** Can be empty; a boolean without this trait reads blank as false. */
        BLANKABLE,
        /** Takes its options only. */
        RESTRICTED,
        /** No two records share a value; records can be found by it. */
        UNIQUE,
        /** Held in related records: who last changed the record itself says nothing of who changed this. */
        RELATED
    }
}
