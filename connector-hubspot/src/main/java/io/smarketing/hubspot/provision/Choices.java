package io.smarketing.hubspot.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.crm.provision.OwnField;
import io.smarketing.core.lead.FieldSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The options of a property that is there, as HubSpot defines it, beside those that we need of it. HubSpot takes a list
 * of options as all that there are: so it gets back what it has, and ours behind.
 */
record Choices(JsonNode definition, OwnField field) {

    private static final List<String> PARTS = List.of("label", "value", "displayOrder", "hidden", "description");

    /** Those that it lacks and takes from us: HubSpot's own properties, and some others, have options of their own. */
    List<String> lacking() {
        JsonNode may = definition.path("modificationMetadata");
        boolean fixed = definition.path("hubspotDefined").asBoolean()
                || definition.path("externalOptions").asBoolean()
                || may.path("readOnlyOptions").asBoolean()
                || may.path("readOnlyDefinition").asBoolean();
        if (fixed || !definition.path("type").asText().equals("enumeration")) {
            return List.of();
        }
        List<String> lacking = new ArrayList<>(field.options());
        definition.path("options").forEach(o -> lacking.remove(o.path("value").asText()));
        return lacking;
    }

    /** What the property will be once it has them. */
    FieldSpec completed(FieldSpec now) {
        Set<String> options = new LinkedHashSet<>(now.options());
        options.addAll(lacking());
        return new FieldSpec(
                now.name(), now.type(), now.label(), now.maxLength(), now.scale(), List.copyOf(options), now.traits());
    }

    /** The change that adds them. */
    ObjectNode added() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode options = body.putArray("options");
        int last = -1;
        for (JsonNode one : definition.path("options")) {
            ObjectNode kept = options.addObject();
            PARTS.stream().filter(one::hasNonNull).forEach(part -> kept.set(part, one.get(part)));
            last = Math.max(last, one.path("displayOrder").asInt());
        }
        for (String option : lacking()) {
            last++;
            PropertyJson.option(options.addObject(), option, last);
        }
        return body;
    }
}
