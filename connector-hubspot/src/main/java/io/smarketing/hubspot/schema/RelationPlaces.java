package io.smarketing.hubspot.schema;

import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldSpec.Trait;
import io.smarketing.core.lead.FieldType;
import io.smarketing.hubspot.api.ObjectType;
import io.smarketing.hubspot.api.Relation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The wanted fields of a record that are told of the records it is linked to. That of the other's key can be written,
 * which links; the others can only be read.
 *
 * @param properties what each object type holds itself
 */
record RelationPlaces(Wanted wanted, Map<ObjectType, Map<FieldName, FieldSpec>> properties) {

    Map<FieldName, FieldSpec> of(ObjectType type) {
        Map<FieldName, FieldSpec> places = new LinkedHashMap<>();
        Optional.ofNullable(wanted.types().get(type.type()))
                .ifPresent(own -> own.all()
                        .forEach(place -> Relation.of(type, place)
                                .flatMap(relation -> spec(relation, place))
                                .ifPresent(spec -> places.put(place, spec))));
        return places;
    }

    /** Types whose definitions are needed beside the wanted ones. */
    static Set<ObjectType> reached(Wanted wanted, ObjectType type) {
        Set<ObjectType> reached = new LinkedHashSet<>();
        Optional.ofNullable(wanted.types().get(type.type()))
                .ifPresent(own ->
                        own.all().forEach(place -> Relation.of(type, place).ifPresent(r -> reached.add(r.to()))));
        return reached;
    }

    /** Empty if the other record has no such property. */
    private Optional<FieldSpec> spec(Relation relation, FieldName place) {
        FieldName property = relation.property(place);
        return Optional.ofNullable(
                        properties.getOrDefault(relation.to(), Map.of()).get(property))
                .map(there -> isKey(relation, property) ? link(relation, place, there) : told(relation, place, there));
    }

    private boolean isKey(Relation relation, FieldName property) {
        return Optional.ofNullable(wanted.types().get(relation.to().type()))
                .filter(other -> other.key().equals(property))
                .isPresent();
    }

    private static FieldSpec link(Relation relation, FieldName place, FieldSpec there) {
        FieldType type = relation.isMany() ? FieldType.MULTI_PICKLIST : FieldType.TEXT;
        Set<Trait> traits = Set.of(Trait.BLANKABLE, Trait.CREATABLE, Trait.UPDATABLE);
        return new FieldSpec(place, type, there.label(), OptionalInt.empty(), OptionalInt.empty(), List.of(), traits);
    }

    private static FieldSpec told(Relation relation, FieldName place, FieldSpec there) {
        FieldType type = relation.isMany() ? FieldType.MULTI_PICKLIST : there.type();
        return new FieldSpec(
                place, type, there.label(), there.maxLength(), there.scale(), there.options(), Set.of(Trait.BLANKABLE));
    }
}
