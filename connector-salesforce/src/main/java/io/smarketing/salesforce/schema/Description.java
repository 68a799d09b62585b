package io.smarketing.salesforce.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What an org tells of one object, as far as we may see it.
 *
 * @param children objects whose records belong to a record of this one
 */
public record Description(Map<FieldName, FieldSpec> fields, Set<String> children) {

    /** An object of which we know nothing. */
    public static final Description NONE = new Description(Map.of(), Set.of());

    public Description {
        fields = Map.copyOf(fields);
        children = Set.copyOf(children);
    }

    /** Reads a describe answer. */
    public static Description in(JsonNode describe) {
        Map<FieldName, FieldSpec> fields = new LinkedHashMap<>();
        describe.path("fields").forEach(f -> FieldSpecs.in(f).ifPresent(spec -> fields.put(spec.name(), spec)));
        Set<String> children = new HashSet<>();
        describe.path("childRelationships")
                .forEach(c -> children.add(c.path("childSObject").asText("")));
        return new Description(fields, children);
    }

    /** These fields, and those of another object that is reached by a relationship, for reading. */
    public Description reaching(String relationship, Description other) {
        Map<FieldName, FieldSpec> more = new LinkedHashMap<>(fields);
        other.fields.values().stream()
                .map(spec -> FieldSpecs.readOnly(relationship, spec))
                .forEach(spec -> more.put(spec.name(), spec));
        return new Description(more, children);
    }
}
