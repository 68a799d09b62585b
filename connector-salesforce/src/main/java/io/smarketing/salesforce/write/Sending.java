package io.smarketing.salesforce.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.http.HttpAnswer;
import io.smarketing.http.HttpAsk;
import io.smarketing.salesforce.error.OrgError;
import io.smarketing.salesforce.rest.Rest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sends rows of one kind in one call. Creates are upserts on our external id, updates and deletes go by record id, so
 * that a call may be repeated. Where a row spoils its whole call, the call is halved until that row stands alone.
 */
final class Sending {

    /** One spoilt row of 200 costs about fifteen further calls; an org that fails whatever we send costs no more. */
    private static final int FURTHER_CALLS = 40;

    private final Rest rest;
    private final RowBodies bodies;
    private final WriteSettings settings;

    Sending(Rest rest, RowBodies bodies, WriteSettings settings) {
        this.rest = rest;
        this.bodies = bodies;
        this.settings = settings;
    }

    /** One answer for each row; it never throws a CrmException. */
    List<Answered> send(List<Row> rows) {
        List<Answered> answers = new ArrayList<>();
        sendOrHalve(rows, answers, new int[] {FURTHER_CALLS});
        return answers;
    }

    private void sendOrHalve(List<Row> rows, List<Answered> answers, int[] left) {
        try {
            HttpAnswer answer = rest.send(ask(rows));
            List<OrgError> errors = OrgError.in(answer.body());
            if (answer.isSuccess()) {
                answers.addAll(read(rows, answer));
            } else if (!isSpoilt(answer, errors)) {
                throw Rest.failure(answer);
            } else if (rows.size() == 1) {
                answers.add(Answered.refused(rows.get(0), errors, answer.serverTime()));
            } else if (left[0] < 2) {
                throw new CrmException(
                        FailureKind.UNKNOWN_OUTCOME, Rest.failure(answer).getMessage());
            } else {
                left[0] -= 2;
                int half = rows.size() / 2;
                sendOrHalve(rows.subList(0, half), answers, left);
                sendOrHalve(rows.subList(half, rows.size()), answers, left);
            }
        } catch (CrmException e) {
            rows.forEach(row -> answers.add(Answered.failed(row, e)));
        }
    }

    /** True if the call as a whole was refused for what is in one of its rows. */
    private static boolean isSpoilt(HttpAnswer answer, List<OrgError> errors) {
        return !errors.isEmpty()
                && (answer.status() == 500 || Rest.failure(answer).kind() == FailureKind.MISUNDERSTOOD);
    }

    private HttpAsk ask(List<Row> rows) {
        Row first = rows.get(0);
        return request(first.verb(), rows)
                .mayRepeat()
                .answeredBy(400)
                .answeredBy(500)
                .in(first.command().lane());
    }

    private HttpAsk request(Row.Verb verb, List<Row> rows) {
        String path = rest.path("/composite/sobjects");
        if (verb == Row.Verb.DELETE) {
            String ids = rows.stream().map(row -> row.id().orElseThrow()).collect(Collectors.joining(","));
            return HttpAsk.delete(path + "?allOrNone=false&ids=" + ids);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("allOrNone", false);
        ArrayNode records = body.putArray("records");
        rows.forEach(row -> records.add(row.body()));
        Row first = rows.get(0);
        boolean isCreate = verb == Row.Verb.CREATE;
        String key = isCreate
                ? "/" + first.type() + "/"
                        + HttpAsk.encode(bodies.keyField(first.type()).text())
                : "";
        HttpAsk ask = HttpAsk.patchJson(path + key, body)
                .header("Sforce-Auto-Assign", isCreate && settings.assignmentRules() ? "TRUE" : "FALSE");
        return allowing(ask);
    }

    /** A new record by a call of its own, which tells more of why it is refused. */
    HttpAnswer alone(Row row) {
        ObjectNode body = row.body().deepCopy();
        String key = bodies.keyField(row.type()).text();
        body.remove(List.of("attributes", key));
        String path = "/sobjects/" + row.type() + "/" + HttpAsk.encode(key) + "/"
                + HttpAsk.encode(row.key().orElseThrow());
        HttpAsk ask = HttpAsk.patchJson(rest.path(path), body)
                .header("Sforce-Auto-Assign", settings.assignmentRules() ? "TRUE" : "FALSE");
        return rest.send(
                allowing(ask).mayRepeat().answeredBy(400).in(row.command().lane()));
    }

    private HttpAsk allowing(HttpAsk ask) {
        return settings.allowDuplicates() ? ask.header("Sforce-Duplicate-Rule-Header", "allowSave=true") : ask;
    }

    private static List<Answered> read(List<Row> rows, HttpAnswer answer) {
        if (!answer.body().isArray() || answer.body().size() != rows.size()) {
            throw new CrmException(
                    FailureKind.UNKNOWN_OUTCOME, "Salesforce's answer does not tell what came of each row");
        }
        List<Answered> answers = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            JsonNode result = answer.body().get(i);
            Row row = rows.get(i);
            if (result.path("success").asBoolean()) {
                String id = result.path("id").asText(row.id().orElse(""));
                boolean isNew = result.path("created").asBoolean();
                answers.add(Answered.written(row, id, isNew, answer.serverTime()));
            } else {
                List<OrgError> errors = OrgError.in(result.path("errors"));
                List<OrgError> told = errors.isEmpty() ? List.of(new OrgError("UNKNOWN_ERROR", "", List.of())) : errors;
                answers.add(Answered.refused(row, told, answer.serverTime()));
            }
        }
        return answers;
    }
}
