package io.smarketing.sandbox.portal.about;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.portal.schema.Group;
import io.smarketing.sandbox.portal.schema.Iso;
import io.smarketing.sandbox.portal.schema.Option;
import io.smarketing.sandbox.portal.schema.Property;
import io.smarketing.sandbox.portal.schema.Trait;
import io.smarketing.sandbox.portal.schema.ValueType;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.wire.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Definitions as the API shows and takes them. */
final class PropertyJson {

    private PropertyJson() {}

    static ObjectNode of(Property property, boolean archived) {
        ObjectNode node = Json.object().put("name", property.name());
        node.put("label", property.look().label()).put("type", property.type().text());
        node.put("fieldType", property.look().fieldType())
                .put("groupName", property.look().group());
        node.put("description", property.look().description());
        node.put("displayOrder", property.look().displayOrder());
        node.put("hasUniqueValue", property.is(Trait.UNIQUE)).put("hidden", property.is(Trait.HIDDEN));
        node.put("formField", property.is(Trait.FORM_FIELD));
        node.put("hubspotDefined", property.is(Trait.HUBSPOT_DEFINED));
        node.put("calculated", property.is(Trait.CALCULATED));
        node.put("externalOptions", property.is(Trait.OWNER));
        if (property.is(Trait.OWNER)) {
            node.put("referencedObjectType", "OWNER");
        }
        ArrayNode options = node.putArray("options");
        property.options().forEach(option -> options.add(of(option)));
        node.put("dataSensitivity", "non_sensitive").put("archived", archived);
        node.put("createdAt", Iso.of(property.createdAt())).put("updatedAt", Iso.of(property.updatedAt()));
        boolean born = property.is(Trait.HUBSPOT_DEFINED);
        boolean readOnly = property.is(Trait.READ_ONLY);
        node.putObject("modificationMetadata")
                .put("archivable", !born)
                .put("readOnlyDefinition", born)
                .put("readOnlyOptions", born && property.name().equals("hs_object_id"))
                .put("readOnlyValue", readOnly);
        return node;
    }

    private static ObjectNode of(Option option) {
        ObjectNode node = Json.object().put("label", option.label()).put("value", option.value());
        node.put("description", option.description());
        return node.put("displayOrder", option.displayOrder()).put("hidden", option.hidden());
    }

    static ObjectNode of(Group group) {
        ObjectNode node = Json.object().put("name", group.name()).put("label", group.label());
        return node.put("displayOrder", group.displayOrder()).put("archived", false);
    }

    /** The options of a body; dated versions insist that each says its order and whether it is hidden. */
    static List<Option> options(JsonNode body, ValueType type, boolean dated) {
        List<Option> options = new ArrayList<>();
        Set<String> values = new HashSet<>();
        for (JsonNode each : body.path("options")) {
            String value = Json.text(each, "value");
            if (value.isEmpty() || !values.add(value)) {
                throw Failure.invalid("Each option needs a value of its own: '" + value + "'");
            }
            if (dated && !(each.has("displayOrder") && each.has("hidden"))) {
                throw Failure.invalid("Each option needs displayOrder and hidden: '" + value + "'");
            }
            int order = each.path("displayOrder").asInt(options.size());
            options.add(new Option(
                    Json.text(each, "label"),
                    value,
                    Json.text(each, "description"),
                    order,
                    each.path("hidden").asBoolean()));
        }
        if (type == ValueType.BOOL && !values.isEmpty() && !values.equals(Set.of("true", "false"))) {
            throw Failure.invalid("The options of a bool must be true and false");
        }
        return options;
    }
}
