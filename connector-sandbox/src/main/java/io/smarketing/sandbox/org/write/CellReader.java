package io.smarketing.sandbox.org.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.org.data.SalesforceId;
import io.smarketing.sandbox.org.data.Stamp;
import io.smarketing.sandbox.org.error.Fault;
import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.FieldSecurity;
import io.smarketing.sandbox.org.schema.FieldType;
import io.smarketing.sandbox.org.schema.ObjectType;
import io.smarketing.sandbox.org.schema.Trait;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one sent value as the platform stores it: trimmed, rounded, cut to the second; or says what is wrong. */
final class CellReader {

    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z0-9-]{2,}");

    private final FieldSecurity security;
    private final Switches switches;

    CellReader(FieldSecurity security, Switches switches) {
        this.security = security;
        this.switches = switches;
    }

    /** The value to store, empty for a blank. */
    Optional<Object> read(ObjectType type, Field field, JsonNode node, List<Fault> faults) {
        if (node.isContainerNode() || node.isNull() && field.type() == FieldType.BOOLEAN) {
            faults.add(unreadable(field, node));
            return Optional.empty();
        }
        String text = node.isNull() ? "" : node.asText().strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (field.type()) {
            case BOOLEAN -> flag(field, node, faults);
            case INT, DOUBLE, CURRENCY, PERCENT -> number(field, text, faults);
            case DATE -> orUnreadable(Stamp.day(text), field, node, faults);
            case DATETIME -> orUnreadable(moment(text), field, node, faults);
            case ID, REFERENCE -> id(field, text, faults);
            default -> text(type, field, text, faults);
        };
    }

    private static Optional<Long> moment(String text) {
        return Stamp.seconds(text)
                .or(() -> text.length() == 10 ? Stamp.seconds(text + "T00:00:00Z") : Optional.empty());
    }

    private static Optional<Object> flag(Field field, JsonNode node, List<Fault> faults) {
        return switch (node.asText().strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Optional.of(true);
            case "false", "0" -> Optional.of(false);
            default -> orUnreadable(Optional.empty(), field, node, faults);
        };
    }

    private static Optional<Object> number(Field field, String text, List<Fault> faults) {
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            return orUnreadable(Optional.empty(), field, TextNode.valueOf(text), faults);
        }
        int digits = number.precision() - number.scale();
        if (digits > field.size().length() - field.size().scale()) {
            faults.add(Fault.of(
                    "NUMBER_OUTSIDE_VALID_RANGE",
                    field.label() + ": value outside of valid range on numeric field: " + text,
                    field.name()));
            return Optional.empty();
        }
        BigDecimal rounded = number.setScale(field.size().scale(), RoundingMode.HALF_UP);
        return Optional.of(field.type() == FieldType.INT ? (Object) rounded.intValue() : rounded.doubleValue());
    }

    private static Optional<Object> id(Field field, String text, List<Fault> faults) {
        Optional<String> id = SalesforceId.normal(text);
        if (id.isEmpty()) {
            faults.add(Fault.of("MALFORMED_ID", field.label() + ": id value of incorrect type: " + text, field.name()));
        }
        return id.map(String::intern);
    }

    private Optional<Object> text(ObjectType type, Field field, String text, List<Fault> faults) {
        String value = switches.on("normalise-line-ends") ? text.replace("\r\n", "\n") : text;
        if (value.length() > field.size().length()) {
            faults.add(Fault.of(
                    "STRING_TOO_LONG",
                    field.label() + ": data value too large: " + value + " (max length="
                            + field.size().length() + ")",
                    field.name()));
        } else if (field.type() == FieldType.EMAIL && !EMAIL.matcher(value).matches()) {
            faults.add(Fault.of(
                    "INVALID_EMAIL_ADDRESS", field.label() + ": invalid email address: " + value, field.name()));
        } else if (restricted(type, field) && !known(field, value)) {
            faults.add(Fault.of(
                    "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                    field.label() + ": bad value for restricted picklist field: " + value,
                    field.name()));
        }
        // Picklist words repeat in every row: one copy of each keeps a large org small.
        return Optional.of(field.picklist().isEmpty() ? value : value.intern());
    }

    private boolean restricted(ObjectType type, Field field) {
        return !field.picklist().isEmpty()
                && (field.is(Trait.RESTRICTED) || security.named("restrict-picklist", type, field));
    }

    private static boolean known(Field field, String value) {
        return field.type() == FieldType.MULTIPICKLIST
                ? Arrays.stream(value.split(";")).allMatch(field.picklist()::contains)
                : field.picklist().contains(value);
    }

    private static <T> Optional<Object> orUnreadable(
            Optional<T> value, Field field, JsonNode node, List<Fault> faults) {
        if (value.isEmpty()) {
            faults.add(unreadable(field, node));
        }
        return value.map(v -> v);
    }

    private static Fault unreadable(Field field, JsonNode node) {
        String kind = field.type().soapType().replace("xsd:", "");
        return Fault.of(
                "JSON_PARSER_ERROR",
                "Cannot deserialize instance of " + kind + " from VALUE_" + node.getNodeType() + " value "
                        + node.asText() + " or request may be missing a required field",
                field.name());
    }
}
