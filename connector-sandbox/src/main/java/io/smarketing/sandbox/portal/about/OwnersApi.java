package io.smarketing.sandbox.portal.about;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.portal.desk.Desk;
import io.smarketing.sandbox.portal.desk.Lookup;
import io.smarketing.sandbox.portal.desk.Pages;
import io.smarketing.sandbox.portal.schema.Iso;
import io.smarketing.sandbox.portal.store.Owner;
import io.smarketing.sandbox.portal.store.Owners;
import io.smarketing.sandbox.portal.wire.Call;
import io.smarketing.sandbox.portal.wire.Json;
import java.util.List;
import java.util.Optional;

/** The owners area, which can only be read. */
public record OwnersApi(Desk desk) {

    public Answer handle(Call call) {
        call.caller().require("crm.objects.owners.read");
        if (!call.method().equals("GET") || call.size() > 1) {
            throw call.notAllowed();
        }
        return call.size() == 0 ? list(call) : one(call);
    }

    private Answer list(Call call) {
        int limit = call.number("limit", 100, 500);
        long after = Lookup.number(call.param("after")).orElse(-1L);
        String email = call.param("email");
        List<Owner> owners = desk.crm().owners().all(call.flag("archived")).stream()
                .filter(owner -> owner.id() > after)
                .filter(owner -> email.isEmpty() || owner.email().equalsIgnoreCase(email.strip()))
                .toList();
        ObjectNode body = Json.object();
        ArrayNode results = body.putArray("results");
        owners.stream().limit(limit).forEach(owner -> results.add(json(owner)));
        if (owners.size() > limit) {
            Pages.next(body, call, Long.toString(owners.get(limit - 1).id()));
        }
        return Json.answer(200, body);
    }

    private Answer one(Call call) {
        Owners owners = desk.crm().owners();
        boolean byUser = call.param("idProperty").equals("userId");
        Optional<Owner> owner = Lookup.number(call.at(0)).flatMap(id -> byUser ? owners.byUser(id) : owners.find(id));
        return Json.answer(
                200,
                json(owner.filter(found -> found.archived() == call.flag("archived"))
                        .orElseThrow(() -> Lookup.missing(call.at(0)))));
    }

    private static ObjectNode json(Owner owner) {
        ObjectNode node = Json.object().put("id", Long.toString(owner.id()));
        node.put("email", owner.email()).put("type", "PERSON");
        node.put("firstName", owner.firstName()).put("lastName", owner.lastName());
        if (!owner.archived()) {
            node.put("userId", owner.userId());
        }
        node.put("userIdIncludingInactive", owner.userId());
        node.put("createdAt", Iso.of(owner.createdAt())).put("updatedAt", Iso.of(owner.createdAt()));
        node.put("archived", owner.archived());
        return node;
    }
}
