package io.smarketing.core.lifecycle;

import io.smarketing.core.crm.record.StageFact;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lead.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One stage of the configured lifecycle and what puts a lead there.
 *
 * @param fact the record that is this stage, if one is
 * @param criteria what makes a lead reach it: all must hold; without any only people and facts move leads there
 * @param gate what ought to hold of whoever enters: criteria wait for it; people may pass it, which is noted
 */
public record StageRule(Stage stage, Optional<StageFact> fact, List<Criterion> criteria, List<Criterion> gate) {

    public StageRule {
        criteria = List.copyOf(criteria);
        gate = List.copyOf(gate);
    }

    /** A stage without criteria. */
    public StageRule(Stage stage, Optional<StageFact> fact) {
        this(stage, fact, List.of(), List.of());
    }

    /** All that must hold before the criteria act; nothing if they never do. */
    List<Criterion> lines() {
        List<Criterion> lines = new ArrayList<>(criteria);
        lines.addAll(criteria.isEmpty() ? List.of() : gate);
        return lines;
    }

    /** The first line of the gate that does not hold. */
    public Optional<String> shut(Fields neutral) {
        return gate.stream().filter(g -> !g.holds(neutral)).map(Criterion::name).findFirst();
    }
}
