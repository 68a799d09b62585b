package io.smarketing.daemon.cel;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import io.smarketing.core.lead.FieldType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What a field is in CEL: its type, and its value from the normal form. */
final class CelValues {

    private CelValues() {}

    static CelType type(FieldType type) {
        return switch (type) {
            case TEXT, EMAIL, PHONE, PICKLIST, OWNER, REFERENCE -> SimpleType.STRING;
            case NUMBER -> SimpleType.DOUBLE;
            case BOOLEAN -> SimpleType.BOOL;
            case DATE, DATETIME -> SimpleType.TIMESTAMP;
            case MULTI_PICKLIST -> ListType.create(SimpleType.STRING);
        };
    }

    /**
     * The value. A blank text is an empty text, a blank list an empty list, a blank boolean false; a blank number or
     * date is not known, and CEL then knows no answer either, unless another part of the line settles it.
     */
    static Optional<Object> of(FieldType type, String text) {
        try {
            return switch (type) {
                case TEXT, EMAIL, PHONE, PICKLIST, OWNER, REFERENCE -> Optional.of(text);
                case BOOLEAN -> Optional.of(text.equals("true"));
                case MULTI_PICKLIST -> Optional.of(text.isEmpty() ? List.of() : List.of(text.split(";")));
                case NUMBER -> text.isEmpty() ? Optional.empty() : Optional.of(Double.parseDouble(text));
                case DATE ->
                    text.isEmpty()
                            ? Optional.empty()
                            : Optional.of(LocalDate.parse(text)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant());
                case DATETIME -> text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
            };
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
