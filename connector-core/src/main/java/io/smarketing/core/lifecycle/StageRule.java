package io.smarketing.core.lifecycle;

import io.smarketing.core.crm.record.StageFact;
import io.smarketing.core.lead.Stage;
import java.util.List;
import java.util.Optional;

/**
 * One stage of the configured lifecycle and what puts a lead there.
 *
 * @param fact the record that is this stage, if one is
 * @param criteria all must hold
 */
public record StageRule(Stage stage, Optional<StageFact> fact, List<Criterion> criteria) {

    public StageRule {
        criteria = List.copyOf(criteria);
    }
}
