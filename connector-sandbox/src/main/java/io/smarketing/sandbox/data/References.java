package io.smarketing.sandbox.data;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * From the ids that an export bears to those that the sandbox gave: so that an opportunity finds its account, and a
 * contact its owner.
 */
final class References {

    private static final Map<String, String> HUBSPOT_POINTS = Map.of("hubspot_owner_id", "owners");
    private static final int SHORT_ID = 15;

    private final Map<String, String> newIds = new HashMap<>();

    /** The id that the row itself bears, empty if none. */
    static String ownId(boolean salesforce, Row row) {
        return salesforce ? row.get("Id") : row.values().getOrDefault("hs_object_id", row.get("id"));
    }

    void remember(String object, boolean salesforce, String fileId, String newId) {
        if (!fileId.isEmpty()) {
            newIds.put(salesforce ? shortId(fileId) : object + "/" + fileId, newId);
        }
    }

    /** The row's values without its own id, references turned into the sandbox's ids. */
    Map<String, String> translate(boolean salesforce, Map<String, String> values) {
        Map<String, String> translated = new LinkedHashMap<>(values);
        translated.keySet().removeIf(c -> c.equals(salesforce ? "Id" : "id") || c.equals("hs_object_id"));
        translated.replaceAll((column, value) -> target(salesforce, column, value));
        return translated;
    }

    private String target(boolean salesforce, String column, String value) {
        if (salesforce) {
            return column.endsWith("Id") ? newIds.getOrDefault(shortId(value), value) : value;
        }
        return newIds.getOrDefault(HUBSPOT_POINTS.getOrDefault(column, "") + "/" + value, value);
    }

    private static String shortId(String id) {
        return id.length() > SHORT_ID ? id.substring(0, SHORT_ID) : id;
    }
}
