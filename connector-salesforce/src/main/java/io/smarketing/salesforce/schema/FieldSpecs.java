package io.smarketing.salesforce.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldSpec.Trait;
import io.smarketing.core.lead.FieldType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Describe's words for a field, in ours. */
final class FieldSpecs {

    private FieldSpecs() {}

    /** The field; empty if it holds nothing that is one value (an address, a file). */
    static Optional<FieldSpec> in(JsonNode field) {
        return type(field)
                .map(type -> new FieldSpec(
                        FieldName.of(field.path("name").asText()),
                        type,
                        field.path("label").asText(field.path("name").asText()),
                        length(field, type),
                        scale(field, type),
                        options(field),
                        traits(field, type),
                        field.path("type").asText().equals("currency")
                                ? Optional.of(Currencies.CODE)
                                : Optional.empty()));
    }

    /** A field of a record that is reached by a relationship. */
    static FieldSpec readOnly(String relationship, FieldSpec spec) {
        return new FieldSpec(
                FieldName.of(relationship + "." + spec.name()),
                spec.type(),
                spec.label(),
                spec.maxLength(),
                spec.scale(),
                spec.options(),
                Set.of(Trait.BLANKABLE),
                spec.unit().map(unit -> FieldName.of(relationship + "." + unit)));
    }

    /** A place that holds our key on another record. */
    static FieldSpec link(FieldSpec key, Set<Trait> traits) {
        return new FieldSpec(
                key.name(), FieldType.TEXT, key.label(), key.maxLength(), OptionalInt.empty(), List.of(), traits);
    }

    /** A place that holds our keys on other records. */
    static FieldSpec keys(FieldName place, FieldSpec key) {
        return new FieldSpec(
                place,
                FieldType.MULTI_PICKLIST,
                key.label(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(),
                Set.of(Trait.BLANKABLE, Trait.CREATABLE, Trait.UPDATABLE, Trait.RELATED));
    }

    private static Optional<FieldType> type(JsonNode field) {
        return Optional.ofNullable(
                switch (field.path("type").asText()) {
                    case "string", "textarea", "url", "combobox", "encryptedstring", "time" -> FieldType.TEXT;
                    case "email" -> FieldType.EMAIL;
                    case "phone" -> FieldType.PHONE;
                    case "int", "long", "double", "currency", "percent" -> FieldType.NUMBER;
                    case "boolean" -> FieldType.BOOLEAN;
                    case "date" -> FieldType.DATE;
                    case "datetime" -> FieldType.DATETIME;
                    case "picklist" -> FieldType.PICKLIST;
                    case "multipicklist" -> FieldType.MULTI_PICKLIST;
                    case "id" -> FieldType.REFERENCE;
                    case "reference" ->
                        field.path("name").asText().equals("OwnerId") ? FieldType.OWNER : FieldType.REFERENCE;
                    default -> null;
                });
    }

    private static OptionalInt length(JsonNode field, FieldType type) {
        int length = field.path("length").asInt(0);
        return length > 0 && type.isTextual() ? OptionalInt.of(length) : OptionalInt.empty();
    }

    private static OptionalInt scale(JsonNode field, FieldType type) {
        return type == FieldType.NUMBER ? OptionalInt.of(field.path("scale").asInt(0)) : OptionalInt.empty();
    }

    private static List<String> options(JsonNode field) {
        List<String> options = new ArrayList<>();
        for (JsonNode option : field.path("picklistValues")) {
            if (option.path("active").asBoolean(true)) {
                options.add(option.path("value").asText());
            }
        }
        return options;
    }

    private static Set<Trait> traits(JsonNode field, FieldType type) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        boolean nillable = field.path("nillable").asBoolean();
        boolean creatable = field.path("createable").asBoolean();
        boolean updatable = field.path("updateable").asBoolean();
        boolean computed =
                field.path("calculated").asBoolean() || field.path("autoNumber").asBoolean();
        add(traits, Trait.CREATABLE, creatable);
        add(traits, Trait.UPDATABLE, updatable);
        add(
                traits,
                Trait.LOCKED,
                !updatable && !computed && field.path("permissionable").asBoolean());
        add(
                traits,
                Trait.REQUIRED,
                creatable && !nillable && !field.path("defaultedOnCreate").asBoolean());
        add(traits, Trait.BLANKABLE, nillable && type != FieldType.BOOLEAN);
        add(traits, Trait.RESTRICTED, field.path("restrictedPicklist").asBoolean());
        add(traits, Trait.UNIQUE, field.path("unique").asBoolean());
        return traits;
    }

    private static void add(Set<Trait> traits, Trait trait, boolean holds) {
        if (holds) {
            traits.add(trait);
        }
    }
}
