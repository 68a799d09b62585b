package io.smarketing.hubspot.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.lead.FieldName;
import io.smarketing.http.HttpAnswer;
import io.smarketing.http.HttpAsk;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.ObjectType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One batched question for records.
 *
 * @param type the id of the records' object type
 * @param by the property whose values are asked for; empty for record ids
 * @param properties what is asked of each record
 * @param withHistory properties of which the past values are asked too
 */
public record BatchRead(
        String type, Optional<String> by, Collection<String> properties, Collection<String> withHistory) {

    private static final int BATCH_WITH_HISTORY = 50;

    /** By record id. */
    public static BatchRead byId(ObjectType type, Collection<String> properties) {
        return new BatchRead(type.id(), Optional.empty(), properties, List.of());
    }

    /** By the values of a unique property. */
    public static BatchRead by(ObjectType type, FieldName property, Collection<String> properties) {
        return new BatchRead(type.id(), Optional.of(property.text()), properties, List.of());
    }

    /** The past values of properties, by record id. */
    public static BatchRead history(ObjectType type, Collection<String> properties) {
        return new BatchRead(type.id(), Optional.empty(), List.of(), properties);
    }

    /** The records that were found, in no promised order; values must differ from one another. */
    public List<JsonNode> read(Api api, Collection<String> values) {
        int size = withHistory.isEmpty() ? Api.BATCH : BATCH_WITH_HISTORY;
        List<String> all = List.copyOf(values);
        List<Supplier<List<JsonNode>>> calls = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            List<String> some = all.subList(from, Math.min(from + size, all.size()));
            calls.add(() -> call(api, some));
        }
        return api.fan().all(calls).stream().flatMap(List::stream).toList();
    }

    /** One value that HubSpot cannot even look for (an address that is none) must not hide the others. */
    private List<JsonNode> call(Api api, List<String> values) {
        HttpAsk ask = HttpAsk.postJson(api.paths().batch(type, "read"), question(values))
                .mayRepeat();
        HttpAnswer answer = api.http().send(by.isPresent() ? ask.answeredBy(400) : ask);
        if (answer.isSuccess()) {
            List<JsonNode> found = new ArrayList<>();
            answer.body().path("results").forEach(found::add);
            return found;
        }
        List<JsonNode> found = new ArrayList<>();
        if (values.size() > 1) {
            int half = values.size() / 2;
            found.addAll(call(api, values.subList(0, half)));
            found.addAll(call(api, values.subList(half, values.size())));
        }
        return found;
    }

    private ObjectNode question(List<String> values) {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        by.ifPresent(property -> question.put("idProperty", property));
        ArrayNode inputs = question.putArray("inputs");
        values.forEach(v -> inputs.addObject().put("id", v));
        ArrayNode names = question.putArray("properties");
        properties.forEach(names::add);
        ArrayNode histories = question.putArray("propertiesWithHistory");
        withHistory.forEach(histories::add);
        return question;
    }
}
