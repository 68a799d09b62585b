package io.smarketing.hubspot.read;

import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is told of one record by those that it is linked to.
 *
 * @param values by place; one that cannot be told is absent
 * @param stamp when the youngest of them last changed
 */
record Related(Map<FieldName, FieldValue> values, Instant stamp) {

    static final Related NOTHING = new Related(Map.of(), Instant.EPOCH);

    Related {
        values = Map.copyOf(values);
    }

    Related and(Related other) {
        Map<FieldName, FieldValue> all = new LinkedHashMap<>(values);
        all.putAll(other.values());
        return new Related(all, stamp.isAfter(other.stamp()) ? stamp : other.stamp());
    }
}
