package io.smarketing.sandbox.org.query;

import io.smarketing.sandbox.org.data.SalesforceId;
import io.smarketing.sandbox.org.data.Stamp;
import io.smarketing.sandbox.org.error.OrgError;
import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.FieldType;
import io.smarketing.sandbox.org.soql.Literal;
import io.smarketing.sandbox.org.soql.MalformedQuery;
import java.util.Optional;

/** Turns a query's literals into values as rows hold them; refuses those of the wrong type. */
final class Constants {

    private Constants() {}

    /** The value; empty for null and for an empty text, which the platform takes for null. */
    static Optional<Object> of(Field field, Literal literal) throws OrgError {
        if (literal.kind() == Literal.Kind.NULL) {
            return Optional.empty();
        }
        if (literal.kind() == Literal.Kind.STRING) {
            String text = plain(literal);
            return text.isEmpty() ? Optional.empty() : Optional.of(text(field, text));
        }
        if (literal.kind() != expected(field.type())) {
            throw wrong(field, field.type().isText() || field.type().isId() ? "be enclosed in quotes" : "");
        }
        return Optional.of(
                switch (literal.kind()) {
                    case BOOLEAN -> (Object) Boolean.valueOf(literal.text());
                    case NUMBER -> Double.valueOf(literal.text());
                    case DATETIME -> Stamp.seconds(literal.text()).orElseThrow(() -> wrong(field, ""));
                    default -> Stamp.day(literal.text()).orElseThrow(() -> wrong(field, ""));
                });
    }

    private static Object text(Field field, String text) throws OrgError {
        if (field.type().isId()) {
            return SalesforceId.normal(text)
                    .orElseThrow(() -> OrgError.bad("INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: " + text));
        }
        if (!field.type().isText()) {
            throw wrong(field, "not be enclosed in quotes");
        }
        return text;
    }

    private static String plain(Literal literal) throws OrgError {
        try {
            return literal.quoted().plain();
        } catch (MalformedQuery e) {
            throw OrgError.bad("MALFORMED_QUERY", String.valueOf(e.getMessage()));
        }
    }

    private static Literal.Kind expected(FieldType type) {
        return switch (type) {
            case BOOLEAN -> Literal.Kind.BOOLEAN;
            case INT, DOUBLE, CURRENCY, PERCENT -> Literal.Kind.NUMBER;
            case DATE -> Literal.Kind.DATE;
            case DATETIME -> Literal.Kind.DATETIME;
            default -> Literal.Kind.STRING;
        };
    }

    private static OrgError wrong(Field field, String quotes) {
        String hint = quotes.isEmpty() ? "" : " and should " + quotes;
        return OrgError.bad(
                "INVALID_FIELD",
                "value of filter criterion for field '" + field.name() + "' must be of type "
                        + field.type().word() + hint);
    }
}
