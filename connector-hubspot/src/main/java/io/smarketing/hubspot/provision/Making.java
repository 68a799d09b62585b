package io.smarketing.hubspot.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.provision.OwnField;
import io.smarketing.core.lead.FieldName;
import io.smarketing.http.HttpAsk;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.ErrorBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The writing part of provisioning: what HubSpot does not take is noted by the name of the part, and the rest is made.
 *
 * @param type the id of the object type
 */
record Making(Api api, String type, Map<String, String> refusals) {

    void group() {
        ObjectNode group = JsonNodeFactory.instance
                .objectNode()
                .put("name", PropertyJson.GROUP)
                .put("label", PropertyJson.GROUP_LABEL);
        HttpAsk ask = HttpAsk.postJson(api.paths().propertyGroups(type), group);
        // somebody else may have made it meanwhile
        send(ask.answeredBy(409)).ifPresent(why -> refusals.put(PropertyJson.GROUP, why));
    }

    /** Adds the options that a property lacks to those that it has at this moment. */
    void options(FieldName property, OwnField field) {
        String path = api.paths().property(type, property.text());
        Choices choices = new Choices(api.http().send(HttpAsk.get(path)).body(), field);
        if (!choices.lacking().isEmpty()) {
            send(HttpAsk.patchJson(path, choices.added())).ifPresent(why -> refusals.put(property.text(), why));
        }
    }

    void properties(Map<FieldName, OwnField> fields) {
        List<ObjectNode> wanted = new ArrayList<>();
        fields.forEach((name, field) -> wanted.add(PropertyJson.of(name, field)));
        for (int from = 0; from < wanted.size(); from += Api.BATCH) {
            batch(wanted.subList(from, Math.min(wanted.size(), from + Api.BATCH)));
        }
    }

    private void batch(List<ObjectNode> properties) {
        ArrayNode inputs = JsonNodeFactory.instance.arrayNode().addAll(properties);
        ObjectNode body = JsonNodeFactory.instance.objectNode().set("inputs", inputs);
        HttpAsk ask = HttpAsk.postJson(api.paths().createProperties(type), body);
        try {
            for (JsonNode error : api.http().send(ask).body().path("errors")) {
                String words = "HubSpot refuses it: " + ErrorBody.of(error).words();
                error.at("/context/name").forEach(name -> refusals.put(name.asText(), words));
            }
        } catch (CrmException e) {
            properties.forEach(p -> refusals.put(p.path("name").asText(), reason(e)));
        }
    }

    /** Sends it; why not, if HubSpot does not take it. */
    private Optional<String> send(HttpAsk ask) {
        try {
            api.http().send(ask);
            return Optional.empty();
        } catch (CrmException e) {
            return Optional.of(reason(e));
        }
    }

    /** What is not understood or not answered speaks against these parts; anything else would stop the next call too. */
    private static String reason(CrmException e) {
        if (e.kind() == FailureKind.MISUNDERSTOOD || e.kind() == FailureKind.UNKNOWN_OUTCOME) {
            return e.getMessage();
        }
        throw e;
    }
}
