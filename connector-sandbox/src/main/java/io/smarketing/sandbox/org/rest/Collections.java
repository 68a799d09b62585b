package io.smarketing.sandbox.org.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.data.SalesforceId;
import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.error.OrgError;
import io.smarketing.sandbox.org.query.RowJson;
import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.ObjectType;
import io.smarketing.sandbox.org.schema.Trait;
import io.smarketing.sandbox.org.write.Actor;
import io.smarketing.sandbox.org.write.Actors;
import io.smarketing.sandbox.org.write.Deletion;
import io.smarketing.sandbox.org.write.Records;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code /composite/sobjects}: up to 200 rows in one call, each with a result of its own, in their order. */
final class Collections implements Resource {

    private static final int MOST = 200;
    private static final int MOST_READ = 2000;
    private static final int MOST_RUNS = 10;

    private final Store store;
    private final Records records;
    private final Deletion deletion;
    private final Actors actors;
    private final Switches switches;
    private final Upserts upserts;
    private final SObjects rows;

    Collections(Parts parts, Upserts upserts, SObjects rows) {
        this.store = parts.store();
        this.records = parts.records();
        this.deletion = parts.deletion();
        this.actors = parts.actors();
        this.switches = parts.switches();
        this.upserts = upserts;
        this.rows = rows;
    }

    /** What is done to one row. */
    private interface Step {
        ObjectNode take(JsonNode row) throws OrgError;
    }

    @Override
    public Answer answer(Call call) throws OrgError {
        Actor by = actors.of(call.ask());
        String type = call.part(2);
        return switch (call.method() + (type.isEmpty() ? "" : "/type")) {
            case "POST" ->
                each(
                        call,
                        mixed(call),
                        row -> Json.done(records.create(typeOf(row), row, by).id()));
            case "PATCH" -> each(call, mixed(call), updates(by));
            case "PATCH/type" -> each(call, sent(call), upserts(call, type, by));
            case "DELETE", "DELETE/type" -> each(call, ids(call), row -> deleted(row.asText(), by));
            case "GET/type" -> retrieve(call, call.param("ids"), call.param("fields"));
            case "POST/type" ->
                retrieve(
                        call,
                        joined(call.body().path("ids")),
                        joined(call.body().path("fields")));
            default -> throw SObjects.notAllowed(call);
        };
    }

    private Answer each(Call call, List<JsonNode> sent, Step step) throws OrgError {
        boolean allOrNone = call.body().path("allOrNone").asBoolean(false)
                || call.param("allOrNone").equals("true");
        int mark = store.mark();
        List<ObjectNode> results = new ArrayList<>();
        for (JsonNode row : sent) {
            results.add(one(row, step));
        }
        boolean failed = results.stream().anyMatch(r -> !r.path("success").asBoolean());
        if (allOrNone && failed) {
            store.rollback(mark);
            results.replaceAll(r -> r.path("success").asBoolean() ? rolledBack() : r);
        }
        ArrayNode body = Json.array();
        results.forEach(body::add);
        return Json.ok(body);
    }

    private ObjectNode one(JsonNode row, Step step) {
        int mark = store.mark();
        try {
            return step.take(row);
        } catch (OrgError e) {
            store.rollback(mark);
            return Json.refused(e);
        }
    }

    private static ObjectNode rolledBack() {
        return Json.refused(OrgError.bad(
                "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                "Record rolled back because not all records were valid and the request was using AllOrNone header"));
    }

    private Step updates(Actor by) {
        Set<String> seen = new HashSet<>();
        return row -> {
            Row target = existing(row.path("id").asText(row.path("Id").asText("")), Optional.of(typeOf(row)));
            if (!seen.add(target.id())) {
                throw OrgError.bad("DUPLICATE_VALUE", "duplicate id in list: " + target.id());
            }
            records.change(target, without(row, "id"), by);
            return Json.done(target.id());
        };
    }

    private Step upserts(Call call, String typeName, Actor by) throws OrgError {
        ObjectType type = store.schema().type(typeName).orElseThrow(OrgError::notFound);
        Field key = upserts.key(type, call.part(3), Trait.EXTERNAL_ID);
        Set<String> seen = new HashSet<>();
        return row -> {
            if (typeOf(row) != type) {
                throw OrgError.bad("INVALID_TYPE", "the rows of an upsert must be of type " + type.name());
            }
            String value = row.path(key.name()).asText("");
            if (!value.isBlank() && !seen.add(value.strip().toLowerCase(Locale.ROOT))) {
                throw OrgError.bad("DUPLICATE_VALUE", "Duplicate external id specified: " + value, key.name());
            }
            Upserts.Done done = upserts.upsert(type, key, value, without(row, key.name()), by);
            return Json.done(done.row().id()).put("created", done.created());
        };
    }

    private ObjectNode deleted(String id, Actor by) throws OrgError {
        Row row = existing(id, Optional.empty());
        deletion.delete(row, by);
        return Json.done(row.id());
    }

    private Row existing(String id, Optional<ObjectType> type) throws OrgError {
        if (id.isEmpty()) {
            throw OrgError.bad("MISSING_ARGUMENT", "Id not specified in an update call");
        }
        if (SalesforceId.normal(id).isEmpty()) {
            throw OrgError.bad("MALFORMED_ID", "malformed id " + id);
        }
        return store.row(id)
                .filter(r -> type.isEmpty() || r.type() == type.get())
                .orElseThrow(() -> OrgError.bad("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id"));
    }

    private ObjectType typeOf(JsonNode row) throws OrgError {
        String name = row.path("attributes").path("type").asText("");
        if (name.isEmpty()) {
            throw OrgError.bad("JSON_PARSER_ERROR", "The attributes of a record must tell its type");
        }
        return store.schema()
                .type(name)
                .orElseThrow(() -> OrgError.bad("INVALID_TYPE", "sObject type '" + name + "' is not supported."));
    }

    private static ObjectNode without(JsonNode row, String key) {
        ObjectNode rest = row.deepCopy();
        rest.properties().removeIf(p -> p.getKey().equalsIgnoreCase(key));
        return rest;
    }

    private static List<JsonNode> sent(Call call) throws OrgError {
        List<JsonNode> rows = new ArrayList<>();
        call.body().path("records").forEach(rows::add);
        return limited(rows, MOST);
    }

    /** Rows of several types are cut into runs of one type; how many runs are allowed is not certain. */
    private List<JsonNode> mixed(Call call) throws OrgError {
        List<JsonNode> rows = sent(call);
        int runs = 0;
        String last = "";
        for (JsonNode row : rows) {
            String type = row.path("attributes").path("type").asText("");
            runs += type.equals(last) ? 0 : 1;
            last = type;
        }
        if (runs > MOST_RUNS && !switches.on("mixed-types-unlimited")) {
            throw OrgError.bad("LIMIT_EXCEEDED", "Cannot have more than 10 chunks in a single operation.");
        }
        return rows;
    }

    private static List<JsonNode> ids(Call call) throws OrgError {
        List<JsonNode> ids = new ArrayList<>();
        for (String id : call.param("ids").split("\\s*,\\s*")) {
            ids.add(TextNode.valueOf(id));
        }
        return limited(ids, MOST);
    }

    private static List<JsonNode> limited(List<JsonNode> rows, int most) throws OrgError {
        if (rows.size() > most) {
            throw OrgError.bad(
                    "EXCEEDED_ID_LIMIT",
                    "record limit reached. cannot submit more than " + most + " records in this call.");
        }
        return rows;
    }

    private static String joined(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return String.join(",", words);
    }

    private Answer retrieve(Call call, String ids, String fieldNames) throws OrgError {
        ObjectType type = store.schema().type(call.part(2)).orElseThrow(OrgError::notFound);
        List<Field> fields = rows.fields(type, fieldNames);
        List<Optional<Row>> found = new ArrayList<>();
        for (String id : ids.split("\\s*,\\s*")) {
            found.add(store.row(id).filter(r -> r.type() == type && !r.deleted()));
        }
        if (found.size() > MOST_READ) {
            throw OrgError.bad(
                    "EXCEEDED_ID_LIMIT", "cannot retrieve more than " + MOST_READ + " records in this call.");
        }
        return Answer.json(200, Json.write(json -> {
            RowJson writer = new RowJson(store, json, call.version());
            json.writeStartArray();
            for (Optional<Row> row : found) {
                if (row.isPresent()) {
                    writer.row(row.get(), fields);
                } else {
                    json.writeNull();
                }
            }
            json.writeEndArray();
        }));
    }
}
