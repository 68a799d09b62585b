package io.smarketing.salesforce.provision;

import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.open.Sleeper;
import io.smarketing.core.crm.provision.Blueprint;
import io.smarketing.core.crm.provision.Part;
import io.smarketing.core.crm.provision.Part.State;
import io.smarketing.core.crm.provision.Provisioner;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.schema.OrgSchema;
import io.smarketing.salesforce.soap.Deployments;
import io.smarketing.salesforce.soap.MetadataApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes what an org needs: the fields, who may see them, how a conversion carries them, and what shows them to reps. */
public final class OrgProvisioner implements Provisioner {

    private static final int SOME = 3;

    private final List<Step> steps;

    /** @param ourselves our own user's id */
    public OrgProvisioner(MetadataApi metadata, Sleeper sleeper, Rest rest, OrgSchema schema, String ourselves) {
        FieldStep fields = new FieldStep(metadata, schema);
        this.steps = List.of(
                fields,
                new PermissionStep(metadata, fields),
                new AssignmentStep(rest, ourselves),
                new ConversionStep(metadata, fields),
                new ListStep(metadata),
                new ReportStep(metadata, fields),
                new PackageStep(new Deployments(metadata, sleeper)),
                new RuleStep(metadata));
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
        Map<String, String> refusals = refusals(step, blueprint, before);
        return Part.outcome(before, step.look(blueprint), refusals);
    }

    /** A permission that one kind of thing needs is no matter of the others. */
    private static Map<String, String> refusals(Step step, Blueprint blueprint, List<Part> before) {
        try {
            return step.make(blueprint);
        } catch (CrmException e) {
            if (e.kind() != FailureKind.FORBIDDEN) {
                throw e;
            }
            return before.stream().collect(Collectors.toMap(Part::name, p -> e.getMessage(), (a, b) -> a));
        }
    }

    /** The first names of a list that may be long. */
    static String some(List<String> names) {
        return names.size() <= SOME
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, SOME)) + " and " + (names.size() - SOME) + " more";
    }
}
