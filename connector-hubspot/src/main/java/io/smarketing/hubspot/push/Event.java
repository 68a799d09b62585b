package io.smarketing.hubspot.push;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.hubspot.api.ObjectType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One event of a webhook's call, as far as it is believed: what kind it is, and which records it names. */
record Event(JsonNode json) {

    /** A record that an event names. */
    record Named(ObjectType type, String id) {}

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
        return isOf(ObjectType.CONTACT) && kind().endsWith(".privacydeletion");
    }

    /** The records it names, of the types that can be kept in step: of a merge all, of an association both ends. */
    Set<Named> records() {
        Set<Named> named = new HashSet<>();
        of(this::isOf).ifPresent(type -> {
            add(named, type, json.path("objectId"));
            add(named, type, json.path("primaryObjectId"));
            add(named, type, json.path("newObjectId"));
            json.path("mergedObjectIds").forEach(id -> add(named, type, id));
        });
        String association = json.path("associationType").asText();
        of(type -> association.startsWith(type.name() + "_TO_") || isId(type, "fromObjectTypeId"))
                .ifPresent(type -> add(named, type, json.path("fromObjectId")));
        of(type -> association.endsWith("_TO_" + type.name()) || isId(type, "toObjectTypeId"))
                .ifPresent(type -> add(named, type, json.path("toObjectId")));
        return named;
    }

    private static Optional<ObjectType> of(Predicate<ObjectType> isMeant) {
        return Arrays.stream(ObjectType.values()).filter(isMeant).findFirst();
    }

    private boolean isOf(ObjectType type) {
        return kind().startsWith(type.word() + ".") || kind().startsWith("object.") && isId(type, "objectTypeId");
    }

    private boolean isId(ObjectType type, String field) {
        return json.path(field).asText().equals(type.id());
    }

    /** Older events call it by another name. */
    private String kind() {
        String type = json.path("subscriptionType").asText();
        return (type.isEmpty() ? json.path("eventType").asText() : type).toLowerCase(Locale.ROOT);
    }

    private static void add(Set<Named> named, ObjectType type, JsonNode id) {
        if (id.isIntegralNumber() || id.asText().matches("\\d+")) {
            named.add(new Named(type, id.asText()));
        }
    }
}
