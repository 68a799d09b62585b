package io.smarketing.hubspot.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.provision.Blueprint;
import io.smarketing.core.crm.provision.OwnField;
import io.smarketing.core.crm.provision.Part;
import io.smarketing.core.crm.provision.Part.State;
import io.smarketing.core.crm.provision.Provisioner;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.http.HttpAsk;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.ErrorBody;
import io.smarketing.hubspot.schema.ContactSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Makes the product's property group and contact properties in a portal. */
public final class PortalProvisioner implements Provisioner {

    private static final String GROUP_KIND = "property group";
    private static final String KIND = "property";

    private final Api api;

    public PortalProvisioner(Api api) {
        this.api = api;
    }

    @Override
    public List<Part> plan(Blueprint blueprint) {
        Map<FieldName, FieldSpec> there =
                ContactSchema.fields(get(api.paths().contactProperties()).path("results"));
        List<Part> parts = new ArrayList<>();
        parts.add(group());
        for (OwnField field : blueprint.fields()) {
            place(field).ifPresent(name -> parts.add(property(name, field, there)));
        }
        return parts;
    }

    @Override
    public List<Part> make(Blueprint blueprint) {
        List<Part> before = plan(blueprint);
        Set<String> missing =
                before.stream().filter(p -> p.is(State.MISSING)).map(Part::name).collect(Collectors.toSet());
        if (missing.isEmpty()) {
            return before;
        }
        Map<String, String> refusals = new HashMap<>();
        if (before.get(0).is(State.MISSING)) {
            makeGroup(refusals);
        }
        List<ObjectNode> wanted = new ArrayList<>();
        for (OwnField field : blueprint.fields()) {
            place(field)
                    .filter(name -> missing.contains(name.text()))
                    .ifPresent(name -> wanted.add(PropertyJson.of(name, field)));
        }
        for (int from = 0; from < wanted.size(); from += Api.BATCH) {
            makeProperties(wanted.subList(from, Math.min(wanted.size(), from + Api.BATCH)), refusals);
        }
        return Part.outcome(before, plan(blueprint), refusals);
    }

    private Part group() {
        boolean there = StreamSupport.stream(
                        get(api.paths().contactPropertyGroups()).path("results").spliterator(), false)
                .anyMatch(g -> g.path("name").asText().equals(PropertyJson.GROUP));
        return there
                ? Part.present(GROUP_KIND, PropertyJson.GROUP)
                : Part.missing(GROUP_KIND, PropertyJson.GROUP, PropertyJson.GROUP_LABEL);
    }

    private static Part property(FieldName name, OwnField field, Map<FieldName, FieldSpec> there) {
        return Optional.ofNullable(there.get(name))
                .map(spec -> Part.there(KIND, name.text(), field.against(spec)))
                .orElseGet(() -> Part.missing(KIND, name.text(), field.label() + ", " + PropertyJson.words(field)));
    }

    private static Optional<FieldName> place(OwnField field) {
        return Optional.ofNullable(field.places().get(ContactSchema.CONTACT));
    }

    private void makeGroup(Map<String, String> refusals) {
        ObjectNode group = JsonNodeFactory.instance
                .objectNode()
                .put("name", PropertyJson.GROUP)
                .put("label", PropertyJson.GROUP_LABEL);
        HttpAsk ask = HttpAsk.postJson(api.paths().contactPropertyGroups(), group);
        // somebody else may have made it meanwhile
        send(ask.answeredBy(409)).ifPresent(why -> refusals.put(PropertyJson.GROUP, why));
    }

    private void makeProperties(List<ObjectNode> properties, Map<String, String> refusals) {
        ArrayNode inputs = JsonNodeFactory.instance.arrayNode().addAll(properties);
        ObjectNode body = JsonNodeFactory.instance.objectNode().set("inputs", inputs);
        HttpAsk ask = HttpAsk.postJson(api.paths().createContactProperties(), body);
        try {
            for (JsonNode error : api.http().send(ask).body().path("errors")) {
                String words = "HubSpot refuses it: " + ErrorBody.of(error).words();
                error.at("/context/name").forEach(name -> refusals.put(name.asText(), words));
            }
        } catch (CrmException e) {
            properties.forEach(p -> refusals.put(p.path("name").asText(), reason(e)));
        }
    }

    /** Sends it; why not, if HubSpot does not take it. */
    private Optional<String> send(HttpAsk ask) {
        try {
            api.http().send(ask);
            return Optional.empty();
        } catch (CrmException e) {
            return Optional.of(reason(e));
        }
    }

    /** What is not understood or not answered speaks against these parts; anything else would stop the next call too. */
    private static String reason(CrmException e) {
        if (e.kind() == FailureKind.MISUNDERSTOOD || e.kind() == FailureKind.UNKNOWN_OUTCOME) {
            return e.getMessage();
        }
        throw e;
    }

    private JsonNode get(String path) {
        return api.http().send(HttpAsk.get(path)).body();
    }
}
