package io.smarketing.sandbox.org.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.data.SalesforceId;
import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.error.Fault;
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
import java.util.List;

/** {@code /sobjects}: describe, one row by id or by a key, replication ranges. */
final class SObjects implements Resource {

    private final Store store;
    private final Records records;
    private final Deletion deletion;
    private final Upserts upserts;
    private final Describe describe;
    private final Replication replication;
    private final Actors actors;

    SObjects(Parts parts, Upserts upserts, Describe describe) {
        this.store = parts.store();
        this.records = parts.records();
        this.deletion = parts.deletion();
        this.actors = parts.actors();
        this.upserts = upserts;
        this.describe = describe;
        this.replication = new Replication(store, parts.clock());
    }

    @Override
    public Answer answer(Call call) throws OrgError {
        if (call.path().size() == 1) {
            return Json.ok(describe.global(call));
        }
        ObjectType type = store.schema().type(call.part(1)).orElseThrow(OrgError::notFound);
        return switch (call.path().size()) {
            case 2 -> object(type, call);
            case 3 -> byId(type, call);
            case 4 -> byKey(type, call);
            default -> throw OrgError.notFound();
        };
    }

    private Answer object(ObjectType type, Call call) throws OrgError {
        if (call.method().equals("POST")) {
            Row row = records.create(type, object(call), actors.of(call.ask()));
            return created(call, row, Json.done(row.id()));
        }
        ObjectNode body = Json.object();
        body.set("objectDescribe", describe.summary(type, call));
        body.putArray("recentItems");
        return Json.ok(body);
    }

    private Answer byId(ObjectType type, Call call) throws OrgError {
        if (call.part(2).equals("describe")) {
            return Json.ok(describe.full(type, call));
        }
        if (call.part(2).equals("updated") || call.part(2).equals("deleted")) {
            return replication.answer(type, call);
        }
        return row(store.row(call.part(2)).filter(r -> r.type() == type).orElseThrow(() -> noSuchRow(call)), call);
    }

    private static OrgError noSuchRow(Call call) {
        return SalesforceId.normal(call.part(2)).isPresent()
                ? OrgError.notFound()
                : new OrgError(
                        404,
                        List.of(Fault.of(
                                "NOT_FOUND",
                                "Provided external ID field does not exist or is not accessible: " + call.part(2))));
    }

    private Answer row(Row row, Call call) throws OrgError {
        Actor by = actors.of(call.ask());
        switch (call.method()) {
            case "GET", "HEAD" -> {
                return get(row, call);
            }
            case "PATCH" -> {
                gone(row);
                records.change(row, object(call), by);
                return Answer.empty(204);
            }
            case "DELETE" -> {
                deletion.delete(row, by);
                return Answer.empty(204);
            }
            default -> throw notAllowed(call);
        }
    }

    private Answer get(Row row, Call call) throws OrgError {
        gone(row);
        List<Field> fields = fields(row.type(), call.param("fields"));
        return Answer.json(200, Json.write(json -> new RowJson(store, json, call.version()).row(row, fields)));
    }

    /** The fields named in a comma-separated list, or all that the user may see. */
    List<Field> fields(ObjectType type, String list) throws OrgError {
        List<Field> visible =
                type.fields().stream().filter(f -> !describe.hides(type, f)).toList();
        if (list.isBlank()) {
            return visible;
        }
        List<Field> fields = new ArrayList<>();
        for (String name : list.split("\\s*,\\s*")) {
            fields.add(type.field(name)
                    .filter(visible::contains)
                    .orElseThrow(() -> OrgError.bad(
                            "INVALID_FIELD", "No such column '" + name + "' on sobject of type " + type.name())));
        }
        return fields;
    }

    private Answer byKey(ObjectType type, Call call) throws OrgError {
        Field key = upserts.key(type, call.part(2), Trait.ID_LOOKUP);
        List<Row> found = upserts.find(type, key, call.part(3));
        if (found.size() > 1) {
            ArrayNode urls = Json.array();
            found.forEach(r -> urls.add(call.base() + "/sobjects/" + type.name() + "/" + r.id()));
            return Answer.json(300, urls.toString());
        }
        boolean writes = call.method().equals("PATCH") || call.method().equals("POST");
        if (writes && (!found.isEmpty() || !call.param("updateOnly").equals("true"))) {
            return upsert(type, key, call);
        }
        if (found.isEmpty()) {
            throw OrgError.notFound();
        }
        return row(found.get(0), call);
    }

    private Answer upsert(ObjectType type, Field key, Call call) throws OrgError {
        ObjectNode values = object(call);
        if (values.has(key.name())) {
            throw OrgError.bad(
                    "INVALID_FIELD", "The " + key.name() + " field should not be specified in the sobject data.");
        }
        Upserts.Done done = upserts.upsert(type, key, call.part(3), values, actors.of(call.ask()));
        ObjectNode body = Json.done(done.row().id()).put("created", done.created());
        return done.created() ? created(call, done.row(), body) : Json.ok(body);
    }

    private static Answer created(Call call, Row row, ObjectNode body) {
        String location = call.base() + "/sobjects/" + row.type().name() + "/" + row.id();
        return Answer.json(201, body.toString()).with("Location", location);
    }

    private static ObjectNode object(Call call) throws OrgError {
        if (call.body() instanceof ObjectNode object) {
            return object;
        }
        throw OrgError.bad("JSON_PARSER_ERROR", "Can not deserialize SObject out of this body");
    }

    private static void gone(Row row) throws OrgError {
        if (row.deleted()) {
            throw new OrgError(404, List.of(Fault.of("ENTITY_IS_DELETED", "entity is deleted")));
        }
    }

    static OrgError notAllowed(Call call) {
        String message = "HTTP Method '" + call.method() + "' not allowed. Allowed are GET,POST,PATCH,DELETE";
        return new OrgError(405, List.of(Fault.of("METHOD_NOT_ALLOWED", message)));
    }
}
