package io.smarketing.hubspot.provision;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.provision.Blueprint;
import io.smarketing.core.crm.provision.OwnField;
import io.smarketing.core.crm.provision.OwnField.Trait;
import io.smarketing.core.crm.provision.Part;
import io.smarketing.core.crm.provision.Part.State;
import io.smarketing.core.crm.provision.Provisioner;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.http.HttpAsk;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.schema.ContactSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Makes the product's property group and contact properties in a portal, and the options that they lack. */
public final class PortalProvisioner implements Provisioner {

    private static final String GROUP_KIND = "property group";
    private static final String KIND = "property";

    private final Api api;

    public PortalProvisioner(Api api) {
        this.api = api;
    }

    @Override
    public List<Part> plan(Blueprint blueprint) {
        return survey(blueprint).parts();
    }

    @Override
    public List<Part> make(Blueprint blueprint) {
        Survey before = survey(blueprint);
        if (before.parts().stream().noneMatch(p -> p.is(State.MISSING))) {
            return before.parts();
        }
        Map<String, String> refusals = new HashMap<>();
        if (before.parts().stream().anyMatch(p -> p.kind().equals(Room.KIND))) {
            before.parts().forEach(p -> refusals.put(p.name(), "there is no room for all that is missing"));
            return Part.outcome(before.parts(), before.parts(), refusals);
        }
        Making making = new Making(api, refusals);
        if (before.parts().get(0).is(State.MISSING)) {
            making.group();
        }
        before.incomplete().forEach(making::options);
        making.properties(before.absent());
        return Part.outcome(before.parts(), plan(blueprint), refusals);
    }

    /**
     * What is there.
     *
     * @param absent properties that are to be made
     * @param incomplete properties that are to get more options
     */
    private record Survey(List<Part> parts, Map<FieldName, OwnField> absent, Map<FieldName, OwnField> incomplete) {}

    private Survey survey(Blueprint blueprint) {
        JsonNode definitions = get(api.paths().contactProperties()).path("results");
        Map<FieldName, FieldSpec> there = ContactSchema.fields(definitions);
        Map<String, JsonNode> byName = new HashMap<>();
        definitions.forEach(one -> byName.put(one.path("name").asText(), one));
        Survey survey = new Survey(new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        survey.parts().add(group());
        fields(blueprint).forEach((name, field) -> {
            FieldSpec spec = there.get(name);
            if (spec == null) {
                survey.absent().put(name, field);
                String what = field.label() + ", " + PropertyJson.words(field);
                survey.parts().add(Part.missing(KIND, name.text(), what));
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
                        get(api.paths().contactPropertyGroups()).path("results").spliterator(), false)
                .anyMatch(g -> g.path("name").asText().equals(PropertyJson.GROUP));
        return there
                ? Part.present(GROUP_KIND, PropertyJson.GROUP)
                : Part.missing(GROUP_KIND, PropertyJson.GROUP, PropertyJson.GROUP_LABEL);
    }

    private static Part property(FieldSpec now, Choices choices) {
        String name = now.name().text();
        Part property = Part.there(KIND, name, choices.field().against(choices.completed(now)));
        List<String> lacking = choices.lacking();
        return lacking.isEmpty() || property.is(State.DIFFERENT)
                ? property
                : Part.missing(KIND, name, "options " + String.join(", ", lacking));
    }

    private List<Part> limits(Map<FieldName, OwnField> absent, JsonNode definitions) {
        if (absent.isEmpty()) {
            return List.of();
        }
        // whoever may not ask, or has a portal that does not tell, learns it from HubSpot's refusals
        HttpAsk ask = HttpAsk.get(api.paths().propertyLimits()).answeredBy(403).answeredBy(404);
        long unique = absent.values().stream().filter(f -> f.is(Trait.UNIQUE)).count();
        return Room.of(api.http().send(ask).body(), definitions).against(absent.size(), unique);
    }

    /** The fields that contacts are to have. */
    private static Map<FieldName, OwnField> fields(Blueprint blueprint) {
        Map<FieldName, OwnField> fields = new LinkedHashMap<>();
        for (OwnField field : blueprint.fields()) {
            Optional.ofNullable(field.places().get(ContactSchema.CONTACT)).ifPresent(name -> fields.put(name, field));
        }
        return fields;
    }

    private JsonNode get(String path) {
        return api.http().send(HttpAsk.get(path)).body();
    }
}
