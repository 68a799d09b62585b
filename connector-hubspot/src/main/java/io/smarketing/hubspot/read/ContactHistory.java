package io.smarketing.hubspot.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.record.Author;
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

/**
 * Reads past values and who set them. HubSpot names the app that wrote a value, but not which app we are: so the key
 * field's history, which only we write, is read along.
 */
final class ContactHistory {

    private static final Set<String> APPS = Set.of("INTEGRATION", "API");

    private final ContactShape shape;
    private final Set<FieldName> fields;

    ContactHistory(ContactShape shape, Set<FieldName> fields) {
        this.shape = shape;
        this.fields = fields;
    }

    /** The properties whose history to ask for. */
    Set<String> asked() {
        Set<String> names = new HashSet<>();
        fields.forEach(f -> names.add(f.text()));
        names.add(shape.key().text());
        return names;
    }

    Map<FieldName, List<HistoryEntry>> read(JsonNode contact) {
        JsonNode histories = contact.path("propertiesWithHistory");
        Set<String> ourApps = new HashSet<>();
        histories.path(shape.key().text()).forEach(entry -> app(entry).ifPresent(ourApps::add));
        Map<FieldName, List<HistoryEntry>> read = new HashMap<>();
        for (FieldName field : fields) {
            Optional<FieldSpec> spec = shape.spec(field);
            JsonNode entries = histories.path(field.text());
            if (spec.isPresent() && !entries.isEmpty()) {
                List<HistoryEntry> list = new ArrayList<>();
                entries.forEach(e -> list.add(entry(spec.get(), e, ourApps)));
                Collections.reverse(list); // HubSpot tells the latest first, also of two in one millisecond
                list.sort(Comparator.comparing(HistoryEntry::at));
                read.put(field, List.copyOf(list));
            }
        }
        return read;
    }

    private HistoryEntry entry(FieldSpec spec, JsonNode entry, Set<String> ourApps) {
        return new HistoryEntry(
                shape.value(spec, entry.path("value").asText("")),
                ContactShape.instant(entry.path("timestamp").asText()),
                author(entry, ourApps));
    }

    private static Author author(JsonNode entry, Set<String> ourApps) {
        if (!APPS.contains(entry.path("sourceType").asText())) {
            return Author.SOMEBODY_ELSE;
        }
        Optional<String> app = app(entry);
        if (app.isEmpty() || ourApps.isEmpty()) {
            return Author.UNKNOWN;
        }
        return ourApps.contains(app.get()) ? Author.OURSELVES : Author.SOMEBODY_ELSE;
    }

    private static Optional<String> app(JsonNode entry) {
        boolean byApp = APPS.contains(entry.path("sourceType").asText());
        return Optional.of(entry.path("sourceId").asText("")).filter(id -> byApp && !id.isEmpty());
    }
}
