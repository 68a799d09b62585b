package io.smarketing.core.mapping;

import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a neutral field stands in one CRM.
 *
 * @param fields the CRM's field per record type; a type without an entry has no place for it
 * @param standIn a value in the CRM's words that is given on create when there is none
 */
public record Place(Map<RecordType, FieldName> fields, CodecPlan codec, Optional<String> standIn) {

    public Place {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }
}
