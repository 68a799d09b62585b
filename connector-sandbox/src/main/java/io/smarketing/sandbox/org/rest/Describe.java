package io.smarketing.sandbox.org.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.FieldSecurity;
import io.smarketing.sandbox.org.schema.FieldType;
import io.smarketing.sandbox.org.schema.ObjectType;
import io.smarketing.sandbox.org.schema.Schema;
import io.smarketing.sandbox.org.schema.Trait;
import java.util.List;

/** Tells objects and fields as describe does: what the integration user may not see is left out. */
final class Describe {

    private final Schema schema;
    private final FieldSecurity security;

    Describe(Schema schema, FieldSecurity security) {
        this.schema = schema;
        this.security = security;
    }

    ObjectNode global(Call call) {
        ObjectNode body = Json.object().put("encoding", "UTF-8").put("maxBatchSize", 200);
        ArrayNode objects = body.putArray("sobjects");
        schema.types().forEach(type -> objects.add(summary(type, call)));
        return body;
    }

    /** One object without its fields. */
    ObjectNode summary(ObjectType type, Call call) {
        boolean writable = type.fields().stream().anyMatch(Field::createable);
        ObjectNode body = Json.object()
                .put("name", type.name())
                .put("label", label(type.name()))
                .put("labelPlural", label(type.plural()))
                .put("keyPrefix", type.prefix())
                .put("custom", false)
                .put("createable", writable)
                .put("updateable", writable)
                .put("deletable", writable)
                .put("undeletable", writable)
                .put("mergeable", List.of("Lead", "Contact", "Account").contains(type.name()))
                .put("queryable", true)
                .put("retrieveable", true)
                .put("replicateable", writable)
                .put("searchable", writable);
        String url = call.base() + "/sobjects/" + type.name();
        body.putObject("urls")
                .put("sobject", url)
                .put("describe", url + "/describe")
                .put("rowTemplate", url + "/{ID}");
        return body;
    }

    ObjectNode full(ObjectType type, Call call) {
        ObjectNode body = summary(type, call);
        ArrayNode fields = body.putArray("fields");
        type.fields().stream().filter(f -> !security.hidden(type, f)).forEach(f -> fields.add(field(type, f)));
        ArrayNode children = body.putArray("childRelationships");
        for (Schema.Child child : schema.children(type)) {
            String name = child.field().link().children();
            children.addObject()
                    .put("childSObject", child.type().name())
                    .put("field", child.field().name())
                    .put("relationshipName", name.isEmpty() ? null : name)
                    .put("cascadeDelete", child.field().is(Trait.CASCADES));
        }
        body.putArray("recordTypeInfos");
        return body;
    }

    /** True if the integration user may not see the field. */
    boolean hides(ObjectType type, Field field) {
        return security.hidden(type, field);
    }

    private ObjectNode field(ObjectType type, Field field) {
        boolean editable = !security.readOnly(type, field);
        boolean longText = field.type() == FieldType.TEXTAREA && field.size().length() > 255;
        boolean filterable = !longText && !field.is(Trait.UNFILTERABLE);
        ObjectNode body = Json.object()
                .put("name", field.name())
                .put("label", type.wording(field).label())
                .put(
                        "inlineHelpText",
                        type.wording(field).help().isEmpty()
                                ? null
                                : type.wording(field).help())
                .put("type", field.type().word())
                .put("soapType", field.type().soapType())
                .put("custom", field.custom())
                .put("nillable", field.nillable())
                .put("createable", field.createable() && editable)
                .put("updateable", field.updateable() && editable)
                .put(
                        "defaultedOnCreate",
                        !field.fallback().isEmpty() || field.name().equals("OwnerId"))
                .put("externalId", field.is(Trait.EXTERNAL_ID))
                .put("idLookup", field.is(Trait.ID_LOOKUP))
                .put("unique", field.is(Trait.UNIQUE))
                .put("caseSensitive", false)
                .put("nameField", field.is(Trait.NAME))
                .put("calculated", false)
                .put("autoNumber", false)
                .put("permissionable", field.nillable() && field.updateable())
                .put("deprecatedAndHidden", false)
                .put("filterable", filterable)
                .put("sortable", filterable)
                .put("groupable", filterable && field.type() != FieldType.DATETIME)
                .put("aggregatable", filterable)
                .put("cascadeDelete", field.is(Trait.CASCADES));
        sizes(body, field);
        picklist(body, type, field);
        link(body, field);
        return body;
    }

    private static void sizes(ObjectNode body, Field field) {
        boolean text = field.type().isText() || field.type().isId();
        boolean decimal = field.type().isDecimal();
        int length = text ? field.size().length() : 0;
        body.put("length", length);
        body.put("byteLength", length * (field.type().isId() ? 1 : 3));
        body.put("digits", field.type() == FieldType.INT ? field.size().length() : 0);
        body.put("precision", decimal ? field.size().length() : 0);
        body.put("scale", decimal ? field.size().scale() : 0);
    }

    private void picklist(ObjectNode body, ObjectType type, Field field) {
        boolean switched = security.named("restrict-picklist", type, field);
        body.put("restrictedPicklist", !field.picklist().isEmpty() && (field.is(Trait.RESTRICTED) || switched));
        body.put("dependentPicklist", false);
        ArrayNode values = body.putArray("picklistValues");
        for (String value : field.picklist()) {
            values.addObject()
                    .put("active", true)
                    .put("defaultValue", value.equals(field.fallback()))
                    .put("label", value)
                    .put("value", value)
                    .putNull("validFor");
        }
    }

    private static void link(ObjectNode body, Field field) {
        String relationship = field.link().relationship();
        body.put("relationshipName", relationship.isEmpty() ? null : relationship);
        body.put("polymorphicForeignKey", field.link().targets().size() > 1);
        ArrayNode targets = body.putArray("referenceTo");
        field.link().targets().forEach(targets::add);
        body.putNull("compoundFieldName");
    }

    private static String label(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }
}
