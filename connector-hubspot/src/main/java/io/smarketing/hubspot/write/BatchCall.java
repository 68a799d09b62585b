package io.smarketing.hubspot.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.http.HttpAnswer;
import io.smarketing.http.HttpAsk;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.ErrorBody;
import io.smarketing.hubspot.read.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Sends one batch and sorts its answer to its rows. Where HubSpot refuses a whole batch, nothing of it was written: it
 * is cut smaller until the guilty rows stand alone.
 */
final class BatchCall {

    private final Api api;
    private final Shape shape;
    private final RowTable table;
    private final Answers answers;

    BatchCall(Api api, Shape shape, Answers answers) {
        this.api = api;
        this.shape = shape;
        this.table = new RowTable(shape);
        this.answers = answers;
    }

    /** Sends rows that are all creates or all updates. A failed call is noted, not thrown: others may have written. */
    void send(List<Row> rows) {
        try {
            HttpAnswer answer = api.http().send(ask(rows));
            if (answer.isSuccess()) {
                List<ErrorBody> nameless = new BatchAnswer(rows, answer, shape, table).sortInto(answers);
                nameless.stream().findFirst().ifPresent(error -> blame(rows, error));
            } else {
                cut(rows, ErrorBody.of(answer.body()));
            }
        } catch (CrmException e) {
            answers.failed(rows, e);
        }
    }

    /** An error that names no row: alone, each row that has no outcome yet shows whether it is meant. */
    private void blame(List<Row> rows, ErrorBody error) {
        for (Row row : answers.leftOut(rows)) {
            if (rows.size() == 1) {
                answers.put(row, table.outcome(row, error));
            } else {
                send(List.of(row));
            }
        }
    }

    private void cut(List<Row> rows, ErrorBody error) {
        if (rows.size() == 1) {
            Row row = rows.get(0);
            answers.put(row, table.outcome(row, error));
            return;
        }
        List<Row> guilty = rows.stream().filter(row -> isNamed(row, error)).toList();
        if (guilty.isEmpty() || guilty.size() == rows.size()) {
            send(rows.subList(0, rows.size() / 2));
            send(rows.subList(rows.size() / 2, rows.size()));
        } else {
            Set<Row> apart = new HashSet<>(guilty);
            send(rows.stream().filter(row -> !apart.contains(row)).toList());
            guilty.forEach(row -> send(List.of(row)));
        }
    }

    private static boolean isNamed(Row row, ErrorBody error) {
        return error.traces().contains(row.trace()) || error.ids().contains(row.id());
    }

    private HttpAsk ask(List<Row> rows) {
        boolean creates = rows.get(0).isCreate();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode inputs = body.putArray("inputs");
        rows.forEach(row -> input(row, inputs.addObject()));
        Lane lane = rows.stream().map(r -> r.command().lane()).reduce(Lane.BACKFILL, Lane::orMoreUrgent);
        return HttpAsk.postJson(api.paths().batch(shape.type().id(), creates ? "upsert" : "update"), body)
                .in(lane)
                .answeredBy(400)
                .answeredBy(409);
    }

    private void input(Row row, ObjectNode input) {
        input.put("id", row.id()).put("objectWriteTraceId", row.trace());
        ObjectNode properties = input.putObject("properties");
        boolean create = row.isCreate();
        row.command().fields().values().forEach((name, value) -> {
            if (!(create && value.isBlank())) {
                properties.put(name.text(), value.text());
            }
        });
        if (row.command() instanceof WriteCommand.Create made) {
            input.put("idProperty", shape.key().text());
            properties.put(shape.key().text(), made.key());
        }
    }
}
