package io.smarketing.hubspot.push;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** One event of a webhook's call, as far as it is believed: what kind it is, and which contacts it names. */
record Event(JsonNode json) {

    private static final String CONTACT_TYPE = "0-1";

    String portal() {
        return json.path("portalId").asText();
    }

    /**
     * Whether the app that tells of it did it itself: what we write comes back so. Should it be somebody else's after
     * all, the next round finds it.
     */
    boolean isOurOwn() {
        String source = json.path("changeSource").asText();
        String app = json.path("appId").asText();
        return !isErasure()
                && (source.equals("INTEGRATION") || source.equals("API"))
                && !app.isEmpty()
                && app.equals(json.path("sourceId").asText());
    }

    /** A person's wish to be forgotten was carried out. */
    boolean isErasure() {
        return isOfContact() && type().endsWith(".privacydeletion");
    }

    /** Ids of the contacts it names: of a merge all, of an association that end of it. */
    Set<String> contacts() {
        Set<String> ids = new HashSet<>();
        if (isOfContact()) {
            add(ids, json.path("objectId"));
            add(ids, json.path("primaryObjectId"));
            add(ids, json.path("newObjectId"));
            json.path("mergedObjectIds").forEach(id -> add(ids, id));
        }
        String association = json.path("associationType").asText();
        if (association.startsWith("CONTACT_TO_") || isContact("fromObjectTypeId")) {
            add(ids, json.path("fromObjectId"));
        }
        if (association.endsWith("_TO_CONTACT") || isContact("toObjectTypeId")) {
            add(ids, json.path("toObjectId"));
        }
        return ids;
    }

    private boolean isOfContact() {
        return type().startsWith("contact.") || type().startsWith("object.") && isContact("objectTypeId");
    }

    private boolean isContact(String field) {
        return json.path(field).asText().equals(CONTACT_TYPE);
    }

    /** Older events call it by another name. */
    private String type() {
        String type = json.path("subscriptionType").asText();
        return (type.isEmpty() ? json.path("eventType").asText() : type).toLowerCase(Locale.ROOT);
    }

    private static void add(Set<String> ids, JsonNode id) {
        if (id.isIntegralNumber() || id.asText().matches("\\d+")) {
            ids.add(id.asText());
        }
    }
}
