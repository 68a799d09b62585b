package io.smarketing.sandbox.org.query;

import io.smarketing.sandbox.org.error.OrgError;
import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.ObjectType;
import io.smarketing.sandbox.org.schema.Schema;
import io.smarketing.sandbox.org.soql.FieldPath;
import io.smarketing.sandbox.org.soql.SoqlQuery;
import java.util.LinkedHashMap;
import java.util.Map;

/** What of a row is written into an answer: its fields, parents and children, in the order in which they were asked. */
final class Shape {

    private final ObjectType type;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    private Shape(ObjectType type) {
        this.type = type;
    }

    /** One member of the JSON object of a row. */
    sealed interface Part {}

    /** A field of the row itself. */
    record Own(Field field) implements Part {}

    /** A parent row, through a reference field. */
    record Parent(Field reference, Shape shape) implements Part {}

    /** Child rows, by their reference field. */
    record Children(Field reference, Plan plan) implements Part {}

    static Shape of(Names names, ObjectType type, SoqlQuery query, QueryEngine engine) throws OrgError {
        Shape shape = new Shape(type);
        for (SoqlQuery.Item item : query.select()) {
            if (item instanceof SoqlQuery.FieldItem field) {
                shape.add(names, field.path());
            } else if (item instanceof SoqlQuery.FieldsItem fields) {
                shape.addAll(names, fields.which(), query);
            } else if (item instanceof SoqlQuery.ChildItem child) {
                Schema.Child link = names.children(type, child.query().from());
                Plan plan = engine.plan(link.type(), child.query());
                shape.parts.put(link.field().link().children(), new Children(link.field(), plan));
            }
        }
        return shape;
    }

    ObjectType type() {
        return type;
    }

    Map<String, Part> parts() {
        return parts;
    }

    private void add(Names names, FieldPath path) throws OrgError {
        if (path.parents().isEmpty()) {
            Field field = names.field(type, path);
            if (parts.putIfAbsent(field.name(), new Own(field)) != null) {
                throw OrgError.bad("MALFORMED_QUERY", "duplicate field selected: " + field.name());
            }
            return;
        }
        Field reference = names.parent(type, path);
        FieldPath rest = path.tail();
        ObjectType target = names.target(reference, rest);
        Part held =
                parts.computeIfAbsent(reference.link().relationship(), r -> new Parent(reference, new Shape(target)));
        ((Parent) held).shape().add(names, rest);
    }

    private void addAll(Names names, String which, SoqlQuery query) throws OrgError {
        if (query.limit().orElse(Integer.MAX_VALUE) > 200) {
            throw OrgError.bad("MALFORMED_QUERY", "The SOQL FIELDS function must have a LIMIT of at most 200");
        }
        for (Field field : names.visible(type)) {
            if (which.equals("ALL") || which.equals("CUSTOM") == field.custom()) {
                parts.put(field.name(), new Own(field));
            }
        }
    }
}
