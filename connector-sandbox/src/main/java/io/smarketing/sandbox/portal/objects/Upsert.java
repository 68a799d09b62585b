package io.smarketing.sandbox.portal.objects;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.portal.desk.Desk;
import io.smarketing.sandbox.portal.desk.Lookup;
import io.smarketing.sandbox.portal.schema.Property;
import io.smarketing.sandbox.portal.schema.Schema;
import io.smarketing.sandbox.portal.schema.Trait;
import io.smarketing.sandbox.portal.store.StoredRecord;
import io.smarketing.sandbox.portal.store.Table;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.wire.Json;
import io.smarketing.sandbox.portal.wire.Quirks;
import io.smarketing.sandbox.portal.write.Draft;
import io.smarketing.sandbox.portal.write.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One input of a batch upsert: the change of the record that holds the key, or else a new record that gets it. */
record Upsert(Desk desk, Table table) {

    Draft draft(JsonNode input, Origin origin) {
        String idProperty = Json.text(input, "idProperty");
        String key = Json.text(input, "id");
        if (key.isBlank()) {
            throw Failure.invalid("An upsert needs an id");
        }
        Map<String, String> sent = new LinkedHashMap<>(Lookup.properties(input));
        Optional<StoredRecord> known = desk.lookup().find(table, idProperty, key, Quirks.UPSERT_SECONDARY_EMAIL);
        if (known.isEmpty() && Lookup.byId(idProperty)) {
            throw Failure.of(400, "OBJECT_NOT_FOUND", "Object with id " + key + " does not exist")
                    .context("ids", List.of(key));
        }
        if (known.isEmpty()) {
            sent.putIfAbsent(idProperty, key);
            return desk.writer().create(table, sent, origin);
        }
        StoredRecord record = known.get();
        if (idProperty.equals("email")) {
            full(record, sent);
        }
        return desk.writer().change(table, record, sent, origin);
    }

    /** Whether an upsert by address is a partial one is not known: it may demand the address, or blank the rest. */
    private void full(StoredRecord record, Map<String, String> sent) {
        String way = desk.crm().quirks().text(Quirks.EMAIL_UPSERT, "partial");
        Schema schema = table.schema();
        if (way.equals("strict") && sent.getOrDefault("email", "").isEmpty()) {
            throw Failure.invalid("An upsert by email needs the email among its properties");
        }
        if (way.equals("blanks")) {
            for (int slot : record.slots()) {
                Property property = schema.at(slot);
                boolean kept = property.is(Trait.READ_ONLY) || Table.identifies(property);
                if (!kept && schema.find(property.name()).isPresent()) {
                    sent.putIfAbsent(property.name(), "");
                }
            }
        }
    }
}
