package io.smarketing.core.mapping;

import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldSpec.Trait;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.UnreadableValue;
import io.smarketing.core.mapping.ValueCodec.Coded;
import java.util.List;
import java.util.Optional;

/**
 * One mapped field on one record type, bound to what the CRM says of it.
 *
 * @param standIn the value given on create when there is none, in the CRM's normal form
 */
public record FieldPlace(FieldRule rule, FieldSpec spec, ValueCodec codec, Optional<FieldValue> standIn) {

    public boolean isWritable() {
        return spec.is(Trait.UPDATABLE);
    }

    public boolean isCreatable() {
        return spec.is(Trait.CREATABLE);
    }

    public boolean isRequired() {
        return spec.is(Trait.REQUIRED);
    }

    /** True if a record that exists takes a blank; a boolean takes it as false. */
    public boolean takesBlank() {
        return !isRequired() && (spec.is(Trait.BLANKABLE) || spec.type() == FieldType.BOOLEAN);
    }

    /** The neutral value in this CRM's normal form. A boolean that cannot be blank is false. */
    public Coded write(FieldValue neutral) {
        boolean noBlank = spec.type() == FieldType.BOOLEAN && !spec.is(Trait.BLANKABLE);
        if (neutral.isBlank()) {
            return Coded.of(noBlank ? "false" : "");
        }
        return codec.write(neutral);
    }

    /** Why the CRM would not take this value, to be said after the field's name, without the value; empty if it would. */
    public Optional<String> objection(FieldValue value) {
        if (spec.maxLength().isPresent()
                && value.text().length() > spec.maxLength().getAsInt()) {
            return Optional.of("its value has " + value.text().length()
                    + " characters, the field takes "
                    + spec.maxLength().getAsInt() + ": shorten it, or make the field longer.");
        }
        if (!value.isBlank() && spec.is(Trait.RESTRICTED) && !isOption(value)) {
            return Optional.of(
                    "its value" + " is none of the field's options: add it there, or map it with a picklist codec.");
        }
        return Optional.empty();
    }

    private boolean isOption(FieldValue value) {
        List<String> chosen =
                spec.type() == FieldType.MULTI_PICKLIST ? List.of(value.text().split(";")) : List.of(value.text());
        return spec.options().isEmpty() || spec.options().containsAll(chosen);
    }

    static Optional<FieldValue> normalStandIn(FieldSpec spec, Optional<String> word) {
        try {
            return word.isPresent() ? Optional.of(spec.normalForm().read(word.get())) : Optional.empty();
        } catch (UnreadableValue e) {
            throw new IllegalArgumentException("the default of " + spec.name() + " " + e.getMessage(), e);
        }
    }
}
