package io.smarketing.hubspot.provision;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.provision.Part;
import io.smarketing.core.crm.provision.Part.State;
import io.smarketing.hubspot.api.ObjectType;
import java.util.ArrayList;
import java.util.List;

/**
 * How many more properties of an object type a portal takes.
 *
 * @param custom of the admin's own; as many as there are numbers if the portal does not tell
 * @param unique with unique values
 */
record Room(ObjectType type, int custom, int unique) {

    static final String KIND = "limit";
    private static final int MOST_UNIQUE = 10;

    /** Of what HubSpot tells of its limits, and of the properties that are there. */
    static Room of(ObjectType type, JsonNode limits, JsonNode definitions) {
        int custom = Integer.MAX_VALUE;
        for (JsonNode one : limits.path("byObjectType")) {
            if (one.path("objectTypeId").asText().equals(type.id()) && one.has("limit") && one.has("usage")) {
                custom = one.path("limit").asInt() - one.path("usage").asInt();
            }
        }
        int unique = MOST_UNIQUE;
        for (JsonNode one : definitions) {
            boolean counts = one.path("hasUniqueValue").asBoolean()
                    && !one.path("hubspotDefined").asBoolean();
            unique -= counts ? 1 : 0;
        }
        return new Room(type, custom, unique);
    }

    /** What speaks against making so many more, so many of them unique. */
    List<Part> against(int properties, long uniqueOnes) {
        List<Part> against = new ArrayList<>();
        if (properties > custom) {
            against.add(full("custom " + type.word() + " properties", custom, properties));
        }
        if (uniqueOnes > unique) {
            against.add(full(type.word() + " properties with unique values", unique, uniqueOnes));
        }
        return against;
    }

    private static Part full(String what, int room, long needed) {
        String remark = "the portal takes " + Math.max(0, room) + " more, and " + needed
                + " are to be made: delete some that nobody needs, or have the limit raised; nothing is made until then";
        return new Part(KIND, what, State.DIFFERENT, remark);
    }
}
