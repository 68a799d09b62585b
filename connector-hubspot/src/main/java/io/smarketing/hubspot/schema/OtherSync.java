package io.smarketing.hubspot.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The signs of HubSpot's own Salesforce integration: it puts properties on contacts whose names run on without a
 * separator, as nobody else's do. Two syncs of the same fields fight, and make duplicates.
 */
final class OtherSync {

    private static final Pattern ITS_NAME = Pattern.compile("salesforce[a-z]+");

    private OtherSync() {}

    /** The warning, if there are signs of it. */
    static List<String> among(JsonNode properties) {
        List<String> signs = new ArrayList<>();
        for (JsonNode property : properties) {
            String name = property.path("name").asText();
            if (ITS_NAME.matcher(name).matches()) {
                signs.add(name);
            }
        }
        return signs.isEmpty()
                ? List.of()
                : List.of("HubSpot's own Salesforce integration is or was installed in this portal (its contact"
                        + " properties: " + String.join(", ", signs)
                        + "). Two syncs of the same fields undo each other and make duplicates: disconnect it, or leave"
                        + " the fields that it syncs out of mapping.yaml");
    }
}
