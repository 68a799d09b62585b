package io.smarketing.core.mapping;

import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The product's own fields on one record type.
 *
 * @param key holds our external id
 * @param stage holds the stage, if the type has a field for it
 * @param stageValues the CRM's value for each stage and detour name that it knows
 * @param stamps the datetime field for each stage and detour name that has one
 */
public record OwnFields(
        RecordType type,
        FieldName key,
        Optional<FieldName> stage,
        Map<String, String> stageValues,
        Map<String, FieldName> stamps,
        HandoffFields handoff) {

    public OwnFields {
        stageValues = Map.copyOf(stageValues);
        stamps = Map.copyOf(stamps);
    }

    /** Where nothing but the key is kept. */
    static OwnFields keyOnly(RecordType type, FieldName key) {
        return new OwnFields(type, key, Optional.empty(), Map.of(), Map.of(), HandoffFields.NONE);
    }

    /** All but key and stage. */
    public Stream<FieldName> others() {
        return Stream.concat(stamps.values().stream(), handoff.all());
    }
}
