package io.smarketing.sandbox.portal.objects;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.portal.desk.Lookup;
import io.smarketing.sandbox.portal.schema.LinkType;
import io.smarketing.sandbox.portal.schema.ObjectType;
import io.smarketing.sandbox.portal.store.Crm;
import io.smarketing.sandbox.portal.store.End;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** The associations that a record is to be created with, checked before it exists. */
record NewLinks(Crm crm, Map<LinkType, End> wanted) {

    static NewLinks of(Crm crm, ObjectType from, JsonNode associations) {
        Map<LinkType, End> wanted = new LinkedHashMap<>();
        for (JsonNode each : associations) {
            String id = Json.text(each.path("to"), "id");
            for (JsonNode kind : each.path("types")) {
                int number = kind.path("associationTypeId").asInt();
                LinkType type = LinkType.numbered(from, number)
                        .orElseThrow(() -> Failure.invalid("No association type " + number + " from " + from.plural()));
                long other = Lookup.number(id)
                        .flatMap(crm.table(type.to())::find)
                        .orElseThrow(() -> Lookup.missing(id))
                        .id();
                wanted.put(type, new End(type.to(), other));
            }
        }
        return new NewLinks(crm, wanted);
    }

    void make(long id) {
        wanted.forEach((type, to) -> crm.links().link(new End(type.from(), id), to, type));
    }
}
