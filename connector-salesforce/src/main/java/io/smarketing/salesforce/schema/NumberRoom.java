package io.smarketing.salesforce.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/**
 * What fits into a field for numbers.
 *
 * @param wholeDigits most digits before the point; those behind it are rounded to the field's scale
 */
record NumberRoom(int wholeDigits) {

    private static final Set<String> DECIMAL = Set.of("double", "currency", "percent");

    /** As describe tells it: of decimals all digits, of whole numbers those alone; empty if the field holds no number. */
    static Optional<NumberRoom> in(JsonNode field) {
        String type = field.path("type").asText();
        int digits = field.path("digits").asInt();
        if (DECIMAL.contains(type)) {
            digits = field.path("precision").asInt() - field.path("scale").asInt();
        }
        return digits > 0 ? Optional.of(new NumberRoom(digits)) : Optional.empty();
    }
}
