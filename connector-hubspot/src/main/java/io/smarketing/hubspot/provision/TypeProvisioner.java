package io.smarketing.hubspot.provision;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.provision.Blueprint;
import io.smarketing.core.crm.provision.OwnField;
import io.smarketing.core.crm.provision.OwnField.Purpose;
import io.smarketing.core.crm.provision.Part;
import io.smarketing.core.crm.provision.Part.State;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.http.HttpAsk;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.ObjectType;
import io.smarketing.hubspot.schema.PortalSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Makes the product's property group and properties of one object type, and the options that they lack. */
record TypeProvisioner(Api api, ObjectType type, Blueprint blueprint) {

    private static final String GROUP_KIND = "property group";
    private static final String KIND = "property";

    /** What is there, what is missing and what differs; writes nothing. */
    List<Part> plan() {
        return survey().parts();
    }

    /** Makes what is missing, and tells what came of each part. */
    List<Part> make() {
        Survey before = survey();
        if (before.parts().stream().noneMatch(p -> p.is(State.MISSING))) {
            return before.parts();
        }
        Map<String, String> refusals = new HashMap<>();
        if (before.parts().stream().anyMatch(p -> p.kind().equals(Room.KIND))) {
            before.parts().forEach(p -> refusals.put(p.name(), "there is no room for all that is missing"));
            return Part.outcome(before.parts(), before.parts(), refusals);
        }
        Making making = new Making(api, type.id(), refusals);
        if (before.parts().get(0).is(State.MISSING)) {
            making.group();
        }
        before.incomplete().forEach(making::options);
        making.properties(before.absent());
        return Part.outcome(before.parts(), plan(), refusals);
    }

    /**
     * What is there.
     *
     * @param absent properties that are to be made
     * @param incomplete properties that are to get more options
     */
    private record Survey(List<Part> parts, Map<FieldName, OwnField> absent, Map<FieldName, OwnField> incomplete) {}

    /** Only what is not a contact's bears the name of its type. */
    private String kind(String word) {
        return type == ObjectType.CONTACT ? word : type.word() + " " + word;
    }

    private Survey survey() {
        JsonNode definitions = get(api.paths().properties(type.id())).path("results");
        Map<FieldName, FieldSpec> there = PortalSchema.fields(definitions);
        Map<String, JsonNode> byName = new HashMap<>();
        definitions.forEach(one -> byName.put(one.path("name").asText(), one));
        Survey survey = new Survey(new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        survey.parts().add(group());
        fields().forEach((name, field) -> {
            FieldSpec spec = there.get(name);
            if (spec == null) {
                survey.absent().put(name, field);
                String what = field.label() + ", " + PropertyJson.words(field);
                survey.parts().add(Part.missing(kind(KIND), name.text(), what));
            } else {
                Choices choices = new Choices(byName.get(name.text()), field);
                Part part = property(spec, choices);
                survey.parts().add(part);
                if (part.is(State.MISSING)) {
                    survey.incomplete().put(name, field);
                }
            }
        });
        survey.parts().addAll(limits(survey.absent(), definitions));
        return survey;
    }

    private Part group() {
        boolean there = StreamSupport.stream(
                        get(api.paths().propertyGroups(type.id()))
                                .path("results")
                                .spliterator(),
                        false)
                .anyMatch(g -> g.path("name").asText().equals(PropertyJson.GROUP));
        return there
                ? Part.present(kind(GROUP_KIND), PropertyJson.GROUP)
                : Part.missing(kind(GROUP_KIND), PropertyJson.GROUP, PropertyJson.GROUP_LABEL);
    }

    private Part property(FieldSpec now, Choices choices) {
        String name = now.name().text();
        Part property = Part.there(kind(KIND), name, choices.field().against(choices.completed(now)));
        List<String> lacking = choices.lacking();
        return lacking.isEmpty() || property.is(State.DIFFERENT)
                ? property
                : Part.missing(kind(KIND), name, "options " + String.join(", ", lacking));
    }

    private List<Part> limits(Map<FieldName, OwnField> absent, JsonNode definitions) {
        if (absent.isEmpty()) {
            return List.of();
        }
        // whoever may not ask, or has a portal that does not tell, learns it from HubSpot's refusals
        HttpAsk ask = HttpAsk.get(api.paths().propertyLimits()).answeredBy(403).answeredBy(404);
        long unique = absent.values().stream().filter(f -> f.is(Purpose.KEY)).count();
        return Room.of(type, api.http().send(ask).body(), definitions).against(absent.size(), unique);
    }

    /** The fields that records of the type are to have. */
    private Map<FieldName, OwnField> fields() {
        Map<FieldName, OwnField> fields = new LinkedHashMap<>();
        for (OwnField field : blueprint.fields()) {
            Optional.ofNullable(field.places().get(type.type())).ifPresent(name -> fields.put(name, field));
        }
        return fields;
    }

    private JsonNode get(String path) {
        return api.http().send(HttpAsk.get(path)).body();
    }
}
