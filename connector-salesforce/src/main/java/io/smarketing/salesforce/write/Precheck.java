package io.smarketing.salesforce.write;

import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteCommand.Create;
import io.smarketing.core.crm.WriteOutcome.Refused;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldSpec.Trait;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.UnreadableValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What Salesforce would refuse for certain, told before a call is spent on it. */
final class Precheck {

    /** Types of which not every text is a value. */
    private static final Set<FieldType> FORMED =
            EnumSet.of(FieldType.NUMBER, FieldType.BOOLEAN, FieldType.DATE, FieldType.DATETIME);

    /** No field holds more before its point. */
    private static final int MOST_DIGITS = 18;

    private Precheck() {}

    static Optional<Refused> refuse(WriteCommand command, Map<FieldName, FieldSpec> specs) {
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
            Optional<Refused> refused = value(spec, field.getValue());
            if (refused.isPresent()) {
                return refused;
            }
        }
        return command instanceof Create ? missing(command, specs) : Optional.empty();
    }

    private static Optional<Refused> value(FieldSpec spec, FieldValue value) {
        int length = value.text().length();
        if (spec.maxLength().isPresent() && length > spec.maxLength().getAsInt()) {
            return refused(
                    FailureKind.INVALID_VALUE,
                    "The text has " + length + " characters, the field " + spec.name() + " takes "
                            + spec.maxLength().getAsInt() + ".",
                    spec.name());
        }
        Optional<Refused> unreadable = unreadable(spec, value);
        if (unreadable.isPresent()) {
            return unreadable;
        }
        if (spec.is(Trait.RESTRICTED) && !value.isBlank() && !isOption(spec, value)) {
            return refused(
                    FailureKind.INVALID_VALUE,
                    "The value is no option of the field " + spec.name()
                            + ": add the option in Salesforce, or map the value.",
                    spec.name());
        }
        return Optional.empty();
    }

    private static Optional<Refused> unreadable(FieldSpec spec, FieldValue value) {
        if (value.isBlank() || !FORMED.contains(spec.type())) {
            return Optional.empty();
        }
        try {
            String normal = spec.normalForm().read(value.text()).text();
            boolean tooLarge = spec.type() == FieldType.NUMBER && wholeDigits(normal) > MOST_DIGITS;
            return tooLarge
                    ? refused(
                            FailureKind.INVALID_VALUE,
                            "The number has more digits than the field " + spec.name() + " takes.",
                            spec.name())
                    : Optional.empty();
        } catch (UnreadableValue e) {
            return refused(
                    FailureKind.INVALID_VALUE,
                    "The value of the field " + spec.name() + " " + e.getMessage() + ".",
                    spec.name());
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

    private static Optional<Refused> refused(FailureKind kind, String sentence, FieldName field) {
        return Optional.of(new Refused(kind, sentence, Optional.of(field)));
    }
}
