package io.smarketing.salesforce.provision;

import com.sforce.soap.metadata.ValidationRule;
import io.smarketing.core.crm.provision.Blueprint;
import io.smarketing.core.crm.provision.Part;
import io.smarketing.core.crm.provision.Part.State;
import io.smarketing.salesforce.soap.MetadataApi;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The org's own validation rules that are active: nothing is made of them, but an admin is to know which may refuse rows. */
final class RuleStep implements Step {

    private static final String KIND = "validation rule";

    private final MetadataApi metadata;

    RuleStep(MetadataApi metadata) {
        this.metadata = metadata;
    }

    @Override
    public List<Part> look(Blueprint blueprint) {
        Set<String> objects = blueprint.fields().stream()
                .flatMap(field -> field.places().keySet().stream())
                .map(type -> type.name() + ".")
                .collect(Collectors.toSet());
        List<String> names = metadata.names(ValidationRule.class).stream()
                .filter(name -> objects.stream().anyMatch(name::startsWith))
                .sorted()
                .toList();
        return metadata.read(ValidationRule.class, names).values().stream()
                .filter(ValidationRule::isActive)
                .map(rule -> new Part(
                        KIND,
                        rule.getFullName(),
                        State.PRESENT,
                        "active: rows that it refuses are parked in its words"))
                .toList();
    }

    @Override
    public Map<String, String> make(Blueprint blueprint) {
        return Map.of();
    }
}
