package io.smarketing.salesforce.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.NormalForm;
import io.smarketing.core.lead.UnreadableValue;
import java.time.Instant;

/** JSON values in their normal form. */
public final class Values {

    private Values() {}

    /** A field of a row, also one of a related record ({@code Account.Name}). */
    static FieldValue of(JsonNode row, FieldName field, FieldSpec spec) {
        return normal(text(node(row, field.text())), spec);
    }

    private static JsonNode node(JsonNode row, String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? row.path(path) : node(row.path(path.substring(0, dot)), path.substring(dot + 1));
    }

    /** A value that is none of its type stays as it is: whoever uses it says so, and nothing is swallowed. */
    static FieldValue normal(String raw, FieldSpec spec) {
        try {
            return spec.normalForm().read(raw);
        } catch (UnreadableValue e) {
            return FieldValue.of(raw);
        }
    }

    public static String text(JsonNode node) {
        return node.isValueNode() ? node.asText("") : "";
    }

    /** A time that Salesforce itself has set. */
    public static Instant instant(JsonNode node) {
        try {
            return NormalForm.instant(node.asText());
        } catch (UnreadableValue e) {
            throw new IllegalStateException("a time set by Salesforce " + e.getMessage(), e);
        }
    }
}
