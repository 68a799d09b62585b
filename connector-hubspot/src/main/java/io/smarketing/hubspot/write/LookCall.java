package io.smarketing.hubspot.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.lead.Fields;
import io.smarketing.http.HttpAnswer;
import io.smarketing.http.HttpAsk;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.read.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks whether records are there whose links alone are to be written: without a property there is nothing to send. */
record LookCall(Api api, Shape shape, Answers answers) {

    /** A failed call is noted, not thrown: others may have written. */
    void send(List<Row> rows) {
        try {
            HttpAnswer answer = api.http().send(ask(rows));
            Map<String, JsonNode> found = new HashMap<>();
            answer.body()
                    .path("results")
                    .forEach(one -> found.put(one.path("id").asText(), one));
            for (Row row : rows) {
                Optional.ofNullable(found.get(row.id()))
                        .ifPresent(one -> answers.put(
                                row,
                                new WriteOutcome.Written(
                                        shape.ref(row.id()),
                                        Optional.of(shape.stamp(one)),
                                        Optional.of(Fields.NONE),
                                        answer.serverTime())));
            }
        } catch (CrmException e) {
            answers.failed(rows, e);
        }
    }

    private HttpAsk ask(List<Row> rows) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode inputs = body.putArray("inputs");
        rows.forEach(row -> inputs.addObject().put("id", row.id()));
        body.putArray("properties").add(shape.type().stamp());
        body.putArray("propertiesWithHistory");
        return HttpAsk.postJson(api.paths().batch(shape.type().id(), "read"), body)
                .mayRepeat();
    }
}
