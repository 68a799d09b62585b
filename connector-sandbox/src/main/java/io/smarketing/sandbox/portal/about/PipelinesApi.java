package io.smarketing.sandbox.portal.about;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.portal.desk.Desk;
import io.smarketing.sandbox.portal.desk.Lookup;
import io.smarketing.sandbox.portal.schema.Iso;
import io.smarketing.sandbox.portal.schema.ObjectType;
import io.smarketing.sandbox.portal.schema.Option;
import io.smarketing.sandbox.portal.schema.Property;
import io.smarketing.sandbox.portal.wire.Call;
import io.smarketing.sandbox.portal.wire.Json;
import java.util.List;

/** The pipelines area, for reading: deals have the one pipeline that every portal starts with. */
public record PipelinesApi(Desk desk) {

    private static final String ID = "default";
    private static final List<String> PROBABILITIES = List.of("0.2", "0.4", "0.6", "0.8", "0.9", "1.0", "0.0");

    public Answer handle(Call call) {
        ObjectType type = ObjectType.of(call.at(0));
        call.caller().require(type.schemaScope(false));
        if (!call.method().equals("GET")) {
            throw call.notAllowed();
        }
        boolean deals = type == ObjectType.DEALS;
        if (call.size() == 1) {
            ObjectNode body = Json.object();
            ArrayNode results = body.putArray("results");
            if (deals) {
                results.add(pipeline());
            }
            return Json.answer(200, body);
        }
        if (!deals || !call.at(1).equals(ID)) {
            throw Lookup.missing(call.at(1));
        }
        return Json.answer(200, inside(call));
    }

    private ObjectNode inside(Call call) {
        if (call.size() == 2) {
            return pipeline();
        }
        if (!call.at(2).equals("stages")) {
            throw Lookup.missing(call.at(2));
        }
        if (call.size() == 3) {
            ObjectNode body = Json.object();
            body.set("results", stages());
            return body;
        }
        for (JsonNode stage : stages()) {
            if (Json.text(stage, "id").equals(call.at(3))) {
                return (ObjectNode) stage;
            }
        }
        throw Lookup.missing(call.at(3));
    }

    private ObjectNode pipeline() {
        ObjectNode node =
                Json.object().put("id", ID).put("label", "Sales Pipeline").put("displayOrder", 0);
        node.set("stages", stages());
        return stamped(node);
    }

    private ArrayNode stages() {
        ArrayNode stages = Json.array();
        Property dealstage = stageProperty();
        for (Option option : dealstage.options()) {
            ObjectNode node = stages.addObject().put("id", option.value()).put("label", option.label());
            node.put("displayOrder", option.displayOrder());
            String probability = PROBABILITIES.get(Math.min(option.displayOrder(), PROBABILITIES.size() - 1));
            boolean closed = option.value().startsWith("closed");
            node.putObject("metadata").put("isClosed", Boolean.toString(closed)).put("probability", probability);
            node.put("writePermissions", "CRM_PERMISSIONS_ENFORCEMENT");
            stamped(node);
        }
        return stages;
    }

    private Property stageProperty() {
        return desk.crm().schema(ObjectType.DEALS).find("dealstage").orElseThrow();
    }

    private ObjectNode stamped(ObjectNode node) {
        String at = Iso.of(stageProperty().createdAt());
        return node.put("archived", false).put("createdAt", at).put("updatedAt", at);
    }
}
