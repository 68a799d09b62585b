package io.smarketing.sandbox.portal.about;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.portal.desk.BatchReply;
import io.smarketing.sandbox.portal.desk.Desk;
import io.smarketing.sandbox.portal.desk.Inputs;
import io.smarketing.sandbox.portal.schema.ObjectType;
import io.smarketing.sandbox.portal.schema.Property;
import io.smarketing.sandbox.portal.schema.Schema;
import io.smarketing.sandbox.portal.wire.Call;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The properties area: definitions singly and in batches; groups are next door. */
public record PropertiesApi(Desk desk, GroupsApi groups) {

    public Answer handle(Call call) {
        Schema schema = desk.crm().schema(ObjectType.of(call.at(0)));
        boolean reading = call.method().equals("GET") || call.at(2).equals("read");
        call.caller().require(schema.type().schemaScope(!reading));
        if (call.at(1).equals("groups")) {
            return groups.handle(call, schema);
        }
        if (call.size() == 3 && call.at(1).equals("batch") && call.method().equals("POST")) {
            return batch(call, schema);
        }
        return switch (call.size()) {
            case 1 -> all(call, schema);
            case 2 -> one(call, schema);
            default ->
                throw Failure.notFound("Resource not found: " + call.ask().path());
        };
    }

    private Answer all(Call call, Schema schema) {
        boolean dated = call.version().dated();
        return switch (call.method()) {
            case "GET" -> {
                boolean archived = call.flag("archived");
                ObjectNode body = Json.object();
                ArrayNode results = body.putArray("results");
                schema.all(archived).forEach(property -> results.add(PropertyJson.of(property, archived)));
                yield Json.answer(200, body);
            }
            case "POST" -> shown(201, new PropertyWrites(desk).create(schema, call.body(), dated));
            default -> throw call.notAllowed();
        };
    }

    private Answer one(Call call, Schema schema) {
        String name = call.at(1);
        boolean archived = call.method().equals("GET") && call.flag("archived");
        Optional<Property> found = archived ? schema.findArchived(name) : schema.find(name);
        Property property = found.orElseThrow(() -> missing(name));
        PropertyWrites writes = new PropertyWrites(desk);
        return switch (call.method()) {
            case "GET" -> Json.answer(200, PropertyJson.of(property, archived));
            case "PATCH" ->
                shown(
                        200,
                        writes.change(
                                schema, property, call.body(), call.version().dated()));
            case "DELETE" -> {
                writes.delete(schema, property);
                yield Answer.empty(204);
            }
            default -> throw call.notAllowed();
        };
    }

    private Answer batch(Call call, Schema schema) {
        List<JsonNode> inputs = Inputs.of(call.body(), 100);
        PropertyWrites writes = new PropertyWrites(desk);
        BatchReply reply = new BatchReply(desk.crm());
        List<String> missing = new ArrayList<>();
        switch (call.at(2)) {
            case "create" -> create(call, schema, inputs, reply);
            case "read" ->
                inputs.forEach(input -> schema.find(Json.text(input, "name"))
                        .ifPresentOrElse(
                                property -> reply.result(PropertyJson.of(property, false)),
                                () -> missing.add(Json.text(input, "name"))));
            case "archive" -> {
                inputs.forEach(input ->
                        schema.find(Json.text(input, "name")).ifPresent(property -> writes.delete(schema, property)));
                return Answer.empty(204);
            }
            default ->
                throw Failure.notFound("Resource not found: " + call.ask().path());
        }
        if (!missing.isEmpty()) {
            reply.error(Failure.notFound("Some properties do not exist"), "name", missing);
        }
        return reply.answer(call.at(2).equals("create") ? 201 : 200);
    }

    private void create(Call call, Schema schema, List<JsonNode> inputs, BatchReply reply) {
        for (JsonNode input : inputs) {
            try {
                Property made = new PropertyWrites(desk)
                        .create(schema, input, call.version().dated());
                reply.result(PropertyJson.of(made, false));
            } catch (Failure failure) {
                reply.error(failure, "name", List.of(Json.text(input, "name")));
            }
        }
    }

    private static Answer shown(int status, Property property) {
        return Json.answer(status, PropertyJson.of(property, false));
    }

    private static Failure missing(String name) {
        return Failure.notFound("Property " + name + " does not exist").context("propertyName", List.of(name));
    }
}
