package io.smarketing.sandbox.portal.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.portal.schema.Iso;
import io.smarketing.sandbox.portal.schema.LinkType;
import io.smarketing.sandbox.portal.schema.ObjectType;
import io.smarketing.sandbox.portal.schema.Property;
import io.smarketing.sandbox.portal.store.Change;
import io.smarketing.sandbox.portal.store.Crm;
import io.smarketing.sandbox.portal.store.End;
import io.smarketing.sandbox.portal.store.StoredRecord;
import io.smarketing.sandbox.portal.store.Table;
import io.smarketing.sandbox.portal.wire.Json;
import io.smarketing.sandbox.portal.wire.Quirks;
import java.util.List;

/** Records as the API shows them. */
public record RecordJson(Crm crm) {

    public ObjectNode of(Table table, StoredRecord record, Shape shape) {
        ObjectNode node = Json.object().put("id", Long.toString(record.id()));
        ObjectNode properties = node.putObject("properties");
        boolean clearedReadsEmpty = crm.quirks().is(Quirks.CLEARED_READS, "empty");
        for (Property property : shape.properties()) {
            String value = record.at(property.slot());
            boolean blank = value.isEmpty() && !(clearedReadsEmpty && record.knows(property.slot()));
            properties.put(property.name(), blank ? null : value);
        }
        if (!shape.history().isEmpty()) {
            history(node.putObject("propertiesWithHistory"), record, shape.history());
        }
        node.put("createdAt", Iso.of(record.createdAt()));
        node.put("updatedAt", Iso.of(record.updatedAt()));
        node.put("archived", record.isArchived());
        if (record.isArchived()) {
            node.put("archivedAt", Iso.of(record.archivedAt()));
        }
        if (!shape.associations().isEmpty()) {
            associations(node, new End(table.type(), record.id()), shape.associations());
        }
        return node;
    }

    private static void history(ObjectNode into, StoredRecord record, List<Property> properties) {
        for (Property property : properties) {
            ArrayNode entries = into.putArray(property.name());
            for (Change change : record.history(property.slot())) {
                ObjectNode entry = entries.addObject().put("value", change.value());
                entry.put("timestamp", Iso.of(change.at()));
                entry.put("sourceType", change.source().type());
                if (!change.source().id().isEmpty()) {
                    entry.put("sourceId", change.source().id());
                }
                if (!change.source().label().isEmpty()) {
                    entry.put("sourceLabel", change.source().label());
                }
                if (change.source().id().startsWith("userId:")) {
                    entry.put(
                            "updatedByUserId",
                            Long.parseLong(change.source().id().substring(7)));
                }
            }
        }
    }

    private void associations(ObjectNode node, End from, List<ObjectType> types) {
        ObjectNode all = Json.object();
        for (ObjectType to : types) {
            ArrayNode results = Json.array();
            crm.links().of(from, to).forEach((end, kinds) -> {
                for (LinkType kind : kinds) {
                    String name = from.type().singular() + "_to_" + to.singular();
                    results.addObject()
                            .put("id", Long.toString(end.id()))
                            .put("type", kind.label().isEmpty() ? name : name + "_primary");
                }
            });
            if (!results.isEmpty()) {
                all.putObject(to.plural()).set("results", results);
            }
        }
        if (!all.isEmpty()) {
            node.set("associations", all);
        }
    }
}
