package io.smarketing.salesforce.provision;

import io.smarketing.core.crm.provision.Blueprint;
import io.smarketing.core.crm.provision.Part;
import io.smarketing.core.crm.provision.Part.State;
import io.smarketing.core.crm.provision.Provisioner;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.schema.OrgSchema;
import io.smarketing.salesforce.soap.MetadataApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the product's fields in an org, lets their people see them, and carries them through a conversion. */
public final class OrgProvisioner implements Provisioner {

    private final List<Step> steps;

    /** @param ourselves our own user's id */
    public OrgProvisioner(MetadataApi metadata, Rest rest, OrgSchema schema, String ourselves) {
        FieldStep fields = new FieldStep(metadata, schema);
        this.steps = List.of(
                fields,
                new PermissionStep(metadata, fields),
                new AssignmentStep(rest, ourselves),
                new ConversionStep(metadata, fields),
                new ListStep(metadata));
    }

    @Override
    public List<Part> plan(Blueprint blueprint) {
        List<Part> parts = new ArrayList<>();
        steps.forEach(step -> parts.addAll(step.look(blueprint)));
        return parts;
    }

    @Override
    public List<Part> make(Blueprint blueprint) {
        List<Part> parts = new ArrayList<>();
        for (Step step : steps) {
            parts.addAll(made(step, blueprint));
        }
        return parts;
    }

    private static List<Part> made(Step step, Blueprint blueprint) {
        List<Part> before = step.look(blueprint);
        if (before.stream().noneMatch(p -> p.is(State.MISSING))) {
            return before;
        }
        Map<String, String> refusals = step.make(blueprint);
        return Part.outcome(before, step.look(blueprint), refusals);
    }
}
