package io.smarketing.hubspot.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.hubspot.api.Api;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes records of rows that were asked for with all our properties; what linked records tell is read along for all of
 * them together.
 */
public record Records(Api api, Shape shape) {

    /** The records in the order of the rows. */
    public List<CrmRecord> of(Collection<JsonNode> rows) {
        Map<String, Related> related = related(rows);
        return rows.stream()
                .map(row -> shape.read(row, related.getOrDefault(row.path("id").asText(), Related.NOTHING)))
                .toList();
    }

    /** What rows tell that are the records. */
    public List<Change> changes(List<JsonNode> rows) {
        List<CrmRecord> records = of(rows);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            changes.addAll(shape.changes(rows.get(i), records.get(i)));
        }
        return changes;
    }

    private Map<String, Related> related(Collection<JsonNode> rows) {
        List<String> ids = rows.stream().map(row -> row.path("id").asText()).toList();
        Map<String, Related> all = new HashMap<>();
        if (!ids.isEmpty()) {
            shape.places()
                    .forEach((relation, places) -> new Relatives(api, relation, places)
                            .of(ids)
                            .forEach((id, one) -> all.merge(id, one, Related::and)));
        }
        return all;
    }
}
