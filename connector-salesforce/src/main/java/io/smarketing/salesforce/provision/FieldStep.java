package io.smarketing.salesforce.provision;

import com.sforce.soap.metadata.CustomField;
import io.smarketing.core.crm.provision.Blueprint;
import io.smarketing.core.crm.provision.OwnField;
import io.smarketing.core.crm.provision.Part;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.salesforce.schema.OrgSchema;
import io.smarketing.salesforce.soap.MetadataApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The custom fields, as they are set up: who may see them is the next step's. */
final class FieldStep implements Step {

    static final String KIND = "field";

    private final MetadataApi metadata;
    private final OrgSchema schema;
    private Map<String, CustomField> there = Map.of();

    FieldStep(MetadataApi metadata, OrgSchema schema) {
        this.metadata = metadata;
        this.schema = schema;
    }

    @Override
    public List<Part> look(Blueprint blueprint) {
        List<Place> places = Place.all(blueprint);
        there = metadata.read(
                CustomField.class,
                places.stream().filter(Place::isCustom).map(Place::fullName).toList());
        List<Part> parts = new ArrayList<>();
        places.forEach(place -> parts.add(place.isCustom() ? custom(place) : standard(place)));
        return parts;
    }

    @Override
    public Map<String, String> make(Blueprint blueprint) {
        return metadata.create(Place.all(blueprint).stream()
                .filter(Place::isCustom)
                .filter(place -> !there.containsKey(place.fullName()))
                .map(place -> FieldMetadata.of(place.fullName(), place.field()))
                .toList());
    }

    /** The custom fields of the blueprint that were there when it was last looked. */
    Set<String> there() {
        return there.keySet();
    }

    private Part custom(Place place) {
        return Optional.ofNullable(there.get(place.fullName()))
                .map(f -> Part.there(KIND, place.fullName(), FieldMetadata.difference(f, place.field())))
                .orElseGet(() -> Part.missing(
                        KIND, place.fullName(), place.field().label() + ", " + FieldMetadata.words(place.field())));
    }

    private Part standard(Place place) {
        Optional<FieldSpec> spec =
                Optional.ofNullable(schema.fields(place.type()).get(place.name()));
        Optional<String> difference = spec.map(s -> place.field().against(s))
                .orElseGet(
                        () -> Optional.of("Salesforce shows no such field: a field that this command makes has a name"
                                + " that ends in __c"));
        return Part.there(KIND, place.fullName(), difference);
    }

    /** One field on one record type. */
    record Place(RecordType type, FieldName name, OwnField field) {

        static List<Place> all(Blueprint blueprint) {
            List<Place> places = new ArrayList<>();
            blueprint.fields().forEach(f -> f.places().forEach((type, name) -> places.add(new Place(type, name, f))));
            return places;
        }

        String fullName() {
            return type + "." + name;
        }

        boolean isCustom() {
            return name.text().endsWith("__c");
        }
    }
}
