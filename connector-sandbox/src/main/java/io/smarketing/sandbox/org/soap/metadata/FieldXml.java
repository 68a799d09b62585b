package io.smarketing.sandbox.org.soap.metadata;

import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.FieldType;
import io.smarketing.sandbox.org.schema.Link;
import io.smarketing.sandbox.org.schema.ObjectType.Wording;
import io.smarketing.sandbox.org.schema.Trait;
import io.smarketing.sandbox.org.soap.xml.Element;
import io.smarketing.sandbox.org.soap.xml.Xml;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A custom field as the Metadata API words it. */
final class FieldXml {

    private static final Map<FieldType, String> WORDS = new EnumMap<>(FieldType.class);
    private static final int LONGEST_LABEL = 40;
    private static final int LONGEST_HELP = 510;
    private static final int LONGEST_TEXT = 255;
    private static final int LONGEST_AREA = 131_072;
    private static final int MOST_DIGITS = 18;

    static {
        WORDS.put(FieldType.STRING, "Text");
        WORDS.put(FieldType.TEXTAREA, "LongTextArea");
        WORDS.put(FieldType.EMAIL, "Email");
        WORDS.put(FieldType.PHONE, "Phone");
        WORDS.put(FieldType.URL, "Url");
        WORDS.put(FieldType.PICKLIST, "Picklist");
        WORDS.put(FieldType.MULTIPICKLIST, "MultiselectPicklist");
        WORDS.put(FieldType.BOOLEAN, "Checkbox");
        WORDS.put(FieldType.INT, "Number");
        WORDS.put(FieldType.DOUBLE, "Number");
        WORDS.put(FieldType.CURRENCY, "Currency");
        WORDS.put(FieldType.PERCENT, "Percent");
        WORDS.put(FieldType.DATE, "Date");
        WORDS.put(FieldType.DATETIME, "DateTime");
    }

    private FieldXml() {}

    static Field read(String name, int slot, Element told) throws Refused {
        FieldType type = type(told.text("type"));
        Set<Trait> traits = EnumSet.of(Trait.GUARDED);
        trait(traits, told, "required", Trait.REQUIRED);
        trait(traits, told, "unique", Trait.UNIQUE);
        if (told.flag("externalId")) {
            traits.addAll(Set.of(Trait.EXTERNAL_ID, Trait.ID_LOOKUP));
        }
        List<Element> sets = told.all("valueSet");
        if (sets.stream().anyMatch(set -> set.flag("restricted"))) {
            traits.add(Trait.RESTRICTED);
        }
        List<String> values = sets.stream()
                .flatMap(set -> set.all("valueSetDefinition").stream())
                .flatMap(definition -> definition.all("value").stream())
                .map(value -> value.text("fullName"))
                .toList();
        if (type == FieldType.PICKLIST && values.isEmpty()) {
            throw new Refused("FIELD_INTEGRITY_EXCEPTION", "You must specify values or a value set for " + name);
        }
        String fallback = type == FieldType.BOOLEAN ? String.valueOf(told.flag("defaultValue")) : "";
        return new Field(slot, name, type, size(type, told), traits, values, Link.NONE, fallback);
    }

    static Wording wording(Element told) throws Refused {
        String label = told.text("label");
        if (label.isEmpty()) {
            throw new Refused("REQUIRED_FIELD_MISSING", "Required field is missing: label");
        }
        if (label.length() > LONGEST_LABEL || told.text("inlineHelpText").length() > LONGEST_HELP) {
            throw new Refused("STRING_TOO_LONG", "The label or help text is too long");
        }
        return new Wording(label, told.text("inlineHelpText"), told.text("description"));
    }

    private static FieldType type(String word) throws Refused {
        return word.equals("Number")
                ? FieldType.DOUBLE
                : WORDS.entrySet().stream()
                        .filter(e -> e.getValue().equals(word))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow(() -> new Refused(
                                "FIELD_INTEGRITY_EXCEPTION", "This sandbox makes no field of the type '" + word + "'"));
    }

    private static Field.Size size(FieldType type, Element told) throws Refused {
        return switch (type) {
            case STRING -> new Field.Size(number(told, "length", LONGEST_TEXT), 0);
            case TEXTAREA -> new Field.Size(number(told, "length", LONGEST_AREA), 0);
            case DOUBLE, CURRENCY, PERCENT ->
                new Field.Size(number(told, "precision", MOST_DIGITS), Integer.parseInt("0" + told.text("scale")));
            default -> new Field.Size(LONGEST_TEXT, 0);
        };
    }

    private static int number(Element told, String name, int most) throws Refused {
        String text = told.text(name);
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw new Refused("FIELD_INTEGRITY_EXCEPTION", name + " must be from 1 to " + most);
        }
        return Integer.parseInt(text);
    }

    private static void trait(Set<Trait> traits, Element told, String name, Trait trait) {
        if (told.flag(name)) {
            traits.add(trait);
        }
    }

    /** In the order of the alphabet, as clients insist. */
    static void write(Field field, Wording wording, Xml xml) {
        boolean text = field.type() == FieldType.STRING || field.type() == FieldType.TEXTAREA;
        if (text && field.is(Trait.UNIQUE)) {
            xml.leaf("caseSensitive", false);
        }
        xml.leafUnlessEmpty("description", wording.description());
        xml.leaf("externalId", field.is(Trait.EXTERNAL_ID));
        xml.leafUnlessEmpty("inlineHelpText", wording.help()).leaf("label", wording.label());
        if (text) {
            xml.leaf("length", field.size().length());
        }
        if (field.type().isDecimal()) {
            xml.leaf("precision", field.size().length());
        }
        xml.leaf("required", field.is(Trait.REQUIRED));
        if (field.type().isDecimal()) {
            xml.leaf("scale", field.size().scale());
        }
        xml.leaf("type", WORDS.getOrDefault(field.type(), "Lookup"));
        if (text) {
            xml.leaf("unique", field.is(Trait.UNIQUE));
        }
        if (!field.picklist().isEmpty()) {
            values(field, xml);
        }
    }

    private static void values(Field field, Xml xml) {
        xml.open("valueSet").leaf("restricted", field.is(Trait.RESTRICTED)).open("valueSetDefinition");
        xml.leaf("sorted", false);
        field.picklist()
                .forEach(value -> xml.open("value")
                        .leaf("fullName", value)
                        .leaf("default", false)
                        .leaf("label", value)
                        .close("value"));
        xml.close("valueSetDefinition").close("valueSet");
    }
}
