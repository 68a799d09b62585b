package io.smarketing.salesforce.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.salesforce.schema.Keys;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Our keys on the records that a row is linked to. Without a link the value is blank; where no linked record has a key, or
 * we may not see it, there is none: what is not kept in step can be neither equal nor different.
 */
final class LinkedKeys {

    private LinkedKeys() {}

    static Optional<FieldValue> ofAccount(JsonNode row, FieldName key) {
        if (Values.text(row.path(Keys.ACCOUNT_ID.text())).isEmpty()) {
            return Optional.of(FieldValue.BLANK);
        }
        return known(row.path(Keys.ACCOUNT), key);
    }

    private static Optional<FieldValue> known(JsonNode linked, FieldName key) {
        return Optional.of(Values.text(linked.path(key.text())).strip())
                .filter(text -> !text.isEmpty())
                .map(FieldValue::of);
    }

    /** The keys of all that have one. */
    static Optional<FieldValue> ofContacts(List<JsonNode> roles, FieldName key) {
        TreeSet<String> keys = roles.stream()
                .flatMap(role -> known(role.path("Contact"), key).stream())
                .map(FieldValue::text)
                .collect(Collectors.toCollection(TreeSet::new));
        return keys.isEmpty() && !roles.isEmpty()
                ? Optional.empty()
                : Optional.of(FieldValue.of(String.join(";", keys)));
    }
}
