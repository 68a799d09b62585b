package io.smarketing.core.mapping;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.merge.MergePolicy;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One mapped field.
 *
 * @param name the neutral name
 * @param type the neutral type
 * @param fingerprint changes whenever anything changes that decides values (type, places, direction, codecs, defaults,
 *     not who wins): a base made under another is none
 * @param line where the rule stands, as {@code file:line}, for messages
 */
public record FieldRule(
        FieldName name, FieldType type, Map<CrmId, Place> places, MergePolicy policy, String fingerprint, String line) {

    public FieldRule {
        places = Collections.unmodifiableMap(new TreeMap<>(places));
    }
}
