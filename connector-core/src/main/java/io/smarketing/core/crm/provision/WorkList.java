package io.smarketing.core.crm.provision;

import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A view of the records that wait for somebody.
 *
 * @param name its name in the API: letters, digits and underscores
 * @param label what people see
 * @param where the values of which each field must hold one; an empty text is a blank field
 * @param columns our own fields that it shows, beside who the person is
 */
public record WorkList(
        RecordType type, String name, String label, Map<FieldName, List<String>> where, List<FieldName> columns) {

    public WorkList {
        Map<FieldName, List<String>> copy = new LinkedHashMap<>();
        where.forEach((field, values) -> copy.put(field, List.copyOf(values)));
        where = Collections.unmodifiableMap(copy);
        columns = List.copyOf(columns);
    }
}
