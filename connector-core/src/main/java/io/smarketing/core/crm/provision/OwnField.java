package io.smarketing.core.crm.provision;

import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One field of the product's own, on each record type that holds people.
 *
 * @param places its name per record type; a record that becomes one of another type takes the value along
 * @param label what people see
 * @param help one sentence that tells a rep what it means
 * @param type text, number (whole), datetime or picklist
 * @param size the most characters or digits it is made for; a longer or shorter one that is there already will do
 * @param options the values of a picklist, in their order
 */
public record OwnField(
        Map<RecordType, FieldName> places,
        String label,
        String help,
        FieldType type,
        int size,
        List<String> options,
        Purpose purpose) {

    private static final Set<FieldType> TYPES =
            Set.of(FieldType.TEXT, FieldType.NUMBER, FieldType.DATETIME, FieldType.PICKLIST);

    /** What a field is for; how it is made, and where people see it, follows from that. */
    public enum Purpose {
        /** Records are found by it: no two share a value, and it is of no use to a person. */
        KEY,
        /** What marketing knows of the lead. */
        QUALITY,
        /** Where the person stands. */
        STAGE,
        /** When a stage was entered. */
        STAMP,
        /** How the handoff went on: when, and how long it took. */
        HANDOFF,
        /** What sales says of the lead. */
        VERDICT,
        /** Why sales sends it back. */
        REASON,
        /** How good sales finds it. */
        RATING,
        /** What sales adds in its own words, in several lines. */
        COMMENT,
        /** Who in sales answered. */
        ANSWERED_BY;

        /** True for what reps write; the rest they only read. */
        public boolean isEditedByReps() {
            return this == VERDICT || this == REASON || this == RATING || this == COMMENT;
        }
    }

    public OwnField {
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
        options = List.copyOf(options);
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException("an own field is a text, number, datetime or picklist");
        }
        if (size <= 0 && (type == FieldType.TEXT || type == FieldType.NUMBER)) {
            throw new IllegalArgumentException("an own text or number needs a size");
        }
    }

    public boolean is(Purpose other) {
        return purpose == other;
    }

    /** Why a field that is there already will not do, with the remedy; empty if it will. */
    public Optional<String> against(FieldSpec there) {
        if (!isHeldBy(there.type())) {
            return Optional.of("it is a " + there.type().word() + " field, we need " + type.word()
                    + ": name another field in the configuration, and this command makes it");
        }
        if (!there.is(FieldSpec.Trait.UPDATABLE)) {
            return Optional.of(
                    "we cannot write it: grant edit access to it, or name another field in the configuration");
        }
        if (is(Purpose.KEY) && !there.is(FieldSpec.Trait.UNIQUE)) {
            return Optional.of("its values are not unique: make it unique, or name another field in the configuration");
        }
        List<String> lacking =
                options.stream().filter(o -> !there.options().contains(o)).toList();
        if (there.type() == FieldType.PICKLIST && !there.options().isEmpty() && !lacking.isEmpty()) {
            return Optional.of("it lacks the options " + String.join(", ", lacking)
                    + ": add them, or correct the values in the configuration");
        }
        return Optional.empty();
    }

    /** A picklist may be a text; a text may not be a picklist, which takes its options only. */
    private boolean isHeldBy(FieldType there) {
        return there == type || type == FieldType.PICKLIST && there == FieldType.TEXT;
    }
}
