package io.smarketing.salesforce.provision;

import com.sforce.soap.metadata.DeployMessage;
import com.sforce.soap.metadata.DeployResult;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.provision.Blueprint;
import io.smarketing.core.crm.provision.Part;
import io.smarketing.core.crm.provision.Part.State;
import io.smarketing.salesforce.provision.SfdxPackage.Component;
import io.smarketing.salesforce.soap.Deployments;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The card and the quick action on the record pages: a package of files, which the org checks and takes as a whole. */
final class PackageStep implements Step {

    private static final Map<String, String> KINDS =
            Map.of(SfdxPackage.BUNDLE, "web component", SfdxPackage.ACTION, "quick action");

    private final Deployments deployments;
    private Set<String> missing = Set.of();

    PackageStep(Deployments deployments) {
        this.deployments = deployments;
    }

    /** A deployment that only checks tells what is new or differs, and what the org would refuse. */
    @Override
    public List<Part> look(Blueprint blueprint) {
        SfdxPackage wanted = SfdxPackage.of(blueprint);
        DeployResult checked = deployments.check(wanted.zip());
        Map<String, DeployMessage> told = messages(checked);
        List<Part> parts = wanted.components().stream()
                .map(c -> part(c, Optional.ofNullable(told.get(title(c.type(), c.name()))), checked))
                .toList();
        missing =
                parts.stream().filter(p -> p.is(State.MISSING)).map(Part::name).collect(Collectors.toSet());
        return parts;
    }

    @Override
    public Map<String, String> make(Blueprint blueprint) {
        try {
            return refusals(
                    deployments.deploy(SfdxPackage.of(blueprint).only(missing).zip()));
        } catch (CrmException e) {
            if (e.kind() != FailureKind.UNREACHABLE) {
                throw e;
            }
            // it may have come about all the same: the next look tells
            return missing.stream().collect(Collectors.toMap(name -> name, name -> e.getMessage()));
        }
    }

    private Map<String, String> refusals(DeployResult result) {
        Map<String, String> refusals = new LinkedHashMap<>();
        if (!result.isSuccess()) {
            missing.forEach(name -> refusals.put(name, refusal(result)));
            failures(result).forEach(m -> refusals.put(m.getFullName(), problem(m)));
        }
        return refusals;
    }

    private static Part part(Component component, Optional<DeployMessage> told, DeployResult checked) {
        String kind = Optional.ofNullable(KINDS.get(component.type())).orElse(component.type());
        if (told.isEmpty()) {
            return Part.there(kind, component.name(), Optional.of(refusal(checked)));
        }
        DeployMessage message = told.get();
        if (!message.isSuccess()) {
            return Part.there(kind, component.name(), Optional.of(problem(message)));
        }
        if (message.isCreated()) {
            return Part.missing(kind, component.name(), "new");
        }
        // how an admin words an action is the admin's own; the components are ours, and know the fields
        boolean old = message.isChanged() && component.type().equals(SfdxPackage.BUNDLE);
        return old
                ? Part.missing(kind, component.name(), "another version, or one for other fields, is there")
                : Part.present(kind, component.name());
    }

    private static String refusal(DeployResult result) {
        return "Salesforce does not take the package"
                + Optional.ofNullable(result.getErrorMessage())
                        .map(why -> ": " + why)
                        .orElse("; what it says against the others is the reason");
    }

    private static String problem(DeployMessage message) {
        return "Salesforce says: " + Optional.ofNullable(message.getProblem()).orElse("no reason");
    }

    private static Map<String, DeployMessage> messages(DeployResult result) {
        Map<String, DeployMessage> messages = new HashMap<>();
        Stream.concat(successes(result), failures(result))
                .forEach(m -> messages.put(title(m.getComponentType(), m.getFullName()), m));
        return messages;
    }

    private static Stream<DeployMessage> successes(DeployResult result) {
        return Optional.ofNullable(result.getDetails()).stream().flatMap(d -> Stream.of(d.getComponentSuccesses()));
    }

    private static Stream<DeployMessage> failures(DeployResult result) {
        return Optional.ofNullable(result.getDetails()).stream().flatMap(d -> Stream.of(d.getComponentFailures()));
    }

    private static String title(String type, String name) {
        return type + " " + name;
    }
}
