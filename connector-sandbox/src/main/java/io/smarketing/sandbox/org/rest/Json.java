package io.smarketing.sandbox.org.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.org.error.Fault;
import io.smarketing.sandbox.org.error.OrgError;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** JSON in and out, and the two shapes in which the platform tells errors. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static JsonNode read(String body) throws OrgError {
        try {
            return body.isBlank() ? object() : MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw OrgError.bad("JSON_PARSER_ERROR", e.getOriginalMessage());
        }
    }

    public static Answer ok(JsonNode body) {
        return Answer.json(200, body.toString());
    }

    /** Something that writes JSON piece by piece, for answers of many rows. */
    interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    static String write(Writing writing) {
        StringWriter text = new StringWriter(1 << 14);
        try (JsonGenerator json = MAPPER.getFactory().createGenerator(text)) {
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The error of a whole call: an array of messages with their codes. */
    static Answer error(OrgError error) {
        ArrayNode body = array();
        for (Fault fault : error.faults()) {
            ObjectNode one = body.addObject().put("message", fault.message()).put("errorCode", fault.code());
            if (!fault.fields().isEmpty()) {
                fault.fields().forEach(one.putArray("fields")::add);
            }
            if (!fault.matches().isEmpty()) {
                // spelt as the platform spells it
                matches(fault, one.putObject("duplicateResut"));
            }
        }
        return Answer.json(error.status(), body.toString());
    }

    private static void matches(Fault fault, ObjectNode result) {
        result.put("allowSave", false).put("duplicateRule", "Duplicate_Rule").put("errorMessage", fault.message());
        ObjectNode match = result.putArray("matchResults").addObject();
        match.put("matchEngine", "ExactMatchEngine")
                .put("rule", "Matching_Rule")
                .put("success", true);
        match.put("size", fault.matches().size());
        ArrayNode records = match.putArray("matchRecords");
        fault.matches()
                .forEach(id -> records.addObject()
                        .put("matchConfidence", 100.0)
                        .putObject("record")
                        .put("Id", id));
    }

    /** The errors of one row among others: the code is called {@code statusCode} there. */
    static ObjectNode refused(OrgError error) {
        ObjectNode row = object().put("success", false);
        ArrayNode errors = row.putArray("errors");
        for (Fault fault : error.faults()) {
            ObjectNode one = errors.addObject().put("statusCode", fault.code()).put("message", fault.message());
            ArrayNode fields = one.putArray("fields");
            fault.fields().forEach(fields::add);
        }
        return row;
    }

    static ObjectNode done(String id) {
        ObjectNode row = object().put("id", id).put("success", true);
        row.putArray("errors");
        return row;
    }
}
