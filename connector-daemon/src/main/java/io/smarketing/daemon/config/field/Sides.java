package io.smarketing.daemon.config.field;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The CRMs as the file names them, in its order, each with the record types that hold people (none if its type is
 * unknown, which is reported then).
 */
public record Sides(Map<CrmId, List<RecordType>> types) {

    public Sides {
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    }

    public Set<CrmId> ids() {
        return types.keySet();
    }

    /** Their names, in order. */
    public List<String> names() {
        return types.keySet().stream().map(CrmId::name).toList();
    }

    public List<RecordType> typesOf(CrmId crm) {
        return types.getOrDefault(crm, List.of());
    }

    /** The CRMs under the words that name them, for a choice. */
    Map<String, CrmId> words() {
        return types.keySet().stream()
                .collect(Collectors.toMap(CrmId::name, id -> id, (a, b) -> a, LinkedHashMap::new));
    }

    CrmId first() {
        return types.keySet().iterator().next();
    }
}
