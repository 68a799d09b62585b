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
 * @param where what each field must hold; an empty text is a blank field
 * @param columns our own fields that it shows, beside who the person is
 */
public record WorkList(
        RecordType type, String name, String label, Map<FieldName, String> where, List<FieldName> columns) {

    public WorkList {
        where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
        columns = List.copyOf(columns);
    }
}
