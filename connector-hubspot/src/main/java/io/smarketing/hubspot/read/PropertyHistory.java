package io.smarketing.hubspot.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.record.HistoryEntry;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads past values and who set them; the key field's history is read along, by which we know ourselves. */
final class PropertyHistory {

    private final Shape shape;
    private final Set<FieldName> fields;
    private final OwnApps ownApps;

    PropertyHistory(Shape shape, Set<FieldName> fields, OwnApps ownApps) {
        this.shape = shape;
        this.fields = fields;
        this.ownApps = ownApps;
    }

    /** The properties whose history to ask for. */
    Set<String> asked() {
        Set<String> names = new HashSet<>();
        fields.stream().filter(f -> shape.link(f).isEmpty()).forEach(f -> names.add(f.text()));
        names.add(shape.key().text());
        return names;
    }

    Map<FieldName, List<HistoryEntry>> read(JsonNode row) {
        JsonNode histories = row.path("propertiesWithHistory");
        ownApps.learn(histories.path(shape.key().text()));
        Map<FieldName, List<HistoryEntry>> read = new HashMap<>();
        for (FieldName field : fields) {
            Optional<FieldSpec> spec = shape.spec(field);
            JsonNode entries = histories.path(field.text());
            if (spec.isPresent() && !entries.isEmpty()) {
                List<HistoryEntry> list = new ArrayList<>();
                entries.forEach(e -> list.add(entry(spec.get(), e)));
                Collections.reverse(list); // HubSpot tells the latest first, also of two in one millisecond
                list.sort(Comparator.comparing(HistoryEntry::at));
                read.put(field, List.copyOf(list));
            }
        }
        return read;
    }

    private HistoryEntry entry(FieldSpec spec, JsonNode entry) {
        return new HistoryEntry(
                Shape.value(spec, entry.path("value").asText("")),
                Shape.instant(entry.path("timestamp").asText()),
                ownApps.author(entry));
    }
}
