package io.smarketing.salesforce.provision;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.crm.provision.Blueprint;
import io.smarketing.core.crm.provision.OwnField.Purpose;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.salesforce.provision.FieldStep.Place;
import io.smarketing.salesforce.schema.OrgTypes;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The module by which the components on a record page know the fields of the configuration. */
final class CardFields {

    private static final String HEAD =
            "// Which fields the components show, and what each is for. The command provision puts those of the\n"
                    + "// configuration here; in the repository stand those of the example.\n"
                    + "export default {\n";

    private CardFields() {}

    /** The text of {@code fields.js}; of each field its name, label and purpose, and the options of a picklist. */
    static String of(Blueprint blueprint) {
        List<Place> places = Place.all(blueprint);
        return List.of(OrgTypes.LEAD, OrgTypes.CONTACT).stream()
                .map(type -> "  \"" + type + "\": [\n" + lines(places, type) + "\n  ]")
                .collect(Collectors.joining(",\n", HEAD, "\n};\n"));
    }

    private static String lines(List<Place> places, RecordType type) {
        return places.stream()
                .filter(place -> place.type().equals(type) && !place.field().is(Purpose.KEY))
                .map(place -> "    " + line(place))
                .collect(Collectors.joining(",\n"));
    }

    private static String line(Place place) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("field", place.name().text())
                .put("label", place.field().label())
                .put("purpose", place.field().purpose().name().toLowerCase(Locale.ROOT));
        // the stages' values are nothing that anybody chooses here
        if (place.field().purpose().isEditedByReps() && !place.field().options().isEmpty()) {
            place.field().options().forEach(line.withArray("options")::add);
        }
        return line.toString();
    }
}
