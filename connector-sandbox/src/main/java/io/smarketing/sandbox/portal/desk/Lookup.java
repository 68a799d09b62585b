package io.smarketing.sandbox.portal.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.portal.schema.Property;
import io.smarketing.sandbox.portal.store.Crm;
import io.smarketing.sandbox.portal.store.StoredRecord;
import io.smarketing.sandbox.portal.store.Table;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.wire.Json;
import io.smarketing.sandbox.portal.wire.Quirks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The finding of records by what requests call them. */
public record Lookup(Crm crm) {

    private static final String ID = "hs_object_id";

    /** The live record of an id (also one merged away), or of a unique property's value. */
    public Optional<StoredRecord> find(Table table, String idProperty, String text) {
        return find(table, idProperty, text, Quirks.GET_SECONDARY_EMAIL);
    }

    /** As {@link #find(Table, String, String)}; the switch tells whether additional addresses count. */
    public Optional<StoredRecord> find(Table table, String idProperty, String text, String secondarySwitch) {
        if (byId(idProperty)) {
            return number(text).flatMap(table::find);
        }
        Property property = identifying(table, idProperty);
        if (!idProperty.equals("email")) {
            return table.holder(property, text);
        }
        String address = text.strip().toLowerCase(Locale.ROOT);
        Optional<StoredRecord> primary = table.holder(property, address);
        return primary.isEmpty() && crm.quirks().unlessOff(secondarySwitch) ? table.secondaryHolder(address) : primary;
    }

    public static boolean byId(String idProperty) {
        return idProperty.isEmpty() || idProperty.equals(ID);
    }

    /** The property of that name, which must tell one record from all others. */
    public static Property identifying(Table table, String name) {
        return table.schema()
                .find(name)
                .filter(Table::identifies)
                .orElseThrow(() -> Failure.invalid("Property " + name + " is not a unique property of "
                        + table.type().plural()));
    }

    public static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    public static Failure missing(String id) {
        return Failure.notFound("Object not found. objectId are usually numeric.")
                .context("id", List.of(id));
    }

    /** The {@code properties} of a body or of a batch's input; null clears like an empty text. */
    public static Map<String, String> properties(JsonNode node) {
        Map<String, String> properties = new LinkedHashMap<>();
        if (!node.path("properties").isObject()) {
            throw Failure.invalid("Invalid input JSON: properties must be an object");
        }
        node.path("properties")
                .fieldNames()
                .forEachRemaining(name -> properties.put(name, Json.text(node.path("properties"), name)));
        return properties;
    }
}
