package io.smarketing.sandbox.portal.about;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.portal.desk.Desk;
import io.smarketing.sandbox.portal.schema.Group;
import io.smarketing.sandbox.portal.schema.Schema;
import io.smarketing.sandbox.portal.wire.Call;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.wire.Json;

/** The groups of an object's properties. */
public record GroupsApi(Desk desk) {

    Answer handle(Call call, Schema schema) {
        return switch (call.size()) {
            case 2 -> all(call, schema);
            case 3 -> one(call, schema);
            default ->
                throw Failure.notFound("Resource not found: " + call.ask().path());
        };
    }

    private static Answer all(Call call, Schema schema) {
        if (call.method().equals("GET")) {
            ObjectNode body = Json.object();
            ArrayNode results = body.putArray("results");
            schema.groups().forEach(group -> results.add(PropertyJson.of(group)));
            return Json.answer(200, body);
        }
        if (!call.method().equals("POST")) {
            throw call.notAllowed();
        }
        JsonNode body = call.body();
        String name = Json.text(body, "name");
        if (!name.matches("[a-z][a-z0-9_]*") || Json.text(body, "label").isEmpty()) {
            throw Failure.invalid("A group needs a label, and a name of lower-case letters, digits and _");
        }
        if (schema.group(name).isPresent()) {
            throw Failure.of(409, "OBJECT_ALREADY_EXISTS", "A property group named '" + name + "' already exists.");
        }
        return put(
                201,
                schema,
                new Group(
                        name,
                        Json.text(body, "label"),
                        body.path("displayOrder").asInt(-1)));
    }

    private static Answer one(Call call, Schema schema) {
        String name = call.at(2);
        Group group =
                schema.group(name).orElseThrow(() -> Failure.notFound("Property group " + name + " does not exist"));
        return switch (call.method()) {
            case "GET" -> Json.answer(200, PropertyJson.of(group));
            case "PATCH" -> {
                JsonNode body = call.body();
                String label = body.hasNonNull("label") ? Json.text(body, "label") : group.label();
                int order = body.path("displayOrder").asInt(group.displayOrder());
                yield put(200, schema, new Group(name, label, order));
            }
            case "DELETE" -> {
                if (schema.all(false).stream().anyMatch(p -> p.look().group().equals(name))) {
                    throw Failure.invalid("The group still has properties").subCategory("GROUP_WITH_ACTIVE_PROPERTIES");
                }
                schema.remove(group);
                yield Answer.empty(204);
            }
            default -> throw call.notAllowed();
        };
    }

    private static Answer put(int status, Schema schema, Group group) {
        schema.put(group);
        return Json.answer(status, PropertyJson.of(group));
    }
}
