package io.smarketing.sandbox.org.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.error.OrgError;
import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.FieldSecurity;
import io.smarketing.sandbox.org.schema.ObjectType;
import io.smarketing.sandbox.org.schema.Trait;
import java.util.List;
import java.util.Map;

/** Finds the record that a row names by an external id: {@code "Account": {"Key__c": "a-1"}}. */
final class ForeignKeys {

    private final Store store;
    private final FieldSecurity security;

    ForeignKeys(Store store, FieldSecurity security) {
        this.store = store;
        this.security = security;
    }

    /** The id of the record that the reference is to lead to. */
    String find(Field reference, JsonNode named) throws OrgError {
        List<String> targets = reference.link().targets();
        String told = named.path("attributes").path("type").asText("");
        ObjectType target = store.schema().need(targets.contains(told) ? told : targets.get(0));
        List<Map.Entry<String, JsonNode>> keys = named.properties().stream()
                .filter(p -> !p.getKey().equals("attributes"))
                .toList();
        if (keys.size() != 1) {
            throw OrgError.bad(
                    "INVALID_FIELD",
                    "More than 1 field provided in an external foreign key reference in entity: " + target.name());
        }
        Field key = key(target, keys.get(0).getKey());
        String value = keys.get(0).getValue().asText("").strip();
        List<Row> found = store.table(target).find(key, value).stream()
                .filter(row -> !row.deleted())
                .toList();
        if (found.size() != 1) {
            throw OrgError.bad(
                    "INVALID_FIELD",
                    "Foreign key external ID: " + value + (found.isEmpty() ? " not found" : " is not unique")
                            + " for field " + key.name() + " in entity " + target.name());
        }
        return found.get(0).id();
    }

    private Field key(ObjectType target, String name) throws OrgError {
        return target.field(name)
                .filter(f -> !security.hidden(target, f))
                .filter(f -> f.is(Trait.EXTERNAL_ID) || f.slot() == ObjectType.ID)
                .orElseThrow(() -> OrgError.bad(
                        "INVALID_FIELD",
                        "Field name provided, " + name
                                + " does not match an External ID, Salesforce Id, or indexed field for "
                                + target.name()));
    }
}
