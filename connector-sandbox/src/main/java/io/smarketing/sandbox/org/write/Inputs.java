package io.smarketing.sandbox.org.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.smarketing.sandbox.org.error.Fault;
import io.smarketing.sandbox.org.error.OrgError;
import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.FieldSecurity;
import io.smarketing.sandbox.org.schema.ObjectType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a sent row into a draft: which columns the writer may set, and what their values mean. */
final class Inputs {

    private final FieldSecurity security;
    private final CellReader cells;
    private final ForeignKeys foreign;

    Inputs(FieldSecurity security, CellReader cells, ForeignKeys foreign) {
        this.security = security;
        this.cells = cells;
        this.foreign = foreign;
    }

    /**
     * Sets the sent values.
     *
     * @return the fields that were sent
     */
    Set<Field> into(Draft draft, JsonNode row, boolean creating, Actor by) throws OrgError {
        List<Fault> faults = new ArrayList<>();
        Set<Field> sent = new LinkedHashSet<>();
        List<String> forbidden = new ArrayList<>();
        for (Map.Entry<String, JsonNode> column : row.properties()) {
            if (column.getKey().equals("attributes")) {
                continue;
            }
            Optional<Field> byKey =
                    column.getValue().isObject() ? draft.type().parent(column.getKey()) : Optional.empty();
            Field field = byKey.isPresent() ? byKey.get() : named(draft.type(), column.getKey());
            if (!allowed(draft.type(), field, creating, by)) {
                if (by.door() != Actor.Door.FILE) {
                    forbidden.add(field.name());
                }
                continue;
            }
            JsonNode told =
                    byKey.isPresent() ? TextNode.valueOf(foreign.find(field, column.getValue())) : column.getValue();
            Optional<Object> value = cells.read(draft.type(), field, told, faults);
            if (value.isPresent() || !keepsDefault(field, creating)) {
                draft.set(field, value.orElse(null));
            }
            sent.add(field);
        }
        if (!forbidden.isEmpty()) {
            faults.add(0, noAccess(forbidden));
        }
        if (!faults.isEmpty()) {
            throw new OrgError(400, faults);
        }
        return sent;
    }

    /** A blank in a new record is no value: the default stays. */
    private static boolean keepsDefault(Field field, boolean creating) {
        return creating && !field.fallback().isEmpty();
    }

    private static Field named(ObjectType type, String name) throws OrgError {
        return type.field(name)
                .orElseThrow(() -> OrgError.bad(
                        "INVALID_FIELD", "No such column '" + name + "' on sobject of type " + type.name(), name));
    }

    private boolean allowed(ObjectType type, Field field, boolean creating, Actor by) {
        if (by.door() == Actor.Door.FILE) {
            return field.slot() != ObjectType.ID
                    && (!ObjectType.AUDIT.contains(field.name()) || ObjectType.TOLD.contains(field.name()));
        }
        boolean open = creating ? field.createable() : field.updateable();
        return open && !(by.api() && (security.hidden(type, field) || security.readOnly(type, field)));
    }

    private static Fault noAccess(List<String> fields) {
        return new Fault(
                "INVALID_FIELD_FOR_INSERT_UPDATE",
                "Unable to create/update fields: " + String.join(", ", fields)
                        + ". Please check the security settings of this field and verify that it is read/write for your"
                        + " profile or permission set.",
                fields);
    }
}
