package io.smarketing.hubspot.write;

import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.hubspot.api.Relation;
import java.util.Arrays;
import java.util.List;

/**
 * The links that one row is to have by one relation.
 *
 * @param row without its links
 * @param place the field that was to be written
 * @param value the keys of the records to be linked, as one value
 */
record Wish(Row row, Relation relation, FieldName place, FieldValue value) {

    List<String> keys() {
        List<String> keys = relation.isMany() ? Arrays.asList(value.text().split(";")) : List.of(value.text());
        return keys.stream().filter(key -> !key.isBlank()).toList();
    }
}
