package io.smarketing.hubspot.write;

import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.lead.FieldName;
import io.smarketing.hubspot.api.ErrorBody;
import io.smarketing.hubspot.read.Shape;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one table from HubSpot's error about a row to its outcome. */
final class RowTable {

    /** By error code; a code that is not here and begins with INVALID_ is a value that is not accepted. */
    private static final Map<String, FailureKind> KINDS = Map.of(
            "PROPERTY_DOESNT_EXIST", FailureKind.SCHEMA_MISMATCH,
            "READ_ONLY_VALUE", FailureKind.NOT_ALLOWED,
            "MISSING_REQUIRED_PROPERTY", FailureKind.MISSING_VALUE,
            "MISSING_CONDITIONAL_REQUIRED_PROPERTY", FailureKind.MISSING_VALUE,
            "REQUIRED_FIELD", FailureKind.MISSING_VALUE,
            "CONFLICTING_UNIQUE_VALUE", FailureKind.DUPLICATE);

    private final Shape shape;

    RowTable(Shape shape) {
        this.shape = shape;
    }

    WriteOutcome outcome(Row row, ErrorBody error) {
        if (error.existing().isPresent() && row.isCreate()) {
            return new WriteOutcome.Moved(shape.ref(error.existing().get()));
        }
        FailureKind kind = kind(error);
        Optional<FieldName> field =
                error.properties().stream().map(FieldName::of).findFirst().or(() -> guess(row, error));
        return new WriteOutcome.Refused(kind, sentence(kind, field, error), field);
    }

    private static FailureKind kind(ErrorBody error) {
        for (String code : error.codes()) {
            FailureKind known = KINDS.get(code);
            if (known != null) {
                return known;
            }
            if (code.startsWith("INVALID_")) {
                return FailureKind.INVALID_VALUE;
            }
        }
        return switch (error.category()) {
            case "CONFLICT", "OBJECT_ALREADY_EXISTS" -> FailureKind.DUPLICATE;
            case "MISSING_SCOPES" -> FailureKind.NOT_ALLOWED;
            default -> error.properties().isEmpty() ? FailureKind.REFUSED_BY_RULE : FailureKind.INVALID_VALUE;
        };
    }

    /** Where the error names no property: a conflict is about a value that must be unique. */
    private Optional<FieldName> guess(Row row, ErrorBody error) {
        Optional<FieldName> matched = shape.type().matched();
        if (error.codes().contains("INVALID_EMAIL")) {
            return matched;
        }
        Set<FieldName> unique = row.uniqueFields(shape).names();
        boolean conflict = error.existing().isPresent() || error.category().equals("CONFLICT");
        return conflict && unique.size() == 1
                ? unique.stream().findFirst()
                : matched.filter(name -> conflict && unique.contains(name));
    }

    private String sentence(FailureKind kind, Optional<FieldName> field, ErrorBody error) {
        String of = field.map(f -> " of '" + f + "'").orElse("");
        String remedy = switch (kind) {
            case SCHEMA_MISMATCH -> "HubSpot has no such property" + of + ": create it or leave it out of the mapping";
            case NOT_ALLOWED -> "HubSpot does not let us write the value" + of + ": map it for reading only";
            case MISSING_VALUE -> "HubSpot requires a value" + of + ": fill it at its source, or map a default";
            case DUPLICATE ->
                "another HubSpot " + shape.type().word() + " holds the value" + of + ": merge the two, or correct one";
            case REFUSED_BY_RULE ->
                "a rule of the HubSpot portal refuses the " + shape.type().word() + of
                        + ": change the record or the rule";
            default -> "HubSpot does not accept the value" + of + ": correct it at its source, or map a codec for it";
        };
        return remedy + " (" + error.words() + ")";
    }
}
