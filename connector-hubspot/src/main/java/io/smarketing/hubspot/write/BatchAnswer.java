package io.smarketing.hubspot.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.http.HttpAnswer;
import io.smarketing.hubspot.api.ErrorBody;
import io.smarketing.hubspot.read.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HubSpot's answer to a batch: results and errors in any order, some of them missing. */
final class BatchAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(BatchAnswer.class);

    private final HttpAnswer answer;
    private final Shape shape;
    private final RowTable table;
    private final Map<String, Row> byTrace = new HashMap<>();
    private final Map<String, Row> byId = new HashMap<>();

    BatchAnswer(List<Row> rows, HttpAnswer answer, Shape shape, RowTable table) {
        this.answer = answer;
        this.shape = shape;
        this.table = table;
        rows.forEach(row -> byTrace.put(row.trace(), row));
        rows.forEach(row -> byId.put(row.id(), row));
    }

    /** Sorts results and errors to their rows; gives the errors that name no row. */
    List<ErrorBody> sortInto(Answers answers) {
        for (JsonNode result : answer.body().path("results")) {
            rowOf(result).ifPresent(row -> answers.put(row, written(row, result)));
            for (JsonNode warning : result.path("warnings")) {
                String words = ErrorBody.of(warning).words();
                LOG.info(
                        "HubSpot changed what was sent for {} {}: {}",
                        shape.type().word(),
                        result.path("id").asText(),
                        words);
            }
        }
        List<ErrorBody> nameless = new ArrayList<>();
        for (JsonNode one : answer.body().path("errors")) {
            ErrorBody error = ErrorBody.of(one);
            List<Row> named = rowsOf(error);
            if (error.category().equals("OBJECT_NOT_FOUND")) {
                continue; // the record may have been merged: it counts as left out, and is then read singly
            }
            named.forEach(row -> answers.put(row, table.outcome(row, error)));
            if (named.isEmpty()) {
                nameless.add(error);
            }
        }
        return nameless;
    }

    private List<Row> rowsOf(ErrorBody error) {
        return Stream.concat(
                        error.traces().stream().map(byTrace::get),
                        error.ids().stream().map(byId::get))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** By our trace id, else by the key that the record bears, else by its id. */
    private Optional<Row> rowOf(JsonNode result) {
        String key = result.path("properties").path(shape.key().text()).asText("");
        return Optional.ofNullable(byTrace.get(result.path("objectWriteTraceId").asText("")))
                .or(() -> Optional.ofNullable(byId.get(key)))
                .or(() -> Optional.ofNullable(byId.get(result.path("id").asText(""))));
    }

    private WriteOutcome written(Row row, JsonNode result) {
        return new WriteOutcome.Written(
                shape.ref(result.path("id").asText()),
                Optional.of(shape.stamp(result)),
                Optional.of(values(row.command().fields(), result.path("properties"))),
                answer.serverTime());
    }

    /** What HubSpot now holds of the written fields; a cleared one may be missing from its answer. */
    private Fields values(Fields sent, JsonNode held) {
        Map<FieldName, FieldValue> values = new LinkedHashMap<>();
        sent.values().forEach((name, value) -> {
            JsonNode now = held.path(name.text());
            Optional<FieldSpec> spec = shape.spec(name);
            if (spec.isPresent() && !now.isMissingNode()) {
                values.put(name, Shape.value(spec.get(), now.asText("")));
            } else if (value.isBlank()) {
                values.put(name, FieldValue.BLANK);
            }
        });
        return new Fields(values);
    }
}
