package io.smarketing.daemon.wiring;

import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.mapping.Assignment.By;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.mapping.OwnFields;
import io.smarketing.core.mapping.Place;
import io.smarketing.daemon.config.Configuration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Tells an adapter what the mapping wants of its CRM. */
final class WantedFields {

    private WantedFields() {}

    static Wanted of(Configuration configuration, CrmId crm) {
        Map<RecordType, Wanted.Type> types = new LinkedHashMap<>();
        for (Mapping mapping : configuration.mappings().values()) {
            mapping.own().getOrDefault(crm, Map.of()).forEach((type, own) -> types.put(type, of(mapping, crm, own)));
        }
        return new Wanted(types, configuration.mapping().assignment(crm).by() == By.RULES);
    }

    private static Wanted.Type of(Mapping mapping, CrmId crm, OwnFields own) {
        Set<FieldName> fields = new LinkedHashSet<>();
        for (FieldRule rule : mapping.rules()) {
            Place place = rule.places().get(crm);
            if (place != null && place.fields().containsKey(own.type())) {
                fields.add(place.fields().get(own.type()));
            }
        }
        own.others().forEach(fields::add);
        return new Wanted.Type(own.key(), own.stage(), fields);
    }
}
