package io.smarketing.sandbox.portal.associations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.portal.desk.Lookup;
import io.smarketing.sandbox.portal.schema.LinkType;
import io.smarketing.sandbox.portal.schema.ObjectType;
import io.smarketing.sandbox.portal.store.Crm;
import io.smarketing.sandbox.portal.store.End;
import io.smarketing.sandbox.portal.store.StoredRecord;
import io.smarketing.sandbox.portal.wire.Call;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Associations as the API shows and takes them. */
record LinkJson(Crm crm) {

    /** A live record by the id that a request gives. */
    End end(ObjectType type, String id) {
        long known = Lookup.number(id)
                .flatMap(crm.table(type)::find)
                .map(StoredRecord::id)
                .orElseThrow(() -> Lookup.missing(id));
        return new End(type, known);
    }

    /** Links to archived records are kept, but nobody is told of them. */
    boolean shown(End end) {
        return crm.table(end.type()).exact(end.id()).isPresent();
    }

    /** The asked types of link; unknown ones are a 400. */
    static List<LinkType> types(ObjectType from, ObjectType to, JsonNode specs) {
        List<LinkType> types = new ArrayList<>();
        for (JsonNode spec : specs) {
            int number = spec.path("associationTypeId").asInt();
            types.add(LinkType.find(from, to, number)
                    .orElseThrow(() -> Failure.invalid(
                            "No association type " + number + " from " + from.plural() + " to " + to.plural())));
        }
        if (types.isEmpty()) {
            throw Failure.invalid("At least one association type is needed");
        }
        return types;
    }

    /** The unlabelled type between two objects. */
    static LinkType plain(ObjectType from, ObjectType to) {
        return LinkType.between(from, to).stream()
                .filter(type -> type.label().isEmpty())
                .findFirst()
                .orElseThrow(
                        () -> Failure.invalid("No default association from " + from.plural() + " to " + to.plural()));
    }

    /** One link as seen from its other end; v4 has numbers where dated versions have texts. */
    static ObjectNode to(Call call, long id, Set<LinkType> types) {
        ObjectNode node = Json.object();
        if (call.version().dated()) {
            node.put("toObjectId", Long.toString(id));
        } else {
            node.put("toObjectId", id);
        }
        ArrayNode kinds = node.putArray("associationTypes");
        types.forEach(type -> kinds.add(definition(type)));
        return node;
    }

    static ObjectNode definition(LinkType type) {
        ObjectNode node = Json.object().put("category", "HUBSPOT_DEFINED").put("typeId", type.number());
        return node.put("label", type.label().isEmpty() ? null : type.label());
    }

    /** The answer to a new link. */
    static ObjectNode made(Call call, End from, End to, List<LinkType> types) {
        ObjectNode node = Json.object().put("fromObjectTypeId", from.type().id());
        node.put("toObjectTypeId", to.type().id());
        if (call.version().dated()) {
            node.put("fromObjectId", Long.toString(from.id())).put("toObjectId", Long.toString(to.id()));
        } else {
            node.put("fromObjectId", from.id()).put("toObjectId", to.id());
        }
        ArrayNode labels = node.putArray("labels");
        types.stream().filter(type -> !type.label().isEmpty()).forEach(type -> labels.add(type.label()));
        return node;
    }
}
