package io.smarketing.hubspot.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smarketing.core.lead.Email;
import io.smarketing.http.HttpAsk;
import io.smarketing.hubspot.api.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a portal tells of itself when it is opened.
 *
 * @param users the addresses of owners by the id of the user, which is another than the owner's
 * @param warnings what an admin should know of it
 */
public record Portal(ContactSchema schema, Map<String, Email> users, List<String> warnings) {

    public Portal {
        users = Map.copyOf(users);
        warnings = List.copyOf(warnings);
    }

    /** The questions do not need one another, so they are asked side by side. */
    public static Portal read(Api api) {
        List<Supplier<JsonNode>> questions =
                List.of(() -> body(api, api.paths().contactProperties()), () -> owners(api));
        List<JsonNode> told = api.fan().all(questions);
        JsonNode properties = told.get(0).path("results");
        return new Portal(ContactSchema.of(properties, told.get(1)), users(told.get(1)), OtherSync.among(properties));
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
