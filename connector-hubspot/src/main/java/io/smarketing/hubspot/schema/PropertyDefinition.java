package io.smarketing.hubspot.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldSpec.Trait;
import io.smarketing.core.lead.FieldType;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.StreamSupport;

/** One property as HubSpot defines it. */
record PropertyDefinition(JsonNode json) {

    private static final int LONGEST_TEXT = 65_536;

    FieldSpec spec() {
        FieldType type = type();
        boolean isText = type == FieldType.TEXT || type == FieldType.EMAIL || type == FieldType.PHONE;
        return new FieldSpec(
                FieldName.of(name()),
                type,
                json.path("label").asText(name()),
                isText ? OptionalInt.of(LONGEST_TEXT) : OptionalInt.empty(),
                OptionalInt.empty(),
                options(),
                traits(type));
    }

    private String name() {
        return json.path("name").asText();
    }

    private FieldType type() {
        if (name().equals("hubspot_owner_id")
                || json.path("referencedObjectType").asText().equals("OWNER")) {
            return FieldType.OWNER;
        }
        if (name().equals("email")) {
            return FieldType.EMAIL;
        }
        String look = json.path("fieldType").asText();
        return switch (json.path("type").asText()) {
            case "number" -> FieldType.NUMBER;
            case "bool" -> FieldType.BOOLEAN;
            case "date" -> FieldType.DATE;
            case "datetime" -> FieldType.DATETIME;
            case "phone_number" -> FieldType.PHONE;
            case "enumeration" ->
                switch (look) {
                    case "booleancheckbox" -> FieldType.BOOLEAN;
                    case "checkbox" -> FieldType.MULTI_PICKLIST;
                    default -> FieldType.PICKLIST;
                };
            default -> look.equals("phonenumber") ? FieldType.PHONE : FieldType.TEXT;
        };
    }

    private List<String> options() {
        return StreamSupport.stream(json.path("options").spliterator(), false)
                .sorted(Comparator.comparingInt(o -> o.path("displayOrder").asInt()))
                .map(o -> o.path("value").asText())
                .toList();
    }

    private Set<Trait> traits(FieldType type) {
        Set<Trait> traits = EnumSet.of(Trait.BLANKABLE);
        boolean readOnly = json.path("calculated").asBoolean()
                || json.path("modificationMetadata").path("readOnlyValue").asBoolean();
        if (!readOnly) {
            traits.add(Trait.CREATABLE);
            traits.add(Trait.UPDATABLE);
        }
        if (json.path("hasUniqueValue").asBoolean() || type == FieldType.EMAIL) {
            traits.add(Trait.UNIQUE);
        }
        boolean isList = type == FieldType.PICKLIST || type == FieldType.MULTI_PICKLIST;
        if (isList && !json.path("externalOptions").asBoolean()) {
            traits.add(Trait.RESTRICTED);
        }
        return traits;
    }
}
