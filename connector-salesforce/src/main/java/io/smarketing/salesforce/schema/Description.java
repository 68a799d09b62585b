package io.smarketing.salesforce.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an org tells of one object, as far as we may see it.
 *
 * @param children objects whose records belong to a record of this one
 * @param numbers what fits into its fields for numbers
 */
record Description(Map<FieldName, FieldSpec> fields, Set<String> children, Map<FieldName, NumberRoom> numbers) {

    /** An object of which we know nothing. */
    static final Description NONE = new Description(Map.of(), Set.of(), Map.of());

    Description {
        fields = Map.copyOf(fields);
        children = Set.copyOf(children);
        numbers = Map.copyOf(numbers);
    }

    /** Reads a describe answer. */
    static Description in(JsonNode describe) {
        Map<FieldName, FieldSpec> fields = new LinkedHashMap<>();
        describe.path("fields").forEach(f -> FieldSpecs.in(f).ifPresent(spec -> fields.put(spec.name(), spec)));
        Map<FieldName, NumberRoom> numbers = new HashMap<>();
        describe.path("fields")
                .forEach(f -> NumberRoom.in(f)
                        .ifPresent(
                                room -> numbers.put(FieldName.of(f.path("name").asText()), room)));
        Set<String> children = new HashSet<>();
        describe.path("childRelationships")
                .forEach(c -> children.add(c.path("childSObject").asText("")));
        return new Description(fields, children, numbers);
    }

    /** These fields, and those of the account to which a record belongs: for reading, but for our key, which is a link. */
    Description belongingTo(Description account, Keys keys) {
        Map<FieldName, FieldSpec> more = new LinkedHashMap<>(fields);
        account.fields.values().stream()
                .map(spec -> FieldSpecs.readOnly(Keys.ACCOUNT, spec))
                .forEach(spec -> more.put(spec.name(), spec));
        Optional<FieldSpec> id = Optional.ofNullable(fields.get(Keys.ACCOUNT_ID));
        Optional<FieldSpec> key = keys.toAccount().map(more::remove);
        key.ifPresent(k -> id.ifPresent(i -> more.put(k.name(), FieldSpecs.link(k, i.traits()))));
        return new Description(more, children, numbers);
    }

    /** These fields, and the keys of the contacts whom a record names. */
    Description naming(Description contact, Keys keys) {
        Map<FieldName, FieldSpec> more = new LinkedHashMap<>(fields);
        Optional<FieldSpec> key = keys.of(OrgTypes.CONTACT).map(contact.fields::get);
        key.filter(k -> children.contains(Keys.ROLE))
                .ifPresent(k -> keys.toContacts().ifPresent(place -> more.put(place, FieldSpecs.keys(place, k))));
        return new Description(more, children, numbers);
    }
}
