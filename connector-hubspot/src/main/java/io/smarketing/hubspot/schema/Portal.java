package io.smarketing.hubspot.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
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
 * @param number its id, which HubSpot's people call Hub ID
 * @param users the addresses of owners by the id of the user, which is another than the owner's
 */
public record Portal(String number, ContactSchema schema, Map<String, Email> users) {

    public Portal {
        users = Map.copyOf(users);
    }

    /** The questions do not need one another, so they are asked side by side; the first proves the login. */
    public static Portal read(Api api) {
        List<Supplier<JsonNode>> questions = List.of(
                () -> body(api, api.paths().accountDetails()),
                () -> body(api, api.paths().contactProperties()),
                () -> owners(api));
        List<JsonNode> told = api.fan().all(questions);
        return new Portal(
                told.get(0).path("portalId").asText(),
                ContactSchema.of(told.get(1).path("results"), told.get(2)),
                users(told.get(2)));
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

    /** Refuses to work with any other portal than the one the admin means. */
    public void mustBe(String expected) {
        if (!expected.equals(number)) {
            throw new CrmException(
                    FailureKind.WRONG_CREDENTIALS,
                    "the token belongs to HubSpot portal " + number + ", but the configuration says portal " + expected
                            + ": use that portal's token, or correct 'portal'");
        }
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
