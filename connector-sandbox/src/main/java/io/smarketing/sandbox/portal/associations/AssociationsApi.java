package io.smarketing.sandbox.portal.associations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.portal.desk.Desk;
import io.smarketing.sandbox.portal.desk.Lookup;
import io.smarketing.sandbox.portal.desk.Pages;
import io.smarketing.sandbox.portal.schema.LinkType;
import io.smarketing.sandbox.portal.schema.ObjectType;
import io.smarketing.sandbox.portal.store.End;
import io.smarketing.sandbox.portal.store.Links;
import io.smarketing.sandbox.portal.wire.Call;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The associations of one record: list them, link by default or with labels, unlink. */
public final class AssociationsApi {

    private final LinkJson json;
    private final Links links;

    public AssociationsApi(Desk desk) {
        this.json = new LinkJson(desk.crm());
        this.links = desk.crm().links();
    }

    /** Path: {@code type, id, "associations", [default,] type, id}. */
    public Answer handle(Call call) {
        boolean byDefault = call.at(3).equals("default");
        ObjectType fromType = ObjectType.of(call.at(0));
        ObjectType toType = ObjectType.of(call.at(byDefault ? 4 : 3));
        boolean reading = call.method().equals("GET");
        call.caller().require(fromType.scope(!reading));
        call.caller().require(toType.scope(!reading));
        End from = json.end(fromType, call.at(1));
        if (reading && call.size() == 4) {
            return list(call, from, toType);
        }
        if (call.size() != (byDefault ? 6 : 5)) {
            throw Failure.notFound("Resource not found: " + call.ask().path());
        }
        End to = json.end(toType, call.at(byDefault ? 5 : 4));
        return switch (call.method()) {
            case "PUT" -> byDefault ? linkPlainly(call, from, to) : label(call, from, to);
            case "DELETE" -> {
                links.unlink(from, to);
                yield Answer.empty(204);
            }
            default -> throw call.notAllowed();
        };
    }

    private Answer list(Call call, End from, ObjectType toType) {
        int limit = call.number("limit", 500, 500);
        long after = Lookup.number(call.param("after")).orElse(-1L);
        ObjectNode body = Json.object();
        ArrayNode results = body.putArray("results");
        long last = -1;
        for (Map.Entry<End, Set<LinkType>> each : links.of(from, toType).entrySet()) {
            long id = each.getKey().id();
            if (!json.shown(each.getKey())) {
                continue;
            }
            if (id > after && results.size() == limit) {
                Pages.next(body, call, Long.toString(last));
                break;
            }
            if (id > after) {
                results.add(LinkJson.to(call, id, each.getValue()));
                last = id;
            }
        }
        return Json.answer(200, body);
    }

    private Answer linkPlainly(Call call, End from, End to) {
        LinkType type = LinkJson.plain(from.type(), to.type());
        links.link(from, to, type);
        ObjectNode body = Json.object().put("status", "COMPLETE");
        ArrayNode results = body.putArray("results");
        results.add(AssociationBatches.link(from, to, type));
        results.add(AssociationBatches.link(to, from, type.seenFromTo()));
        return Json.answer(200, body);
    }

    /** The labels sent replace those that were there. */
    private Answer label(Call call, End from, End to) {
        JsonNode specs = Json.read(call.ask().body());
        List<LinkType> types = LinkJson.types(from.type(), to.type(), specs);
        links.unlink(from, to);
        types.forEach(type -> links.link(from, to, type));
        return Json.answer(201, LinkJson.made(call, from, to, types));
    }
}
