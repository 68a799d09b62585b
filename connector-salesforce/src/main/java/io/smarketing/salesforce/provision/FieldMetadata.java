package io.smarketing.salesforce.provision;

import com.sforce.soap.metadata.CustomField;
import com.sforce.soap.metadata.CustomValue;
import com.sforce.soap.metadata.FieldType;
import com.sforce.soap.metadata.ValueSet;
import com.sforce.soap.metadata.ValueSetValuesDefinition;
import io.smarketing.core.crm.provision.OwnField;
import io.smarketing.core.crm.provision.OwnField.Purpose;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Own fields in the words of the Metadata API, and back. */
final class FieldMetadata {

    private static final String DESCRIPTION = "Made by the Smarketing Connector, which fills it in.";
    private static final int LONGEST_LABEL = 40;
    private static final int LONGEST_HELP = 510;
    private static final int LONGEST_TEXT = 255;
    private static final int MOST_DIGITS = 18;
    private static final int LINES = 4;

    private FieldMetadata() {}

    static CustomField of(String fullName, OwnField field) {
        CustomField custom = new CustomField();
        custom.setFullName(fullName);
        custom.setLabel(cut(field.label(), LONGEST_LABEL));
        custom.setInlineHelpText(cut(field.help(), LONGEST_HELP));
        custom.setDescription(DESCRIPTION);
        switch (field.type()) {
            case NUMBER -> {
                custom.setType(FieldType.Number);
                custom.setPrecision(Math.min(field.size(), MOST_DIGITS));
                custom.setScale(0);
            }
            case DATETIME -> custom.setType(FieldType.DateTime);
            case PICKLIST -> {
                custom.setType(FieldType.Picklist);
                custom.setValueSet(values(field.options()));
            }
            default -> text(custom, field);
        }
        return custom;
    }

    private static void text(CustomField custom, OwnField field) {
        if (field.is(Purpose.COMMENT)) {
            custom.setType(FieldType.LongTextArea);
            custom.setLength(Math.max(field.size(), LONGEST_TEXT + 1));
            custom.setVisibleLines(LINES);
            return;
        }
        custom.setType(FieldType.Text);
        custom.setLength(Math.min(field.size(), LONGEST_TEXT));
        if (field.is(Purpose.KEY)) {
            custom.setExternalId(true);
            custom.setUnique(true);
            custom.setCaseSensitive(false);
        }
    }

    /** Not restricted: a value that is added to the configuration later must not be refused. */
    private static ValueSet values(List<String> options) {
        ValueSetValuesDefinition definition = new ValueSetValuesDefinition();
        definition.setSorted(false);
        definition.setValue(options.stream().map(FieldMetadata::value).toArray(CustomValue[]::new));
        ValueSet values = new ValueSet();
        values.setRestricted(false);
        values.setValueSetDefinition(definition);
        return values;
    }

    private static CustomValue value(String option) {
        CustomValue value = new CustomValue();
        value.setFullName(option);
        value.setDefault(false);
        value.setLabel(option);
        return value;
    }

    /** What it will be, for a person. */
    static String words(OwnField field) {
        return field.type().word() + (field.is(Purpose.KEY) ? ", unique external id" : "");
    }

    /** Why a field that is there will not do; empty if it will. */
    static Optional<String> difference(CustomField there, OwnField field) {
        if (field.is(Purpose.KEY) && there.getUnique() && !there.getExternalId()) {
            return Optional.of("it is no external id: tick 'External ID' in its set-up");
        }
        return field.against(spec(there));
    }

    private static FieldSpec spec(CustomField there) {
        return new FieldSpec(
                FieldName.of(there.getFullName()),
                type(there.getType()),
                Optional.ofNullable(there.getLabel()).orElse(there.getFullName()),
                OptionalInt.empty(),
                OptionalInt.empty(),
                options(there),
                traits(there));
    }

    private static Set<FieldSpec.Trait> traits(CustomField there) {
        Set<FieldSpec.Trait> traits = EnumSet.noneOf(FieldSpec.Trait.class);
        if (there.getUnique()) {
            traits.add(FieldSpec.Trait.UNIQUE);
        }
        boolean computed = there.getFormula() != null
                || there.getType() == FieldType.Summary
                || there.getType() == FieldType.AutoNumber;
        if (!computed) {
            traits.add(FieldSpec.Trait.UPDATABLE);
        }
        return traits;
    }

    private static io.smarketing.core.lead.FieldType type(FieldType type) {
        return switch (type) {
            case Text, TextArea, LongTextArea, Html, Url, EncryptedText, Time -> io.smarketing.core.lead.FieldType.TEXT;
            case Email -> io.smarketing.core.lead.FieldType.EMAIL;
            case Phone -> io.smarketing.core.lead.FieldType.PHONE;
            case Number, Currency, Percent -> io.smarketing.core.lead.FieldType.NUMBER;
            case Checkbox -> io.smarketing.core.lead.FieldType.BOOLEAN;
            case Date -> io.smarketing.core.lead.FieldType.DATE;
            case DateTime -> io.smarketing.core.lead.FieldType.DATETIME;
            case Picklist -> io.smarketing.core.lead.FieldType.PICKLIST;
            case MultiselectPicklist -> io.smarketing.core.lead.FieldType.MULTI_PICKLIST;
            default -> io.smarketing.core.lead.FieldType.REFERENCE;
        };
    }

    /** None where they stand elsewhere, in a set of values that several fields share. */
    private static List<String> options(CustomField there) {
        return Optional.ofNullable(there.getValueSet())
                .flatMap(set -> Optional.ofNullable(set.getValueSetDefinition()))
                .map(definition -> Arrays.stream(definition.getValue())
                        .map(CustomValue::getFullName)
                        .toList())
                .orElse(List.of());
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
