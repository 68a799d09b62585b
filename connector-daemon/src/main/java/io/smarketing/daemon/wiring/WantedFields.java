package io.smarketing.daemon.wiring;

import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.mapping.Assignment.By;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.daemon.config.Configuration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells an adapter what the mappings of all subjects want of its CRM. */
final class WantedFields {

    private WantedFields() {}

    static Wanted of(Configuration configuration, CrmId crm) {
        Map<RecordType, Wanted.Type> types = new LinkedHashMap<>();
        for (Mapping mapping : configuration.mappings().values()) {
            types.putAll(mapping.wanted(crm));
        }
        return new Wanted(types, configuration.mapping().assignment(crm).by() == By.RULES);
    }
}
