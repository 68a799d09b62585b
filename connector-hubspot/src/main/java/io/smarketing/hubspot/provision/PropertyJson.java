package io.smarketing.hubspot.provision;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.crm.provision.OwnField;
import io.smarketing.core.crm.provision.OwnField.Purpose;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;

/** An own field as HubSpot's properties API takes it. */
final class PropertyJson {

    /** The group in which people find our properties. */
    static final String GROUP = "smarketing";

    static final String GROUP_LABEL = "Smarketing";

    private PropertyJson() {}

    static ObjectNode of(FieldName name, OwnField field) {
        ObjectNode property = JsonNodeFactory.instance
                .objectNode()
                .put("name", name.text())
                .put("label", field.label())
                .put("description", field.help())
                .put("groupName", GROUP)
                .put("type", type(field.type()))
                .put("fieldType", look(field));
        if (field.is(Purpose.KEY)) {
            property.put("hasUniqueValue", true);
        }
        if (field.type() == FieldType.PICKLIST) {
            ArrayNode options = property.putArray("options");
            field.options().forEach(option -> option(options.addObject(), option, options.size() - 1));
        }
        return property;
    }

    static void option(ObjectNode into, String value, int place) {
        into.put("label", value).put("value", value).put("displayOrder", place).put("hidden", false);
    }

    /** What it will be, for a person. */
    static String words(OwnField field) {
        return field.type().word() + (field.is(Purpose.KEY) ? ", unique" : "");
    }

    private static String type(FieldType type) {
        return switch (type) {
            case NUMBER -> "number";
            case DATETIME -> "datetime";
            case PICKLIST -> "enumeration";
            default -> "string";
        };
    }

    private static String look(OwnField field) {
        return switch (field.type()) {
            case NUMBER -> "number";
            case DATETIME -> "date";
            case PICKLIST -> "select";
            default -> field.is(Purpose.COMMENT) ? "textarea" : "text";
        };
    }
}
