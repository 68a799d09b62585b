package io.smarketing.sandbox.portal.about;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.portal.desk.Desk;
import io.smarketing.sandbox.portal.schema.Look;
import io.smarketing.sandbox.portal.schema.Option;
import io.smarketing.sandbox.portal.schema.Property;
import io.smarketing.sandbox.portal.schema.Schema;
import io.smarketing.sandbox.portal.schema.Trait;
import io.smarketing.sandbox.portal.schema.ValueType;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.wire.Json;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The creating, changing and deleting of property definitions. */
record PropertyWrites(Desk desk) {

    private static final int MOST_UNIQUE = 10;

    Property create(Schema schema, JsonNode body, boolean dated) {
        String name = Json.text(body, "name");
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw Failure.invalid("Property names are lower case, start with a letter and hold letters, digits and _: '"
                    + name + "'");
        }
        if (schema.find(name).isPresent()) {
            throw Failure.of(409, "OBJECT_ALREADY_EXISTS", "A property named '" + name + "' already exists.")
                    .subCategory("Properties.PROPERTY_WITH_NAME_EXISTS");
        }
        ValueType type = ValueType.find(Json.text(body, "type"))
                .orElseThrow(() -> Failure.invalid("Unknown type: '" + Json.text(body, "type") + "'"));
        Look look = look(schema, type, body, new Look("", "", "", "", -1));
        List<Option> options = PropertyJson.options(body, type, dated);
        Set<Trait> traits = traits(schema, body);
        Instant now = desk.crm().clock().instant();
        Property property = new Property(schema.slotFor(name), name, look, type, options, traits, now, now);
        schema.put(property);
        return property;
    }

    Property change(Schema schema, Property property, JsonNode body, boolean dated) {
        ValueType type = property.type();
        if (!Json.text(body, "type").isEmpty() && !Json.text(body, "type").equals(type.text())) {
            throw Failure.invalid("The type of a property cannot be changed");
        }
        Look look = look(schema, type, body, property.look());
        List<Option> options = body.has("options") ? PropertyJson.options(body, type, dated) : property.options();
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        traits.addAll(property.traits());
        flag(traits, body, "hidden", Trait.HIDDEN);
        flag(traits, body, "formField", Trait.FORM_FIELD);
        Property changed =
                property.with(look, options, traits, desk.crm().clock().instant());
        schema.put(changed);
        return changed;
    }

    void delete(Schema schema, Property property) {
        if (property.is(Trait.HUBSPOT_DEFINED)) {
            throw Failure.invalid("Property " + property.name() + " is defined by HubSpot and cannot be deleted");
        }
        schema.archive(property);
    }

    private static Look look(Schema schema, ValueType type, JsonNode body, Look old) {
        String fieldType = text(body, "fieldType", old.fieldType());
        String group = text(body, "groupName", old.group());
        String label = text(body, "label", old.label());
        if (!type.shownAs(fieldType)) {
            throw Failure.invalid("The type " + type.text() + " cannot be shown as '" + fieldType + "'");
        }
        if (schema.group(group).isEmpty()) {
            throw Failure.invalid("Property group '" + group + "' does not exist");
        }
        if (label.isEmpty()) {
            throw Failure.invalid("A property needs a label");
        }
        int order = body.path("displayOrder").asInt(old.displayOrder());
        return new Look(label, group, fieldType, text(body, "description", old.description()), order);
    }

    private static Set<Trait> traits(Schema schema, JsonNode body) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        flag(traits, body, "hidden", Trait.HIDDEN);
        flag(traits, body, "formField", Trait.FORM_FIELD);
        flag(traits, body, "hasUniqueValue", Trait.UNIQUE);
        if (Json.text(body, "referencedObjectType").equals("OWNER")) {
            traits.add(Trait.OWNER);
        }
        long unique = schema.all(false).stream().filter(p -> p.is(Trait.UNIQUE)).count();
        if (traits.contains(Trait.UNIQUE) && unique >= MOST_UNIQUE) {
            throw Failure.invalid("An object takes at most " + MOST_UNIQUE + " properties with unique values");
        }
        return traits;
    }

    private static void flag(Set<Trait> traits, JsonNode body, String name, Trait trait) {
        if (body.has(name)) {
            traits.remove(trait);
            if (body.path(name).asBoolean()) {
                traits.add(trait);
            }
        }
    }

    private static String text(JsonNode body, String name, String fallback) {
        return body.hasNonNull(name) ? Json.text(body, name) : fallback;
    }
}
