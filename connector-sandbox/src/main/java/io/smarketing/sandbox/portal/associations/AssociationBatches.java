package io.smarketing.sandbox.portal.associations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.portal.desk.BatchReply;
import io.smarketing.sandbox.portal.desk.Desk;
import io.smarketing.sandbox.portal.desk.Inputs;
import io.smarketing.sandbox.portal.desk.Lookup;
import io.smarketing.sandbox.portal.schema.LinkType;
import io.smarketing.sandbox.portal.schema.ObjectType;
import io.smarketing.sandbox.portal.store.Crm;
import io.smarketing.sandbox.portal.store.End;
import io.smarketing.sandbox.portal.wire.Call;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.wire.Json;
import io.smarketing.sandbox.portal.wire.Quirks;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;

/** Associations in batches, and the definitions of their labels. */
public final class AssociationBatches {

    private static final int MOST_WRITES = 2_000;
    private static final int MOST_READS = 1_000;
    private static final int LINKS_A_PAGE = 500;

    private final Crm crm;
    private final LinkJson json;

    public AssociationBatches(Desk desk) {
        this.crm = desk.crm();
        this.json = new LinkJson(crm);
    }

    /** Path: {@code type, type, what}. */
    public Answer handle(Call call) {
        ObjectType from = ObjectType.of(call.at(0));
        ObjectType to = ObjectType.of(call.at(1));
        String what = String.join("/", call.route().rest().subList(2, call.size()));
        boolean reading = what.equals("labels") || what.equals("batch/read");
        call.caller().require(from.scope(!reading));
        if (!call.method().equals(what.equals("labels") ? "GET" : "POST")) {
            throw call.notAllowed();
        }
        return switch (what) {
            case "labels" -> labels(from, to);
            case "batch/read" -> read(call, from, to);
            case "batch/create" -> create(call, from, to);
            case "batch/associate/default" -> linkPlainly(call, from, to);
            case "batch/archive" -> archive(call, from, to);
            case "batch/labels/archive" -> archiveLabels(call, from, to);
            default ->
                throw Failure.notFound("Resource not found: " + call.ask().path());
        };
    }

    private static Answer labels(ObjectType from, ObjectType to) {
        ObjectNode body = Json.object();
        ArrayNode results = body.putArray("results");
        LinkType.between(from, to).forEach(type -> results.add(LinkJson.definition(type)));
        return Json.answer(200, body);
    }

    private Answer read(Call call, ObjectType fromType, ObjectType toType) {
        BatchReply reply = new BatchReply(crm);
        for (JsonNode input : Inputs.of(call.body(), MOST_READS)) {
            String id = Json.text(input, "id");
            ObjectNode node = Json.object();
            node.putObject("from").put("id", id);
            ArrayNode to = node.putArray("to");
            try {
                page(call, crm.links().of(json.end(fromType, id), toType), input, node);
            } catch (Failure failure) {
                reply.error(failure, "fromObjectId", List.of(id));
            }
            if (to.isEmpty()) {
                continue;
            }
            reply.result(node);
        }
        return reply.answer(200);
    }

    /** One record's links, from where its input says to go on. */
    private void page(Call call, NavigableMap<End, Set<LinkType>> links, JsonNode input, ObjectNode node) {
        int most = crm.quirks().number(Quirks.ASSOCIATION_PAGE, LINKS_A_PAGE);
        long after = Lookup.number(Json.text(input, "after")).orElse(-1L);
        ArrayNode to = (ArrayNode) node.path("to");
        long last = -1;
        for (Map.Entry<End, Set<LinkType>> link : links.entrySet()) {
            long id = link.getKey().id();
            if (!json.shown(link.getKey())) {
                continue;
            }
            if (id > after && to.size() == most) {
                node.putObject("paging").putObject("next").put("after", Long.toString(last));
                break;
            }
            if (id > after) {
                to.add(LinkJson.to(call, id, link.getValue()));
                last = id;
            }
        }
    }

    private Answer create(Call call, ObjectType fromType, ObjectType toType) {
        BatchReply reply = new BatchReply(crm);
        for (JsonNode input : Inputs.of(call.body(), MOST_WRITES)) {
            attempt(reply, input, () -> {
                End from = from(fromType, input);
                End to = to(toType, input);
                List<LinkType> types = LinkJson.types(fromType, toType, input.path("types"));
                types.forEach(type -> crm.links().link(from, to, type));
                reply.result(LinkJson.made(call, from, to, types));
            });
        }
        return reply.answer(201);
    }

    private Answer linkPlainly(Call call, ObjectType fromType, ObjectType toType) {
        BatchReply reply = new BatchReply(crm);
        LinkType type = LinkJson.plain(fromType, toType);
        for (JsonNode input : Inputs.of(call.body(), MOST_WRITES)) {
            attempt(reply, input, () -> {
                End from = from(fromType, input);
                End to = to(toType, input);
                crm.links().link(from, to, type);
                reply.result(link(from, to, type));
            });
        }
        return reply.answer(200);
    }

    /** Dated versions are said to answer with a body, v4 without; a switch turns that round. */
    private Answer archive(Call call, ObjectType fromType, ObjectType toType) {
        BatchReply reply = new BatchReply(crm);
        for (JsonNode input : Inputs.of(call.body(), MOST_WRITES)) {
            for (JsonNode other : input.path("to")) {
                attempt(
                        reply,
                        input,
                        () -> crm.links().unlink(from(fromType, input), json.end(toType, Json.text(other, "id"))));
            }
        }
        String told =
                crm.quirks().text(Quirks.ARCHIVE_LINKS_STATUS, call.version().dated() ? "200" : "204");
        return told.equals("204") ? Answer.empty(204) : reply.answer(200);
    }

    private Answer archiveLabels(Call call, ObjectType fromType, ObjectType toType) {
        for (JsonNode input : Inputs.of(call.body(), MOST_WRITES)) {
            End from = from(fromType, input);
            End to = to(toType, input);
            LinkJson.types(fromType, toType, input.path("types"))
                    .forEach(type -> crm.links().remove(from, to, type));
        }
        return Answer.empty(204);
    }

    /** A link by default as the answer names it. */
    static ObjectNode link(End from, End to, LinkType type) {
        ObjectNode node = Json.object();
        node.putObject("from").put("id", Long.toString(from.id()));
        node.putObject("to").put("id", Long.toString(to.id()));
        node.putObject("associationSpec")
                .put("associationCategory", "HUBSPOT_DEFINED")
                .put("associationTypeId", type.number());
        return node;
    }

    private static void attempt(BatchReply reply, JsonNode input, Runnable deed) {
        try {
            deed.run();
        } catch (Failure failure) {
            reply.error(failure, "fromObjectId", List.of(Json.text(input.path("from"), "id")));
        }
    }

    private End from(ObjectType type, JsonNode input) {
        return json.end(type, Json.text(input.path("from"), "id"));
    }

    private End to(ObjectType type, JsonNode input) {
        return json.end(type, Json.text(input.path("to"), "id"));
    }
}
