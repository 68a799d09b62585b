package io.smarketing.sandbox.org.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.error.OrgError;
import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.FieldSecurity;
import io.smarketing.sandbox.org.schema.ObjectType;
import io.smarketing.sandbox.org.schema.Trait;
import io.smarketing.sandbox.org.write.Actor;
import io.smarketing.sandbox.org.write.Records;
import java.util.List;

/** Finds records by a key of the caller's, and creates or changes them accordingly. */
final class Upserts {

    private final Store store;
    private final Records records;
    private final FieldSecurity security;

    Upserts(Store store, Records records, FieldSecurity security) {
        this.store = store;
        this.records = records;
        this.security = security;
    }

    /** Which record it was, and whether it is new. */
    record Done(Row row, boolean created) {}

    /** The field of that name if records may be found by it. */
    Field key(ObjectType type, String name, Trait needed) throws OrgError {
        return type.field(name)
                .filter(f -> !security.hidden(type, f))
                .filter(f -> f.is(needed) || f.slot() == ObjectType.ID)
                .orElseThrow(() -> OrgError.bad(
                        "INVALID_EXTERNAL_ID_FIELD_NAME",
                        "Provided external ID field does not exist or is not accessible: " + name));
    }

    /** The living records that hold the key. */
    List<Row> find(ObjectType type, Field key, String value) {
        return store.table(type).find(key, value).stream()
                .filter(r -> !r.deleted())
                .toList();
    }

    Done upsert(ObjectType type, Field key, String value, JsonNode values, Actor by) throws OrgError {
        if (value.isBlank()) {
            throw OrgError.bad("MISSING_ARGUMENT", key.name() + " not specified");
        }
        List<Row> found = find(type, key, value.strip());
        if (found.size() > 1) {
            throw OrgError.bad(
                    "DUPLICATE_EXTERNAL_ID",
                    "more than one record found for external id field: "
                            + found.stream().map(Row::id).toList());
        }
        if (!found.isEmpty()) {
            records.change(found.get(0), values, by);
            return new Done(found.get(0), false);
        }
        if (key.slot() == ObjectType.ID) {
            throw OrgError.bad("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
        }
        ObjectNode whole = values.deepCopy();
        whole.put(key.name(), value);
        return new Done(records.create(type, whole, by), true);
    }
}
