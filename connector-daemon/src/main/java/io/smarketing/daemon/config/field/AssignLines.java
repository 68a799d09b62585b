package io.smarketing.daemon.config.field;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.mapping.Assignment;
import io.smarketing.core.mapping.Assignment.By;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.daemon.config.yaml.MapNode;
import io.smarketing.daemon.config.yaml.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads who gets the new records of each CRM. */
public final class AssignLines {

    private static final String QUEUE = "queue";
    private static final Map<String, By> WORDS = new TreeMap<>(Map.of("rules", By.RULES, "owner", By.OWNER));

    private final Sides sides;
    private final List<FieldRule> rules;

    /** @param rules the mapped fields, among which the owner may be */
    public AssignLines(Sides sides, List<FieldRule> rules) {
        this.sides = sides;
        this.rules = List.copyOf(rules);
    }

    public Map<CrmId, Assignment> read(Section assign) {
        assign.only(sides.names());
        Map<CrmId, Assignment> read = new LinkedHashMap<>();
        for (CrmId crm : sides.ids()) {
            assignment(assign, crm).ifPresent(a -> {
                check(assign, crm, a);
                read.put(crm, a);
            });
        }
        return read;
    }

    private Optional<Assignment> assignment(Section assign, CrmId crm) {
        String key = crm.name();
        String line = assign.at(key).file() + ":" + assign.at(key).line();
        if (assign.node(key).filter(MapNode.class::isInstance).isPresent()) {
            return assign.section(key)
                    .map(s -> s.only(List.of(QUEUE)).require(QUEUE, "name the queue that gets new records"))
                    .flatMap(s -> s.text(QUEUE))
                    .map(name -> new Assignment(By.QUEUE, Optional.of(name), line));
        }
        return assign.choice(key, WORDS).map(by -> new Assignment(by, Optional.empty(), line));
    }

    private void check(Section assign, CrmId crm, Assignment assignment) {
        List<FieldRule> owners = rules.stream()
                .filter(r -> r.type() == FieldType.OWNER && isWritten(r, crm))
                .toList();
        if (assignment.by() == By.OWNER && owners.isEmpty()) {
            assign.problem(
                    crm.name(),
                    "no owner is carried to " + crm + ": map a field of type owner in that direction, or choose rules,"
                            + " or {queue: ...}");
        }
        boolean defaulted =
                owners.stream().anyMatch(r -> r.places().get(crm).standIn().isPresent());
        if (assignment.by() == By.QUEUE && defaulted) {
            assign.problem(
                    crm.name(), "a queue gets the new records of " + crm + ": remove the default of its owner field");
        }
    }

    private static boolean isWritten(FieldRule rule, CrmId crm) {
        return rule.places().containsKey(crm)
                && rule.policy().source().filter(crm::equals).isEmpty();
    }
}
