package io.smarketing.salesforce.write;

import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteCommand.Create;
import io.smarketing.core.crm.WriteOutcome.Refused;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldSpec.Trait;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.UnreadableValue;
import io.smarketing.salesforce.schema.OrgSchema;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What Salesforce would refuse for certain, told before a call is spent on it: the field, the value's shape, the remedy. */
record Precheck(OrgSchema schema) {

    /** Types of which not every text is a value. */
    private static final Set<FieldType> FORMED =
            EnumSet.of(FieldType.NUMBER, FieldType.BOOLEAN, FieldType.DATE, FieldType.DATETIME);

    Optional<Refused> refuse(WriteCommand command) {
        RecordType type = RowBodies.typeOf(command);
        Map<FieldName, FieldSpec> specs = schema.fields(type);
        for (Map.Entry<FieldName, FieldValue> field : command.fields().values().entrySet()) {
            FieldSpec spec = specs.get(field.getKey());
            if (spec == null) {
                return refused(
                        FailureKind.SCHEMA_MISMATCH,
                        "Salesforce does not show us the field " + field.getKey()
                                + ": grant the integration user access"
                                + " to it (permission set), or remove it from the mapping.",
                        field.getKey());
            }
            Optional<Refused> refused = value(type, spec, field.getValue());
            if (refused.isPresent()) {
                return refused;
            }
        }
        return command instanceof Create ? missing(command, specs) : Optional.empty();
    }

    private Optional<Refused> value(RecordType type, FieldSpec spec, FieldValue value) {
        if (value.isBlank()) {
            return Optional.empty();
        }
        int length = value.text().length();
        if (length > spec.maxLength().orElse(Integer.MAX_VALUE)) {
            return invalid(
                    spec,
                    "The text has " + length + " characters, the field " + spec.name() + " takes "
                            + spec.maxLength().getAsInt() + ": shorten it, or make the field longer.");
        }
        if (spec.is(Trait.RESTRICTED) && !isOption(spec, value)) {
            return invalid(
                    spec,
                    "The value of the field " + spec.name() + ", of " + length
                            + " characters, is none of its options: add it in Salesforce, or map the value.");
        }
        return FORMED.contains(spec.type()) ? formed(type, spec, value) : Optional.empty();
    }

    private Optional<Refused> formed(RecordType type, FieldSpec spec, FieldValue value) {
        try {
            int digits = wholeDigits(spec.normalForm().read(value.text()).text());
            int most = schema.wholeDigits(type, spec.name()).orElse(Integer.MAX_VALUE);
            return spec.type() == FieldType.NUMBER && digits > most
                    ? invalid(
                            spec,
                            "The number has " + digits + " digits before its point, the field " + spec.name()
                                    + " takes " + most + ": correct it, or let the field take more.")
                    : Optional.empty();
        } catch (UnreadableValue e) {
            return invalid(
                    spec,
                    "The value of the field " + spec.name() + " " + e.getMessage()
                            + ": correct it, or map the field with another type.");
        }
    }

    private static int wholeDigits(String number) {
        return number.replaceAll("\\..*", "").replace("-", "").length();
    }

    private static boolean isOption(FieldSpec spec, FieldValue value) {
        List<String> chosen =
                spec.type() == FieldType.MULTI_PICKLIST ? List.of(value.text().split(";")) : List.of(value.text());
        Predicate<String> offered = word -> spec.options().stream().anyMatch(word::equalsIgnoreCase);
        return chosen.stream().allMatch(offered);
    }

    private static Optional<Refused> missing(WriteCommand command, Map<FieldName, FieldSpec> specs) {
        return specs.values().stream()
                .filter(spec -> spec.is(Trait.REQUIRED))
                .map(FieldSpec::name)
                .filter(name -> command.fields().text(name).isEmpty())
                .sorted()
                .findFirst()
                .flatMap(name -> refused(
                        FailureKind.MISSING_VALUE,
                        "Salesforce requires the field " + name + ": map it, or give it a default in the mapping.",
                        name));
    }

    private static Optional<Refused> invalid(FieldSpec spec, String sentence) {
        return refused(FailureKind.INVALID_VALUE, sentence, spec.name());
    }

    private static Optional<Refused> refused(FailureKind kind, String sentence, FieldName field) {
        return Optional.of(new Refused(kind, sentence, Optional.of(field)));
    }
}
