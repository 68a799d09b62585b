package io.smarketing.hubspot.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.lead.Fields;
import io.smarketing.http.HttpAnswer;
import io.smarketing.http.HttpAsk;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.read.BatchRead;
import io.smarketing.hubspot.read.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Archives records. HubSpot answers the same whatever it found, and the id of one that was merged away would archive
 * the one it was merged into: so the records are read first, and one that is not there under its own id counts
 * as left out.
 */
final class DeleteCall {

    private final Api api;
    private final Shape shape;
    private final Answers answers;

    DeleteCall(Api api, Shape shape, Answers answers) {
        this.api = api;
        this.shape = shape;
        this.answers = answers;
    }

    /** A failed call is noted, not thrown: others may have written. */
    void send(List<Row> rows) {
        try {
            Set<String> live = new HashSet<>();
            List<String> ids = rows.stream().map(Row::id).toList();
            for (JsonNode record :
                    BatchRead.byId(shape.type(), Set.of(shape.type().stamp())).read(api, ids)) {
                live.add(record.path("id").asText());
            }
            archive(rows.stream().filter(row -> live.contains(row.id())).toList());
        } catch (CrmException e) {
            answers.failed(rows, e);
        }
    }

    private void archive(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode inputs = body.putArray("inputs");
        rows.forEach(row -> inputs.addObject().put("id", row.id()));
        Lane lane = rows.stream().map(r -> r.command().lane()).reduce(Lane.BACKFILL, Lane::orMoreUrgent);
        HttpAnswer answer = api.http()
                .send(HttpAsk.postJson(api.paths().batch(shape.type().id(), "archive"), body)
                        .in(lane));
        rows.forEach(row -> answers.put(
                row,
                new WriteOutcome.Written(
                        shape.ref(row.id()), Optional.empty(), Optional.of(Fields.NONE), answer.serverTime())));
    }
}
