package io.smarketing.hubspot.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.lead.Email;
import io.smarketing.http.HttpAsk;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.ObjectType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a portal tells of itself when it is opened.
 *
 * @param users the addresses of owners by the id of the user, which is another than the owner's
 * @param warnings what an admin should know of it
 */
public record Portal(PortalSchema schema, Map<String, Email> users, List<String> warnings) {

    public Portal {
        users = Map.copyOf(users);
        warnings = List.copyOf(warnings);
    }

    /** The questions do not need one another, so they are asked side by side. */
    public static Portal read(Api api, Wanted wanted, ZoneId zone) {
        List<ObjectType> types = types(wanted);
        List<Supplier<JsonNode>> questions = new ArrayList<>();
        types.forEach(type ->
                questions.add(() -> body(api, api.paths().properties(type.id())).path("results")));
        questions.add(() -> owners(api));
        List<JsonNode> told = api.fan().all(questions);
        Map<ObjectType, JsonNode> properties = new EnumMap<>(ObjectType.class);
        for (int i = 0; i < types.size(); i++) {
            properties.put(types.get(i), told.get(i));
        }
        JsonNode owners = told.get(types.size());
        return new Portal(
                PortalSchema.of(properties, owners, wanted, zone),
                users(owners),
                OtherSync.among(properties.get(ObjectType.CONTACT)));
    }

    /** Contacts, the other types that are wanted, and those that are told of through them. */
    private static List<ObjectType> types(Wanted wanted) {
        Set<ObjectType> types = EnumSet.of(ObjectType.CONTACT);
        for (ObjectType type : ObjectType.values()) {
            if (wanted.types().containsKey(type.type())) {
                types.add(type);
                types.addAll(RelationPlaces.reached(wanted, type));
            }
        }
        return List.copyOf(types);
    }

    private static Map<String, Email> users(JsonNode owners) {
        Map<String, Email> users = new HashMap<>();
        for (JsonNode owner : owners) {
            Email.in(owner.path("email").asText(""))
                    .filter(email -> owner.hasNonNull("userId"))
                    .ifPresent(email -> users.put(owner.path("userId").asText(), email));
        }
        return users;
    }

    private static JsonNode owners(Api api) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        String after = "";
        do {
            JsonNode page = body(api, api.paths().owners(after));
            page.path("results").forEach(all::add);
            after = page.at("/paging/next/after").asText("");
        } while (!after.isEmpty());
        return all;
    }

    private static JsonNode body(Api api, String path) {
        return api.http().send(HttpAsk.get(path)).body();
    }
}
