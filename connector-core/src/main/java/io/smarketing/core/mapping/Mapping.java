package io.smarketing.core.mapping;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lifecycle.StageRule;
import java.util.List;
import java.util.Map;

/**
 * All that the configuration says of fields and stages.
 *
 * @param stages in their order
 * @param own the product's own fields, per CRM and person type
 * @param entry the entry condition per CRM
 */
public record Mapping(
        List<FieldRule> rules,
        List<StageRule> stages,
        Map<CrmId, Map<RecordType, OwnFields>> own,
        Map<CrmId, EntryCondition> entry) {

    public Mapping {
        rules = List.copyOf(rules);
        stages = List.copyOf(stages);
        own = Map.copyOf(own);
        entry = Map.copyOf(entry);
    }
}
