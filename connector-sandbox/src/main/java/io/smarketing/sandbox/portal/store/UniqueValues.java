package io.smarketing.sandbox.portal.store;

import io.smarketing.sandbox.portal.schema.Property;
import io.smarketing.sandbox.portal.schema.Schema;
import io.smarketing.sandbox.portal.schema.Trait;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Which live record holds which unique value, and which one each e-mail address, primary or additional. */
final class UniqueValues {

    private final Schema schema;
    private final Map<Integer, Map<String, Long>> bySlot = new HashMap<>();
    private final Map<String, Long> secondary = new HashMap<>();

    UniqueValues(Schema schema) {
        this.schema = schema;
    }

    void add(StoredRecord record) {
        for (int slot : record.slots()) {
            String value = record.at(slot);
            if (unique(schema.at(slot)) && !value.isEmpty()) {
                bySlot.computeIfAbsent(slot, s -> new HashMap<>()).put(value, record.id());
            }
        }
        for (String address : additional(record)) {
            secondary.put(address, record.id());
        }
    }

    void remove(StoredRecord record) {
        for (int slot : record.slots()) {
            bySlot.getOrDefault(slot, new HashMap<>()).remove(record.at(slot), record.id());
        }
        for (String address : additional(record)) {
            secondary.remove(address, record.id());
        }
    }

    OptionalLong find(int slot, String value) {
        return optional(bySlot.getOrDefault(slot, Map.of()).get(value));
    }

    OptionalLong findSecondary(String address) {
        return optional(secondary.get(address));
    }

    /** An e-mail address identifies a contact although its definition does not call it unique. */
    static boolean unique(Property property) {
        return property.is(Trait.UNIQUE) || (property.name().equals("email") && property.is(Trait.HUBSPOT_DEFINED));
    }

    private String[] additional(StoredRecord record) {
        String text = record.at(schema.slot("hs_additional_emails"));
        return text.isEmpty() ? new String[0] : text.split(";");
    }

    private static OptionalLong optional(@Nullable Long id) {
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }
}
